// unknown-status: a status that is no status word: of a declared source or mirror any, elsewhere one that is a slip of a known word.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { nearest } from "@caio/repo-model/config";
import type { Range, SourceText } from "@caio/repo-model/text";
import type { StatusPart } from "../facts.js";
import { entityName } from "../status/entity.js";
import type { Label } from "../status/label.js";
import { typoOf } from "../status/typo.js";
import type { Vocabulary } from "../status/vocabulary.js";

const plain = (value: string): string =>
  value
    .replace(/[*_`~]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** What of a value is its status: without icons in front and remarks behind. */
const wordOf = (value: string): string =>
  value
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .split(/[([,;:–—]/)[0]
    ?.replace(/[^\p{L}]+$/u, "") ?? "";

function draft(source: SourceText, at: Range, label: Pick<Label, "kind" | "number">, status: string, near: string | undefined): Draft {
  const entity = entityName(label);
  return {
    message: `The status \`${status}\` of \`${entity}\` is not known.`,
    at: source.at(at),
    help: near === undefined ? "Write a known status, or name this one in `vocabulary`." : `Did you mean \`${near}\`? Else name it in \`vocabulary\`.`,
    data: { entity, status, ...(near === undefined ? {} : { nearest: near }) },
  };
}

/** A value that was declared to be a status, and is none. Empty cells and dashes say that nothing is said; words of other life cycles are known. */
function declaredDraft(source: SourceText, at: Range, label: Pick<Label, "kind" | "number">, value: string, vocabulary: Vocabulary): Draft | undefined {
  const status = plain(value);
  if (/^[\s–—-]*$/.test(status)) return undefined;
  const start = status.replace(/^[^\p{L}\p{N}]+/u, "");
  if (vocabulary.wordAt(start, 0) !== undefined || vocabulary.statesIn(status).size > 1) return undefined;
  return draft(source, at, label, status, nearest(wordOf(status).toLowerCase(), vocabulary.known));
}

export const unknownStatus = defineRule<StatusPart, unknown>({
  id: "unknown-status",
  summary: "A status is no word that is known.",
  severity: "warning",
  *find({ status }) {
    const told = new Set<string>();
    const once = (found: Draft | undefined): Draft[] => {
      const place = found === undefined ? "" : `${found.at.path} ${found.at.range[0]}`;
      if (found === undefined || told.has(place)) return [];
      told.add(place);
      return [found];
    };
    for (const { entries, mirrors } of status.declared) {
      for (const { entity, entry, source } of entries.values()) {
        const at = entry.valueRange[0] === entry.valueRange[1] ? entry.keyRange : entry.valueRange;
        if (entry.token === undefined) yield* once(declaredDraft(source, at, entity, entry.value, status.vocabularyOf(source.path)));
      }
      for (const { source, unread } of mirrors)
        for (const { label, value, range } of unread) yield* once(declaredDraft(source, range, label, value, status.vocabularyOf(source.path)));
    }
    for (const { source, unread } of status.documents)
      for (const { label, value, range } of unread) {
        const near = typoOf(wordOf(plain(value)), status.vocabularyOf(source.path));
        if (near !== undefined) yield* once(draft(source, range, label, plain(value), near));
      }
  },
});
