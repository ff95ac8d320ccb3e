// link-escapes-root: a relative link that goes up further than the repository.
import { defineRule } from "@caio/repo-model/check";
import { isPart } from "../links/certainty.js";
import { isGithubPage, type Destination } from "../links/target.js";
import type { LinkFacts } from "../links/link-facts.js";

/** From a file's page two folders up are the repository's own pages (`../../issues`), from three on they are the owner's others. */
const onGithub = 2;

const media = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|mp4|mov|webm)$/i;

/**
 * The branch that a picture may lie on, where its link goes up one folder too many to what the repository has none of: a file's page lies below its branch's
 * name (`/OWNER/NAME/blob/main/README.md`), so that `../assets/demo.gif` is a file of the branch `assets`.
 */
function branchOf({ ups, path }: Destination & { kind: "escapes" }, paths: ReadonlySet<string>): string | undefined {
  const end = path.indexOf("/");
  const name = path.slice(0, Math.max(0, end));
  return ups === 1 && name !== "" && media.test(path) && !paths.has(name) ? name : undefined;
}

export const linkEscapesRoot = defineRule<LinkFacts, unknown>({
  id: "link-escapes-root",
  summary: "A relative link goes up further than the repository's root.",
  severity: "warning",
  *find({ documents, paths }) {
    for (const { source, site, otherLinks } of documents) {
      for (const { target, range, destination } of otherLinks) {
        if (destination.kind !== "escapes" || destination.ups >= onGithub || isGithubPage(target, destination.path)) continue;
        // What a site is made of may be put elsewhere, beside other sites' files, and a part into other documents.
        if (site !== undefined || isPart(source.path)) continue;
        const branch = branchOf(destination, paths);
        yield {
          message: `The link \`${target}\` leads out of the repository${branch === undefined ? "" : `; on GitHub to the branch \`${branch}\`, if there is one`}.`,
          at: source.at(range),
          ...(branch === undefined ? {} : { severity: "note" as const }),
          help: "Write an address with `https://`, or a path inside the repository.",
          data: { target, ups: destination.ups },
        };
      }
    }
  },
});
