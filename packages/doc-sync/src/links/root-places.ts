// Paths from a root, and where they may lead.
import { hasEnding } from "./certainty.js";
import type { Document, LinkFacts } from "./link-facts.js";
import { isMissing } from "./missing.js";

/** Where a path from the root may lie; undefined where only the renderer knows. `isRoot` says that the repository's own root is meant where there is no site. */
export function rootPlaces({ site, source }: Pick<Document, "site" | "source">, path: string, isRoot: boolean): readonly string[] | undefined {
  if (site === undefined) return isRoot ? [path] : undefined;
  if (site.public === undefined) return undefined;
  const isPage = /\.mdx?$/i.test(path);
  // Without a file's ending it is an address of the site.
  if (!hasEnding(path) || /\.html?$/i.test(path)) return undefined;
  // MkDocs leaves a path from the root as it is: there is a page, and no `.md`.
  if (site.public.length === 0) return isPage ? [] : undefined;
  // Docusaurus looks for documents from the folder of a version and of the site.
  const above = source.path.split("/").map((_, at, all) => all.slice(0, at).join("/"));
  return [...site.public.map((folder) => folder + path), ...(isPage ? above.map((folder) => (folder === "" ? path : `${folder}/${path}`)) : [])];
}

/** Where links from the root of their site would lead that lead nowhere. */
export function missingRootPlaces(documents: readonly Document[], known: Pick<LinkFacts, "paths" | "opaque">): readonly string[] {
  return documents.flatMap((document) =>
    document.site === undefined
      ? []
      : document.otherLinks.flatMap(({ target, range, destination }) => {
          if (destination.kind !== "root" || destination.path === "") return [];
          const places = rootPlaces(document, destination.path, false) ?? [];
          return places.some((path) => !isMissing(known, { target, range, anchor: undefined, path })) ? [] : places;
        }),
  );
}
