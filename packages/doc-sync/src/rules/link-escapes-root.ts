// link-escapes-root: a relative link that goes up further than the repository.
import { defineRule } from "@caio/repo-model/check";
import { isGithubPage } from "../links/target.js";
import type { LinkFacts } from "../links/link-facts.js";

/** From a file's page two folders up are the repository's own pages (`../../issues`), from three on they are the owner's others. */
const onGithub = 2;

export const linkEscapesRoot = defineRule<LinkFacts, unknown>({
  id: "link-escapes-root",
  summary: "A relative link goes up further than the repository's root.",
  severity: "warning",
  *find({ documents }) {
    for (const { source, site, otherLinks } of documents) {
      for (const { target, range, destination } of otherLinks) {
        if (destination.kind !== "escapes" || destination.ups >= onGithub || isGithubPage(target, destination.path)) continue;
        // What a site is made of may be put elsewhere, beside other sites' files.
        if (site !== undefined) continue;
        yield {
          message: `The link \`${target}\` leads out of the repository.`,
          at: source.at(range),
          help: "Write an address with `https://`, or a path inside the repository.",
          data: { target, ups: destination.ups },
        };
      }
    }
  },
});
