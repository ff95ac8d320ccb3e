// link-case: a link that only a file system without letter case follows.
import { defineRule } from "@caio/repo-model/check";
import { certaintyOf } from "../links/certainty.js";
import { causesOf, otherCase } from "../links/missing.js";
import type { LinkFacts } from "../links/link-facts.js";
import { rewriteFix } from "../links/rewrite.js";

export const linkCase = defineRule<LinkFacts, unknown>({
  id: "link-case",
  summary: "A link differs from its file in letter case alone.",
  severity: "error",
  *find(facts) {
    for (const [document, links] of facts.missing) {
      for (const link of links) {
        const real = otherCase(facts, link.path);
        if (real === undefined) continue;
        const severity = certaintyOf(document, link, facts);
        if (severity === "unknown") continue;
        const fix = rewriteFix(document.source, link.range, real, "safe");
        yield {
          message: `The link \`${link.target}\` leads to \`${link.path}\`; the file is called \`${real}\`.`,
          at: document.source.at(link.range),
          help: "Letter case matters on GitHub and on most servers.",
          causes: () => causesOf(link.path),
          data: { target: link.target, path: link.path, real },
          ...(severity === undefined ? {} : { severity }),
          ...(fix === undefined ? {} : { fix }),
        };
      }
    }
  },
});
