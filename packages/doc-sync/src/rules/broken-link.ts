// broken-link: a relative link to a file that is not there.
import { defineRule, type Draft, type Fix } from "@caio/repo-model/check";
import { addTo } from "@caio/repo-model/text";
import type { HistoryPart } from "../facts.js";
import { causesOf, renderedFrom } from "../links/missing.js";
import type { Document, LinkFacts, LocalLink } from "../links/link-facts.js";
import { faultOf } from "../links/certainty.js";
import { relativePath, rewriteFix } from "../links/rewrite.js";
import { lackingScheme } from "../links/target.js";

/** Paths by their last segment. */
function byName({ paths }: LinkFacts): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const path of paths) addTo(names, path.slice(path.lastIndexOf("/") + 1), path);
  return names;
}

/** What to do about a missing file: the one file of the same name may be meant. */
function namesakeHelp({ path }: LocalLink, names: ReadonlyMap<string, readonly string[]>): string {
  const [only, second] = names.get(path.slice(path.lastIndexOf("/") + 1)) ?? [];
  return only === undefined || second !== undefined || !only.includes(".")
    ? "Correct the link, or add the file."
    : `Is \`${only}\` meant? Else correct the link, or add the file.`;
}

/** The file that is meant, where the target is written from the repository's root. */
function fromRoot({ target }: LocalLink, { paths }: LinkFacts): string | undefined {
  const path = /^\.?\/?([^?#]*)/.exec(target)?.[1]?.replace(/\/$/, "") ?? "";
  // A name alone may stand anywhere.
  return path.includes("/") && !path.includes("..") && paths.has(path) ? path : undefined;
}

/** What to do, and what may be done at once: git moved the file, or the link is written from the root. */
function remedy(document: Document, link: LocalLink, facts: HistoryPart, names: () => ReadonlyMap<string, readonly string[]>): { help: string; fix?: Fix } {
  const moved = facts.renames.get(link.path);
  const root = moved === undefined ? fromRoot(link, facts) : undefined;
  const to = moved ?? root;
  if (to === undefined) {
    const scheme = lackingScheme(link.target);
    return { help: scheme === undefined ? namesakeHelp(link, names()) : `Write \`${scheme}\` before it.` };
  }
  const fix = rewriteFix(document.source, link.range, to, moved === undefined ? "suggested" : "safe");
  const written = fix?.title.slice("write ".length) ?? `\`${relativePath(document.source.path, to)}\``;
  const help = moved === undefined ? `Links are relative to their document: write ${written}.` : `It was moved to \`${moved}\`: write ${written}.`;
  return fix === undefined ? { help } : { help, fix };
}

/** Outside of a site a link that only a site would follow: GitHub has no pages but files. */
function unrendered({ source }: Document, { target, range, path }: LocalLink, file: string): Draft {
  const fix = rewriteFix(source, range, file, "suggested");
  return {
    message: `The link \`${target}\` leads to nothing on GitHub; a site would make its page of \`${file}\`.`,
    at: source.at(range),
    severity: "note",
    help: `Write ${fix?.title.slice("write ".length) ?? `\`${relativePath(source.path, file)}\``}, which sites follow, too.`,
    data: { target, path },
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Pages that are linked to without their file's ending: from so many on, where no more are written with it, some site that is not known is made of them. */
const convention = 10;

function writesPages(facts: HistoryPart): boolean {
  let [pages, files] = [0, 0];
  for (const { site, links, source } of facts.documents)
    if (site === undefined)
      for (const { path } of links)
        if (path === source.path) continue;
        else if (/\.mdx?$/i.test(path)) files++;
        else if (renderedFrom(facts, path) !== undefined) pages++;
  return pages >= convention && pages >= files;
}

export const brokenLink = defineRule<HistoryPart, unknown>({
  id: "broken-link",
  summary: "A relative link leads to a file that is not there.",
  severity: "error",
  *find(facts) {
    const isHabit = writesPages(facts);
    let known: ReadonlyMap<string, readonly string[]> | undefined;
    const names = (): ReadonlyMap<string, readonly string[]> => (known ??= byName(facts));
    for (const document of facts.documents) {
      for (const link of document.links) {
        const file = document.site === undefined && !isHabit ? renderedFrom(facts, link.path) : undefined;
        if (file !== undefined) yield unrendered(document, link, file);
      }
      for (const link of facts.missing.get(document) ?? []) {
        const fault = faultOf(document, link, facts);
        if (fault === undefined) continue;
        yield {
          message: `The link \`${link.target}\` leads to \`${link.path}\`, which is not there.`,
          at: document.source.at(link.range),
          causes: () => causesOf(link.path),
          data: { target: link.target, path: link.path },
          ...fault,
          ...remedy(document, link, facts, names),
        };
      }
    }
  },
});
