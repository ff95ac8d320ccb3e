// path-case: a path in backticks that differs from its file in letter case.
import { defineRule } from "@caio/repo-model/check";
import { repoPath } from "@caio/repo-model/text";
import type { LinkFacts } from "../links/link-facts.js";

export const pathCase = defineRule<LinkFacts, unknown>({
  id: "path-case",
  summary: "A path in backticks differs from its file in letter case alone.",
  severity: "warning",
  *find({ documents, paths, folded }) {
    for (const { source, codePaths } of documents) {
      for (const { path, range } of codePaths) {
        if (paths.has(path)) continue;
        const [real, second] = folded.of(path.toLowerCase());
        if (real === undefined || second !== undefined) continue;
        yield {
          message: `\`${path}\` is called \`${real}\`.`,
          at: source.at(range),
          help: "Letter case matters on GitHub and on most systems.",
          causes: [repoPath(path)],
          data: { path, real },
          fix: { kind: "safe", title: `write \`${real}\``, edits: [{ path: source.path, range, text: real }] },
        };
      }
    }
  },
});
