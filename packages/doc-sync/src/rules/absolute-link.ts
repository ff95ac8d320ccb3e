// absolute-link: a path from a root that the renderer does not have, or from somebody's disk.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { hasEnding, isPart } from "../links/certainty.js";
import { isMissing } from "../links/missing.js";
import type { Document, LinkFacts, WrittenLink } from "../links/link-facts.js";
import { relativePath, rewriteFix } from "../links/rewrite.js";
import { rootPlaces } from "../links/root-places.js";

/** Links that may lead to nothing before the root is taken for a site's, where fewer lead somewhere. */
const fewest = 2;

/** Whether paths from the root mean the repository's: most of them are there. Else they are addresses of a site that is not known. */
function isRootOfPaths(facts: LinkFacts): boolean {
  const different = new Set<string>();
  for (const { site, otherLinks } of facts.documents)
    if (site === undefined)
      for (const { destination } of otherLinks) if (destination.kind === "root" && destination.path !== "") different.add(destination.path);
  let there = 0;
  for (const path of different) if (facts.paths.has(path)) there++;
  return different.size - there <= Math.max(fewest, there);
}

function* judge(document: Document, { target, range, destination }: WrittenLink, facts: LinkFacts, isRoot: boolean): Iterable<Draft> {
  const { source, site } = document;
  const at = source.at(range);
  if (destination.kind === "machine") {
    yield { message: `\`${target}\` is a path of one machine's disk.`, at, help: "Write a path relative to the document.", data: { target } };
    return;
  }
  if (destination.kind !== "root" || destination.path === "" || isPart(source.path)) return;
  const { path, anchor } = destination;
  const places = rootPlaces(document, path, isRoot);
  if (places === undefined || places.some((place) => !isMissing(facts, { target, range, anchor, path: place }))) return;
  const meant = facts.paths.has(path) ? path : site !== undefined && facts.paths.has(site.root + path) ? site.root + path : undefined;
  const fix = meant === undefined ? undefined : rewriteFix(source, range, meant, "suggested");
  yield {
    message: site === undefined ? `\`${target}\` leads from the repository's root to nothing.` : `\`${target}\` leads from the root of the site to nothing.`,
    at,
    help: meant === undefined ? "Correct the path, or write it relative to the document." : `Write \`${relativePath(source.path, meant)}\`.`,
    data: { target, path },
    ...(fix === undefined ? {} : { fix }),
    // A page of some site is addressed so, too.
    ...(hasEnding(path) ? {} : { severity: "note" as const }),
  };
}

export const absoluteLink = defineRule<LinkFacts, unknown>({
  id: "absolute-link",
  summary: "An absolute path leads to nothing from the root that its renderer takes.",
  severity: "warning",
  *find(facts) {
    const isRoot = isRootOfPaths(facts);
    for (const document of facts.documents)
      for (const link of document.otherLinks)
        if (link.destination.kind === "machine" || link.destination.kind === "root") yield* judge(document, link, facts, isRoot);
  },
});
