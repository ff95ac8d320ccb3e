// broken-link: a relative link to a file that is not there.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { isMissing } from "../links/missing.js";
import type { Document, LinkFacts, LocalLink } from "../links/link-facts.js";
import { lacksScheme } from "../links/target.js";

const archived = /(?:^|\/)_?archived?s?\//i;

/** How sure it is that nothing will be there: `undefined` where it cannot be known. */
function certainty({ site, source }: Document, { path }: LocalLink, facts: LinkFacts): Draft["severity"] | undefined | "unknown" {
  // What is laid aside is not kept up.
  if (archived.test(source.path)) return "note";
  // A page that some build may make; GitHub shows nothing there.
  if (/\.html?$/i.test(path)) return site === undefined ? "note" : "unknown";
  if (site === undefined) return "error";
  if (facts.mounted.has(site) || !path.startsWith(site.root)) return "unknown";
  // Without a file's ending it is an address of the site, which front matter and plugins may change.
  if (!/\.[a-z0-9]{1,5}$/i.test(path)) return "unknown";
  // Sphinx takes `.html.md` and texts from its build.
  if (site.generator === "sphinx" && !/(?<!\.html)\.(?:md|rst|png|jpe?g|gif|svg|webp|pdf|py|toml|ya?ml|json)$/i.test(path)) return "unknown";
  return site.makesPages ? "note" : "warning";
}

/** Paths by their last segment. */
function byName({ paths }: LinkFacts): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const known = names.get(name);
    if (known === undefined) names.set(name, [path]);
    else known.push(path);
  }
  return names;
}

/** What to do about a missing file: the one file of the same name may be meant. */
function namesakeHelp({ path }: LocalLink, names: ReadonlyMap<string, readonly string[]>): string {
  const [only, second] = names.get(path.slice(path.lastIndexOf("/") + 1)) ?? [];
  return only === undefined || second !== undefined || !only.includes(".")
    ? "Correct the link, or add the file."
    : `Is \`${only}\` meant? Else correct the link, or add the file.`;
}

/** The target as it should be written, where it is written from the repository's root. */
function rootPath({ source }: Document, { target }: LocalLink, { paths }: LinkFacts): string | undefined {
  const [, path = "", rest = ""] = /^\.?\/?([^?#]*)([^]*)$/.exec(target) ?? [];
  // A name alone may stand anywhere.
  if (!path.includes("/") || path.includes("..") || !paths.has(path.replace(/\/$/, ""))) return undefined;
  const own = source.path.split("/").slice(0, -1);
  const there = path.split("/");
  let shared = 0;
  while (shared < own.length && shared < there.length - 1 && own[shared] === there[shared]) shared++;
  return `${"../".repeat(own.length - shared)}${there.slice(shared).join("/")}${rest}`;
}

export const brokenLink = defineRule<LinkFacts, unknown>({
  id: "broken-link",
  summary: "A relative link leads to a file that is not there.",
  severity: "error",
  *find(facts) {
    let names: ReadonlyMap<string, readonly string[]> | undefined;
    for (const document of facts.documents) {
      for (const link of document.links) {
        if (!isMissing(facts, link)) continue;
        const severity = certainty(document, link, facts);
        if (severity === "unknown") continue;
        const other = facts.folded.get(link.path.toLowerCase());
        const fromRoot = other === undefined ? rootPath(document, link, facts) : undefined;
        yield {
          message: `The link \`${link.target}\` leads to \`${link.path}\`, which is not there.`,
          at: document.source.at(link.range),
          help:
            other !== undefined
              ? `The file is called \`${other}\`; letter case matters on GitHub.`
              : fromRoot !== undefined
                ? `Links are relative to their document: write \`${fromRoot}\`.`
                : lacksScheme(link.target)
                  ? "Write `https://` before it."
                  : namesakeHelp(link, (names ??= byName(facts))),
          data: { target: link.target, path: link.path },
          ...(severity === undefined ? {} : { severity }),
          ...(fromRoot === undefined
            ? {}
            : { fix: { kind: "suggested", title: `write \`${fromRoot}\``, edits: [{ path: document.source.path, range: link.range, text: fromRoot }] } }),
        };
      }
    }
  },
});
