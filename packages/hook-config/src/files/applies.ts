// Which files a hook of pre-commit is given. Source: pre-commit 4.7.0, commands/run.py.
import { pythonMatcher, type TextMatcher } from "@caio/repo-model/patterns";
import { isRepoError } from "@caio/repo-model/text";
import { textAt, textsAt, type ConfigHook } from "../facts.js";
import { listItems, textValue, type MapView } from "../validate/map-view.js";
import { dialects, globPattern } from "./globs.js";
import type { TaggedFile } from "./tags.js";

/** What a filter leaves. `isSure` is false where a pattern or a file's tags could not be judged: then there may be more. */
export interface Applied {
  readonly files: readonly TaggedFile[];
  readonly isSure: boolean;
}

/** Files below a folder, by their paths from there: a nested configuration is judged from its own folder. */
export function below(files: readonly TaggedFile[], folder: string): readonly TaggedFile[] {
  return folder === "" ? files : files.flatMap((file) => (file.path.startsWith(folder) ? [{ ...file, path: file.path.slice(folder.length) }] : []));
}

/** Patterns that are asked of many files are read once; undefined for one that cannot be. */
const matchers = new Map<string, TextMatcher | undefined>();

function matcher(pattern: string): TextMatcher | undefined {
  if (matchers.has(pattern)) return matchers.get(pattern);
  if (matchers.size > 1000) matchers.clear();
  let made: TextMatcher | undefined;
  try {
    made = pythonMatcher(pattern);
  } catch (error) {
    if (!isRepoError(error)) throw error;
  }
  matchers.set(pattern, made);
  return made;
}

/** The files that a pattern matches; undefined where that cannot be known. */
export function matching(files: readonly TaggedFile[], pattern: string): readonly TaggedFile[] | undefined {
  const matches = matcher(pattern);
  if (matches === undefined) return undefined;
  try {
    return files.filter(({ path }) => matches(path));
  } catch (error) {
    if (isRepoError(error) && error.code === "PATTERN_TOO_SLOW") return undefined;
    throw error;
  }
}

/** Patterns of which one has to match; undefined where that cannot be judged. */
export type PathPatterns = readonly string[] | undefined;

/** The files that one of the patterns matches, in their order; undefined where that cannot be known. */
export function matchingAny(files: readonly TaggedFile[], patterns: PathPatterns): readonly TaggedFile[] | undefined {
  const found = new Set<TaggedFile>();
  if (patterns === undefined) return undefined;
  for (const pattern of patterns) {
    const some = matching(files, pattern);
    if (some === undefined) return undefined;
    for (const file of some) found.add(file);
  }
  return found.size === files.length ? files : files.filter((file) => found.has(file));
}

/** Globs of prek as patterns. */
export function globsetPatterns(globs: readonly string[]): PathPatterns {
  const patterns = globs.map((glob) => globPattern(glob, dialects.globset));
  return patterns.flatMap((pattern) => pattern ?? []).length < globs.length ? undefined : patterns.flatMap((pattern) => pattern ?? []);
}

/** What `include` leaves without what `exclude` takes; a filter that is absent is none. */
export function narrowed({ files, isSure }: Applied, include: { readonly any: PathPatterns } | undefined, exclude: typeof include): Applied {
  const kept = include === undefined ? files : matchingAny(files, include.any);
  if (kept === undefined) return { files, isSure: false };
  if (exclude === undefined) return { files: kept, isSure };
  const out = matchingAny(kept, exclude.any);
  if (out === undefined) return { files: kept, isSure: false };
  const gone = new Set(out);
  return { files: kept.filter((file) => !gone.has(file)), isSure };
}

/** A filter of paths: pre-commit's text, or `glob` with a text or a list of them, as prek takes it. */
function filterAt(view: MapView | undefined, key: string): { readonly any: PathPatterns } | undefined {
  const text = textAt(view, key);
  if (text !== undefined) return text === "" || (key === "exclude" && text === "^$") ? undefined : { any: [text] };
  const value = view?.pairs.get(key)?.value.node;
  if (value?.kind !== "map") return undefined;
  const glob = value.entries.find((entry) => entry.key.node.kind === "scalar" && entry.key.node.value === "glob")?.value;
  const only = textValue(glob);
  return { any: globsetPatterns(only === undefined ? (listItems(glob) ?? []).flatMap((item) => textValue(item) ?? []) : [only]) };
}

/** The files that the configuration's own `files` and `exclude` leave. */
export function globalFiles(root: MapView | undefined, files: readonly TaggedFile[]): Applied {
  return narrowed({ files, isSure: true }, filterAt(root, "files"), filterAt(root, "exclude"));
}

/** The files of the types that a hook asks for; `types` holds where it names none itself. */
export const ofTypes = (applied: Applied, view: MapView, types: readonly string[]): Applied =>
  tagged(applied, { all: textsAt(view, "types") ?? types, some: textsAt(view, "types_or") ?? [], none: textsAt(view, "exclude_types") ?? [] });

/** The files with all of some tags, one of others, none of the last. */
export function tagged({ files, isSure }: Applied, { all, some, none }: Readonly<Record<"all" | "some" | "none", readonly string[]>>): Applied {
  let isCertain = isSure;
  const kept = files.filter((file) => {
    const fits =
      all.every((tag) => file.tags.has(tag)) && (some.length === 0 || some.some((tag) => file.tags.has(tag))) && !none.some((tag) => file.tags.has(tag));
    if (!fits && !file.isSure) isCertain = false;
    return fits;
  });
  return { files: kept, isSure: isCertain };
}

/** The files that a hook is given, as far as the configuration says: what a manifest adds is not known here. */
export function filesOf(hook: ConfigHook, root: MapView | undefined, files: readonly TaggedFile[]): Applied {
  const typed = ofTypes(globalFiles(root, files), hook.view, hook.repo === "local" || hook.repo === undefined ? ["file"] : []);
  return narrowed(typed, filterAt(hook.view, "files"), filterAt(hook.view, "exclude"));
}
