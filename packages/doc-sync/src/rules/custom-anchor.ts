// custom-anchor: `{#id}` behind a heading where the renderer shows it as text.
import { defineRule } from "@caio/repo-model/check";
import { customId, mayHoldCustomIds, takesCustomIds } from "../links/custom-id.js";
import type { LinkFacts } from "../links/link-facts.js";

/** Documents that use custom ids, and ids, from which on some renderer that is not known must read them. */
const convention = { documents: 3, ids: 10 };

export const customAnchor = defineRule<LinkFacts, unknown>({
  id: "custom-anchor",
  summary: "A heading is given an id in a way that its renderer does not know.",
  severity: "warning",
  *find({ documents }) {
    const found = documents.flatMap((document) =>
      !takesCustomIds(document) && mayHoldCustomIds(document.source.text)
        ? document.markdown.headings.flatMap((heading) => {
            const { text } = document.source;
            // What ends in code is no id.
            const custom = text.charAt(heading.content[1] - 1) === "}" && heading.text.endsWith("}") ? customId(text.slice(...heading.content)) : undefined;
            return custom === undefined ? [] : [{ document, heading, custom }];
          })
        : [],
    );
    const isConvention = found.length >= convention.ids || new Set(found.map(({ document }) => document)).size >= convention.documents;
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
