// missing-entity: a mirror that was declared by a selector leaves out what its source lists.
import { defineRule } from "@caio/repo-model/check";
import type { StatusPart } from "../facts.js";
import { entityName, identity } from "../status/entity.js";

/** A mirror that names fewer of the source's entities than this is none of it, however it was declared. */
const leastNamed = 2;

export const missingEntity = defineRule<StatusPart, unknown>({
  id: "missing-entity",
  summary: "A mirror that lists a source's entities leaves some out.",
  severity: "warning",
  *find({ status }) {
    for (const { entries, mirrors, source } of status.declared) {
      for (const mirror of mirrors) {
        if (!mirror.isSelected) continue;
        const named = new Set(mirror.mentions.map(({ label }) => identity(label)));
        const there = [...entries.keys()].filter((key) => named.has(key));
        const missing = [...entries].filter(([key]) => !named.has(key));
        if (there.length < leastNamed || missing.length === 0) continue;
        const names = missing.map(([, { entity }]) => `\`${entityName(entity)}\``);
        const shown = names.length > 6 ? `${names.slice(0, 6).join(", ")} and ${names.length - 6} more` : names.join(", ");
        yield {
          message: `${shown} of \`${source.path}\` ${names.length === 1 ? "is" : "are"} not named here.`,
          at: mirror.source.at([mirror.section[0], Math.min(mirror.section[1], lineEnd(mirror.source.text, mirror.section[0]))]),
          related: missing.map(([, { entry, entity }]) => ({ message: `\`${entityName(entity)}\``, at: source.at(entry.keyRange) })),
          help: "Add them, or declare the mirror without `select`.",
          data: { source: source.path, missing: missing.map(([, { entity }]) => entityName(entity)) },
        };
      }
    }
  },
});

function lineEnd(text: string, from: number): number {
  const found = /[\r\n]/.exec(text.slice(from))?.index;
  return found === undefined ? text.length : from + found;
}
