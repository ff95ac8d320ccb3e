// Of what is not there, what cannot have come by another way: made by a command, ignored by git, another repository's.
import type { Context } from "@caio/repo-model/check";
import { ignoredAmong } from "@caio/repo-model/tree";
import { isGone, type Absent } from "./chain/absent.js";
import { fromRoot } from "./chain/paths.js";
import type { PytestSettings } from "./chain/pytest.js";
import type { Project } from "./project.js";

const isPath = ({ kind }: Absent): boolean => kind === "tests" || kind === "script" || kind === "requirements";

/** Commands that write a file, or bring one. */
const brings =
  /https?:|>|\s-[oO]\b|--output|\b(?:cp|mv|ln|tee|touch|curl|wget|unzip|tar|clone|download|rsync|scp|cat|render|envsubst|generate|export|compile)\b/;
/** Commands and actions that bring folders. */
const bringsFolders = /\bgit\s+(?:clone|submodule|checkout|worktree)\b|\b(?:unzip|tar|degit|cookiecutter|copier|rsync|scp|mkdir)\b|download-artifact/;

/** Leaves out what may be there after all. */
export async function knownAbsent(all: readonly Absent[], { files }: Context, { index, sources }: Project): Promise<readonly Absent[]> {
  if (all.length === 0) return all;
  const entries = await files.list();
  const others = entries.filter(({ kind }) => kind === "submodule" || kind === "link").map(({ path }) => path as string);
  const listed = new Set<string>(entries.map(({ path }) => path));
  const ignored = await ignoredAmong(files, listed, new Set(all.filter(isPath).map(({ name }) => name)));
  const found: Absent[] = [];
  for (const one of all) {
    const isOthers = isPath(one) && others.some((path) => one.name === path || one.name.startsWith(`${path}/`));
    if (isOthers || ignored.has(one.name) || (await isBesideOther(one)) || (isPath(one) && (await mayBeMade(one)))) continue;
    found.push(one);
  }
  return found;

  /** Whether the commands around it bring another repository, into which they may go. */
  async function isBesideOther({ chain }: Absent): Promise<boolean> {
    for (const { at } of chain) {
      const text = (await sources.text(at.path))?.text.slice(...at.range) ?? "";
      if (text.includes("\n") && bringsFolders.test(text)) return true;
    }
    return false;
  }

  /** Whether a text on the way writes the file, or brings its folder. */
  async function mayBeMade({ name, chain }: Absent): Promise<boolean> {
    const base = name.slice(name.lastIndexOf("/") + 1);
    const [top = ""] = name.split("/");
    const isNewFolder = top !== name && !index.hasFolder(top);
    for (const path of new Set(chain.map(({ at }) => at.path))) {
      const text = (await sources.text(path))?.text ?? "";
      if (isNewFolder && bringsFolders.test(text)) return true;
      // A step's name and the command itself bring nothing.
      if (text.split("\n").some((line) => line.includes(base) && brings.test(line.replace(/^\s*(?:-\s+)?name:.*/, "").replaceAll(" -> ", "")))) return true;
    }
    return false;
  }
}

/** pytest's `testpaths`, where none of them is there. */
export function absentTestpaths(index: Project["index"], { folder, testpaths }: PytestSettings): readonly string[] {
  const paths = fromRoot(folder, testpaths);
  const isPlain = testpaths.every((path) => /^[\w./-]+$/.test(path)) && paths.length === testpaths.length;
  return isPlain && paths.every((path) => isGone(index, path)) ? paths : [];
}

/** Folders of what is tried on, or stands for another project. */
const foreign = /(?:^|\/)(?:tests?|testing|fixtures?|test_?data|examples?|samples?|templates?|cookiecutter[^/]*|vendor(?:ed)?|third_party|resources)\//i;

/** The files that requirements files take in, and that are not there. */
export function absentIncludes({ manifests, index }: Project): readonly Absent[] {
  return manifests
    .filter(({ format, path }) => format === "requirements" && !foreign.test(path))
    .flatMap(({ includes, path }) =>
      includes.flatMap(({ path: name, at }): Absent[] =>
        /^[\w@+./-]+$/.test(name) && isGone(index, name) ? [{ kind: "requirements", name, certainty: "sure", chain: [{ kind: "file", text: path, at }] }] : [],
      ),
    );
}
