// path-missing: a path in backticks that is not there.
import { defineRule } from "@caio/repo-model/check";
import { nearestIn } from "@caio/repo-model/config";
import { addTo, repoPath } from "@caio/repo-model/text";
import type { HistoryPart } from "../facts.js";
import type { Document } from "../links/link-facts.js";
import { missingPaths } from "../links/missing.js";

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/"));
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** The names of the files in each folder. */
function byFolder(paths: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) addTo(folders, folderOf(path), nameOf(path));
  return folders;
}

/** Tells the path that may be meant: of a name much like it in the same folder. */
function meantIn(paths: ReadonlySet<string>): (path: string) => string | undefined {
  let folders: ReadonlyMap<string, readonly string[]> | undefined;
  const finders = new Map<string, (name: string) => string | undefined>();
  return (path) => {
    const folder = folderOf(path);
    const name = nameOf(path);
    if (name.length > 100) return undefined;
    const ending = name.slice(name.lastIndexOf("."));
    const key = `${folder}/${ending}`;
    const find = finders.get(key) ?? nearestIn(((folders ??= byFolder(paths)).get(folder) ?? []).filter((other) => other.endsWith(ending)));
    finders.set(key, find);
    const near = find(name);
    return near === undefined ? undefined : `${folder}/${near}`;
  };
}

/** What a build, a command or the reader makes: "the generated `dist/x.json`", "it writes `out/x.json`", "Create a new page at `docs/x.md`". */
const made =
  /\b(?:generated|built|compiled|resulting|creat(?:es?|ing)|generates?|produces?|writes?|outputs?|emits?|add(?:ing)?|sav(?:e|ing))(?: (?:the|an?|it|this|that|new|your|own|another|separate|empty|markdown|file|page|module|document|script|test|named|called|as|at|in|into|to|under))*[ *_`]{1,4}$/i;
const longestLead = 60;

/** The paths that a document says are made: what they are called elsewhere in it is the same. */
const madeIn = ({ source: { text }, codePaths }: Document): ReadonlySet<string> =>
  new Set(codePaths.filter(({ range: [start] }) => made.test(text.slice(Math.max(0, start - longestLead), start))).map(({ path }) => path));

/** What is one of many: "(e.g. `changes/1284.fix.rst`)". */
const example = /(?:\be\.g\.|\bfor (?:example|instance)|\bsuch as)[,:]?[ *_`]{1,4}$/i;

/** Words by which a file's name says that somebody makes the real one of it. */
const model = /[._-](?:examples?|sample|template|tmpl|dist|default)(?=[._-]|$)/i;
const isCopyOf = (path: string, other: string): boolean => model.test(nameOf(other)) && nameOf(other).replace(model, "") === nameOf(path);

/** Pages of a site in its own sources (Astro's collections): the `src/` that they speak of is their readers'. */
const forReaders = /(?:^|\/)src\/content\//;

export const pathMissing = defineRule<HistoryPart, unknown>({
  id: "path-missing",
  summary: "A path in backticks names a file that is not there.",
  severity: "warning",
  *find({ documents, paths, folded, renames, removed, opaque }) {
    const meant = meantIn(paths);
    for (const document of documents) {
      const { source } = document;
      const elsewhere = forReaders.test(source.path);
      const missing = missingPaths(document, { paths, folded, opaque });
      const own = missing.length === 0 ? undefined : madeIn(document);
      for (const { path, range } of missing) {
        if (elsewhere && path.startsWith("src/")) continue;
        if (own?.has(path) === true || example.test(source.text.slice(Math.max(0, range[0] - 20), range[0]))) continue;
        const moved = renames.get(path);
        const near = moved ?? meant(path);
        // What never was there may be a file that a user or a build makes.
        if (near === undefined ? !removed.has(path) : moved === undefined && isCopyOf(path, near)) continue;
        yield {
          message: moved === undefined ? `\`${path}\` is not there${removed.has(path) ? " any more" : ""}.` : `\`${path}\` was moved to \`${moved}\`.`,
          at: source.at(range),
          help: near === undefined ? "Correct the path, or leave it out." : moved === undefined ? `Did you mean \`${near}\`?` : `Write \`${near}\`.`,
          causes: [repoPath(path)],
          data: { path, ...(near === undefined ? {} : { nearest: near }) },
          ...(moved === undefined ? {} : { fix: { kind: "safe" as const, title: `write \`${moved}\``, edits: [{ path: source.path, range, text: moved }] } }),
        };
      }
    }
  },
});
