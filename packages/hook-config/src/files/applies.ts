// Which files a hook of pre-commit is given. Source: pre-commit 4.7.0, commands/run.py.
import { pythonMatcher, type TextMatcher } from "@caio/repo-model/patterns";
import { isRepoError } from "@caio/repo-model/text";
import { textAt, textsAt, type ConfigHook } from "../facts.js";
import type { MapView } from "../validate/map-view.js";
import type { TaggedFile } from "./tags.js";

/** What a filter leaves. `isSure` is false where a pattern or a file's tags could not be judged: then there may be more. */
export interface Applied {
  readonly files: readonly TaggedFile[];
  readonly isSure: boolean;
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

function narrowed({ files, isSure }: Applied, include: string | undefined, exclude: string | undefined): Applied {
  const kept = include === undefined || include === "" ? files : matching(files, include);
  if (kept === undefined) return { files, isSure: false };
  if (exclude === undefined || exclude === "^$") return { files: kept, isSure };
  const out = matching(kept, exclude);
  if (out === undefined) return { files: kept, isSure: false };
  const gone = new Set(out);
  return { files: kept.filter((file) => !gone.has(file)), isSure };
}

/** The files that the configuration's own `files` and `exclude` leave. */
export function globalFiles(root: MapView | undefined, files: readonly TaggedFile[]): Applied {
  return narrowed({ files, isSure: true }, textAt(root, "files"), textAt(root, "exclude"));
}

/** The files of the types that a hook asks for; `types` holds where it names none itself. */
export function ofTypes({ files, isSure }: Applied, view: MapView, types: readonly string[]): Applied {
  const all = textsAt(view, "types") ?? types;
  const some = textsAt(view, "types_or") ?? [];
  const none = textsAt(view, "exclude_types") ?? [];
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
  return narrowed(typed, textAt(hook.view, "files"), textAt(hook.view, "exclude"));
}
