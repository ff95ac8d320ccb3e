// Files that look like tests, and that pytest does not collect by itself: those that a conftest may leave out, and the scripts of Snakemake's rules.
import { pathMatcher } from "@caio/repo-model/patterns";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { folderOf, inFolder } from "./modules.js";
import { join } from "./paths.js";

const isSnakefile = (path: string): boolean => /(?:^|\/)[Ss]nakefile[\w.-]*$|\.smk$/.test(path);

/** Tells of them. A conftest's lists are often filled under conditions: what they may name is left out. */
export async function uncollected(paths: readonly RepoPath[], text: (path: RepoPath) => Promise<SourceText | undefined>): Promise<(path: string) => boolean> {
  const named = new Set<string>();
  const globs: string[] = [];
  for (const path of paths) {
    if (!/(?:^|\/)conftest\.py$/.test(path) && !isSnakefile(path)) continue;
    const source = (await text(path))?.text ?? "";
    const folder = folderOf(path);
    if (isSnakefile(path)) {
      for (const script of scriptsOf(source)) named.add(join(folder, script) ?? "");
      continue;
    }
    for (const { word, isGlob } of ignoredBy(source)) {
      if (isGlob) globs.push(`/${inFolder(folder, word)}`);
      else named.add(join(folder, word) ?? "");
    }
  }
  named.delete("");
  if (named.size === 0 && globs.length === 0) return () => false;
  const matches = globs.length === 0 ? () => false : globMatcher(globs);
  return (path) => {
    for (let at = path; at !== ""; at = folderOf(at)) if (named.has(at)) return true;
    return matches(path);
  };
}

function globMatcher(globs: readonly string[]): (path: string) => boolean {
  try {
    return pathMatcher(globs);
  } catch {
    return () => false;
  }
}

/** `script: "x.py"`, on one line or on the next. */
function scriptsOf(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]+script:[ \t]*(?:#[^\n]*)?(?:\r?\n[ \t]+)?["']([^"'\n]{1,300})["']/gm)].map(([, path = ""]) => path);
}

/** The words of a conftest's `collect_ignore` and `collect_ignore_glob`, however they are put together. */
function ignoredBy(text: string): readonly { readonly word: string; readonly isGlob: boolean }[] {
  return [
    ...text.matchAll(/\bcollect_ignore(_glob)?\b(?:\s*\+?=|\s*:[^=\n]{0,100}=|\.(?:append|extend)\()\s*(\[[^\]]{0,20000}\]|"[^"\n]*"|'[^'\n]*')/g),
  ].flatMap(([, glob, list = ""]) =>
    [...list.replace(/#[^\n]*/g, "").matchAll(/["']([^"'\n]+)["']/g)].map(([, word = ""]) => ({ word, isGlob: glob !== undefined })),
  );
}
