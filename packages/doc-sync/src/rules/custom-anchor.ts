// custom-anchor: `{#id}` behind a heading where the renderer shows it as text.
import { defineRule } from "@caio/repo-model/check";
import { customId } from "../links/custom-id.js";
import type { Document, LinkFacts } from "../links/link-facts.js";
import { sluggers } from "../links/slugs.js";

/** Documents that use custom ids, from which on some renderer that is not known must read them. */
const convention = 3;

/** No id with its braces is longer. */
const longest = 400;

function takesIds({ site, dialects, source }: Document): boolean {
  if (source.path.endsWith(".mdx")) return true;
  if (site !== undefined) return site.hasCustomIds;
  return dialects[0] === undefined || sluggers[dialects[0]].hasCustomIds;
}

/** Whether a line ends in braces that hold a `#`: without one, headings need not be read. */
function mayHoldIds(text: string): boolean {
  for (let at = text.indexOf("}"); at !== -1; at = text.indexOf("}", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if ((at + 1 === text.length || next === 10 || next === 13 || next === 32 || next === 9) && text.slice(Math.max(0, at - longest), at).includes("#"))
      return true;
  }
  return false;
}

export const customAnchor = defineRule<LinkFacts, unknown>({
  id: "custom-anchor",
  summary: "A heading is given an id in a way that its renderer does not know.",
  severity: "warning",
  *find({ documents }) {
    const found = documents.flatMap((document) =>
      !takesIds(document) && mayHoldIds(document.source.text)
        ? document.markdown.headings.flatMap((heading) => {
            const { text } = document.source;
            // What ends in code is no id.
            const custom = text.charAt(heading.content[1] - 1) === "}" && heading.text.endsWith("}") ? customId(text.slice(...heading.content)) : undefined;
            return custom === undefined ? [] : [{ document, heading, custom }];
          })
        : [],
    );
    const isConvention = new Set(found.map(({ document }) => document)).size >= convention;
    for (const { document, heading, custom } of found) {
      if (isConvention && document.site === undefined) continue;
      const start = heading.content[1] - custom.written.length;
      yield {
        message: `\`${custom.written}\` is shown as text here: ${document.site === undefined ? "GitHub knows no ids of headings" : "`attr_list` is not among the site's extensions"}.`,
        at: document.source.at([start, heading.content[1]]),
        help: `Write \`<a id="${custom.id}"></a>\` before the heading, or link to the heading's own anchor.`,
        data: { id: custom.id },
      };
    }
  },
});
