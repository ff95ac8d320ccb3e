// line-anchor: `#L99` behind the end of a file.
import { defineRule } from "@caio/repo-model/check";
import type { LinkFacts, LocalLink } from "../links/link-facts.js";
import { lineSpan } from "../links/target.js";
import { repoPath } from "@caio/repo-model/text";

export const lineAnchor = defineRule<LinkFacts, unknown>({
  id: "line-anchor",
  summary: "A link names a line that its file does not have.",
  severity: "warning",
  *find({ documents, lineCounts, lineCountsBefore }) {
    // Only files that links name lines of were counted.
    if (lineCounts.size === 0) return;
    for (const { source, links, otherLinks } of documents) {
      const named: LocalLink[] = [];
      for (const link of links) if (link.anchor !== undefined) named.push(link);
      for (const { target, range, destination } of otherLinks)
        if (destination.kind === "root") named.push({ target, range, path: destination.path, anchor: destination.anchor });
      for (const { target, range, path, anchor } of named) {
        const span = anchor === undefined ? undefined : lineSpan(anchor);
        const count = lineCounts.get(path);
        if (span === undefined || count === undefined) continue;
        const [first, last] = span;
        if (Math.max(first, last) <= count && first <= last) continue;
        yield {
          message: first > last ? `\`#${anchor}\` ends before it begins.` : `\`${path}\` has ${count} lines; \`#${anchor}\` lies behind them.`,
          at: source.at(range),
          help: "Name lines that are there, or link to a commit, where lines do not move.",
          // A file that had the line before: what made it shorter broke the link.
          ...((lineCountsBefore.get(path) ?? 0) >= Math.max(first, last) ? { causes: [repoPath(path)] } : {}),
          data: { target, path, line: Math.max(first, last), lines: count },
        };
      }
    }
  },
});
