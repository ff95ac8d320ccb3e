// undefined-reference: `[text][label]` and `[^note]` without a definition.
import { defineRule } from "@caio/repo-model/check";
import { nearestIn } from "@caio/repo-model/config";
import type { Range } from "@caio/repo-model/text";
import { undefinedFootnotes } from "../links/footnotes.js";
import type { Document, LinkFacts } from "../links/link-facts.js";

// Indices and citations: `a[i][j]`, `[1][2]`, `[x][y]`.
const indices = /^(?:\d+|.)$/u;
/** The head of a line of a log: `[2019-10-22 16:13:10][HYDRA]`. */
const date = /^\d{4}-\d\d-\d\d/;
/** Two citations of one series, side by side: `[RFC4346][RFC6347]`. */
const isPair = (text: string, reference: string): boolean => /\d/.test(text) && text.replace(/\d+/g, "0") === reference.replace(/\d+/g, "0");

/** Folders of entries for a changelog, which somebody puts together: the definitions stand in what is made of them. https://towncrier.readthedocs.io */
const entries = /(?:^|\/)(?:change-?logs?|changes|newsfragments|news|unreleased|fragments|(?:change-?log|changes|news)\.d|\.changes)\/(?:[^/]+\/)?[^/]+$/i;
/** An entry is no page: it has no heading, and is no longer than this. */
const longestEntry = 4_000;
const isEntry = ({ source, markdown }: Document): boolean => markdown.headings.length === 0 && source.text.length <= longestEntry && entries.test(source.path);

/** Links, references, notes and boxes of a line. */
const known = /!?\[[^[\]\n]*\](?:\([^()\n]*\)|\[[^[\]\n]*\])|\[\^[^\]\n]*\]|\[[ xX]\](?= )|`[^`\n]*`/g;
/** No line that is read for its tags is longer. */
const longestLine = 2_000;

/** Whether further brackets stand in the line that are no links: `[sig-storage][Slow] a suite [Conformance]` has tags. */
function hasTags(text: string, [start, end]: Range): boolean {
  const from = text.lastIndexOf("\n", start) + 1;
  const to = text.indexOf("\n", end);
  const line = text.slice(Math.max(from, start - longestLine), Math.min(to === -1 ? text.length : to, end + longestLine));
  return /\[[^[\]]*\]/.test(line.replace(known, " "));
}

export const undefinedReference = defineRule<LinkFacts, unknown>({
  id: "undefined-reference",
  summary: "A reference has no definition in its document.",
  severity: "warning",
  *find({ documents }) {
    for (const document of documents) {
      const { source, markdown, site } = document;
      if (site?.sharesDefinitions === true || isEntry(document)) continue;
      const nearestLabel = nearestIn(markdown.definitions.map(({ label: one }) => one.toLowerCase()));
      for (const { reference, target, range, label } of document.references) {
        if (reference === undefined || target !== undefined || document.isComposed) continue;
        const before = source.text.charAt(range[0] - 1);
        const text = source.text.slice(...label);
        if (
          /[\w)\]\\$]/.test(before) ||
          indices.test(reference) ||
          indices.test(text) ||
          text.trim() === "" ||
          isPair(text, reference) ||
          date.test(text) ||
          hasTags(source.text, range)
        )
          continue;
        const near = nearestLabel(reference.toLowerCase());
        yield {
          message: `\`[${reference.toLowerCase()}]\` has no definition, so the link is shown as it is written.`,
          at: source.at(range),
          help: near === undefined ? `Add \`[${reference.toLowerCase()}]: …\`, or escape the bracket.` : `Did you mean \`[${near}]\`?`,
          data: { reference: reference.toLowerCase(), ...(near === undefined ? {} : { nearest: near }) },
        };
      }
      for (const { range, label } of undefinedFootnotes(markdown)) {
        if (document.isComposed) break;
        yield {
          message: `The footnote \`[^${label}]\` has no definition.`,
          at: source.at(range),
          help: `Add \`[^${label}]: …\`, or escape the bracket.`,
          data: { reference: `^${label}` },
        };
      }
    }
  },
});
