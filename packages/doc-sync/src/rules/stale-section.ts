// stale-section: a generated section that is not what its source makes of it.
import { defineRule, type Fix } from "@caio/repo-model/check";
import { sectionState, writeSection } from "@caio/repo-model/sections";
import { isRepoError } from "@caio/repo-model/text";
import type { StatusPart } from "../facts.js";
import type { SectionFact } from "../generated/section-facts.js";

/** The fix, where the section can be written. */
function writing({ document: { source }, section }: SectionFact, content: string): { readonly fix?: Fix } {
  try {
    return { fix: { kind: "safe", title: "write it anew", edits: writeSection(source, source.path, section.name, content).edits } };
  } catch (error) {
    if (isRepoError(error)) return {};
    throw error;
  }
}

export const staleSection = defineRule<StatusPart, unknown>({
  id: "stale-section",
  summary: "A generated section differs from what its source makes of it.",
  severity: "error",
  *find({ generated }) {
    for (const fact of generated.sections) {
      const { document, section, wanted } = fact;
      const { source } = document;
      // What a command prints is known when it is run, by `write` alone.
      if ("command" in wanted) continue;
      const at = source.at([section.range[0], section.content[0]]);
      const data = { section: section.name };
      if ("problem" in wanted) {
        yield {
          message: `The section \`${section.name}\` cannot be made: ${wanted.problem}.`,
          at,
          help: "Correct its source, or remove its markers.",
          data: { ...data, state: "impossible" },
        };
        continue;
      }
      const state = sectionState(source.text, section, wanted.content);
      if (state === "current") continue;
      if (state === "edited")
        yield {
          message: `The section \`${section.name}\` was edited by hand since it was written.`,
          at,
          help: "Move your text out of the markers; `doc-sync write --force` overwrites it.",
          data: { ...data, state },
        };
      else
        yield {
          message: `The section \`${section.name}\` is not up to date.`,
          at,
          help: "`doc-sync write` writes it anew.",
          data: { ...data, state },
          ...writing(fact, wanted.content),
        };
    }
  },
});
