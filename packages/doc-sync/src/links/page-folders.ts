// Where a relative link leads from a page that is a folder of its own: `docs/a.md` is shown at `docs/a/`, so that `../b.png` is `docs/b.png` there.
import { repoPath } from "@caio/repo-model/text";
import type { Document, LinkFacts, LocalLink } from "./link-facts.js";
import { isMissing } from "./missing.js";
import type { Site } from "./site.js";
import { resolveTarget } from "./target.js";

/** Generators that show each page in a folder and leave relative links as they are written. */
const generators: ReadonlySet<string> = new Set(["hugo", "eleventy", "astro", "gatsby"]);

/** Whether some site of the repository shows pages so: what lies outside of its folders may be put into them. */
export function hasPageFolders(sites: readonly Site[]): boolean {
  return sites.some(({ generator }) => generators.has(generator));
}

/** The folder that Hugo puts at the site's root, beside that of the documents. */
const staticOf = ({ root }: Site): string => root.replace(/[^/]+\/$/, "static/");

/** Whether a link that leads to nothing from its file leads somewhere from its page. */
export function leadsFromPage({ source, site }: Document, { target }: LocalLink, facts: Pick<LinkFacts, "paths" | "opaque" | "pageFolders">): boolean {
  if (site === undefined ? !facts.pageFolders : !generators.has(site.generator)) return false;
  const page = source.path.replace(/(?:(?:^|(?<=\/))_?index)?\.\w+$/, "");
  const destination = resolveTarget(repoPath(`${page.replace(/\/$/, "")}/x`.replace(/^\//, "")), target);
  if (destination.kind !== "path") return false;
  const { path } = destination;
  if (!isMissing(facts, { target: path, range: [0, 0], path, anchor: undefined })) return true;
  return site?.generator === "hugo" && path.startsWith(site.root) && facts.paths.has(staticOf(site) + path.slice(site.root.length));
}
