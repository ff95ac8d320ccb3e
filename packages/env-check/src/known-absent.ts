// Of what is not there, what cannot have come by another way: made by a command, ignored by git, another repository's.
import type { Context } from "@caio/repo-model/check";
import type { RepoPath } from "@caio/repo-model/text";
import { ignoredAmong } from "@caio/repo-model/tree";
import { isGone, type Absent } from "./chain/absent.js";
import { fromRoot } from "./chain/paths.js";
import type { PytestSettings } from "./chain/pytest.js";
import { once } from "./once.js";
import type { Project } from "./project.js";

const isPath = ({ kind }: Absent): boolean => kind === "tests" || kind === "script" || kind === "requirements";

/** What stands before a file that is written or brought: a redirection or an option right before it, a command anywhere. */
const writes = /(?:>|\s-[oO]|--output[=\s])\s*["']?[\w./$-]*$/;
const brings = /\b(?:cp|mv|ln|tee|touch|curl|wget|unzip|tar|clone|download|rsync|scp)\b/;
/** Commands and actions that bring folders. */
const bringsFolders = /\bgit\s+(?:clone|submodule|checkout|worktree)\b|\b(?:unzip|tar|degit|cookiecutter|copier|rsync|scp|mkdir)\b|download-artifact/;

const writesFiles = /<<|\bnpm init\b|\bmktemp\b/;

/** Folders of what is tried on, or stands for another project. */
const foreign = /(?:^|\/)(?:tests?|testing|fixtures?|test_?data|examples?|samples?|templates?|cookiecutter[^/]*|vendor(?:ed)?|third_party|resources)\//i;

/** A line that may write a file, or bring it. */
const mayWrite = new RegExp(`[>]|\\s-[oO]|--output|https?:|${brings.source}`);

/** What brings folders as well; of the others, `cp x tests/data.json` has the folder before. */
const bringsAll = /\b(?:curl|wget|unzip|tar|clone|download|rsync|scp)\b/;

/** Whether a line writes a file, or brings it. */
function isWriting(line: string, base: string): boolean {
  const at = line.indexOf(base);
  if (at < 0) return false;
  const before = line.slice(Math.max(0, at - 500), at);
  const isFolder = /^\/[\w.]/.test(line.slice(at + base.length, at + base.length + 2));
  const isBringing = isFolder ? bringsAll.test(before) : writes.test(before) || brings.test(before);
  return isBringing || line.split(/\s+/).some((word) => /https?:/.test(word) && word.includes(`/${base}`));
}

/** So many units are looked through for what makes a file: beyond, each may be made. */
const mostRead = 20_000_000;

/** What is asked of a text once, however many names are missing beside it. */
interface Told {
  readonly writesFiles: boolean;
  readonly bringsFolders: boolean;
  /** The lines that may write a file; what a step is called brings nothing. */
  readonly lines: readonly string[];
}

const toldBy = (text: string): Told => ({
  writesFiles: writesFiles.test(text),
  bringsFolders: bringsFolders.test(text),
  lines: text.split("\n").filter((line) => mayWrite.test(line) && !/^\s*(?:-\s+)?name:/.test(line)),
});

/** Leaves out what may be there after all. */
export async function knownAbsent(all: readonly Absent[], { files }: Context, { index, sources }: Project): Promise<readonly Absent[]> {
  if (all.length === 0) return all;
  const entries = await files.list();
  const others = entries.filter(({ kind }) => kind === "submodule" || kind === "link").map(({ path }) => path as string);
  const listed = new Set<string>(entries.map(({ path }) => path));
  const ignored = await ignoredAmong(files, listed, new Set(all.filter(isPath).map(({ name }) => name)));
  const texts = new Map<string, Promise<Told>>();
  const sections = new Map<string, Promise<boolean>>();
  const decisions = new Map<string, Promise<boolean>>();
  let left = mostRead;
  const told = (path: RepoPath): Promise<Told> => once(texts, path, async () => toldBy((await sources.text(path))?.text ?? ""));
  const found: Absent[] = [];
  for (const one of all) {
    const key = [one.kind, one.name, ...one.chain.map(({ kind, at }) => `${kind} ${at.path} ${at.range.join("-")}`)].join("\0");
    if (!(await once(decisions, key, () => mayBeThere(one)))) found.push(one);
  }
  return found;

  async function mayBeThere(one: Absent): Promise<boolean> {
    const isOthers = isPath(one) && others.some((path) => one.name === path || one.name.startsWith(`${path}/`));
    // What lies among tests and examples is tried on, and is not the project's.
    if (isOthers || ignored.has(one.name) || one.chain.some(({ at }) => foreign.test(at.path))) return true;
    return (await isBesideOther(one)) || (isPath(one) && (await mayBeMade(one)));
  }

  /** Whether the commands around it bring another repository, into which they may go. */
  async function isBesideOther({ chain }: Absent): Promise<boolean> {
    for (const { at, kind } of chain) {
      const whole = await told(at.path);
      // A script may write what it goes on with.
      if (kind === "script" && !/(?:\.json|\.toml|[Mm]akefile)$/.test(at.path) && (whole.writesFiles || whole.bringsFolders)) return true;
      if (!whole.bringsFolders) continue;
      const isBringing = once(sections, `${at.path} ${at.range.join("-")}`, async () => {
        const text = ((await sources.text(at.path))?.text ?? "").slice(...at.range);
        return text.includes("\n") && bringsFolders.test(text);
      });
      if (await isBringing) return true;
    }
    return false;
  }

  /** Whether a text on the way writes the file, or brings its folder. */
  async function mayBeMade({ name, chain }: Absent): Promise<boolean> {
    const base = name.slice(name.lastIndexOf("/") + 1);
    const [top = ""] = name.split("/");
    const isNewFolder = top !== name && !index.hasFolder(top);
    for (const path of new Set(chain.map(({ at }) => at.path))) {
      const { lines, bringsFolders: mayBring } = await told(path);
      if (isNewFolder && mayBring) return true;
      for (const line of lines) {
        left -= line.length;
        if (left < 0 || isWriting(line, base)) return true;
      }
    }
    // pip-compile makes `dev.txt` of `dev.in`.
    return index.has(name.replace(/\.txt$/, ".in")) && name.endsWith(".txt");
  }
}

/** pytest's `testpaths`, where none of them is there. */
export function absentTestpaths(index: Project["index"], { folder, testpaths }: PytestSettings): readonly string[] {
  const paths = fromRoot(folder, testpaths);
  const isPlain = testpaths.every((path) => /^[\w./-]+$/.test(path)) && paths.length === testpaths.length;
  return isPlain && paths.every((path) => isGone(index, path)) ? paths : [];
}

/** The files that requirements files take in, and that are not there. */
export function absentIncludes({ manifests, index }: Project): readonly Absent[] {
  return manifests
    .filter(({ format }) => format === "requirements")
    .flatMap(({ includes, path }) =>
      includes.flatMap(({ path: name, at }): Absent[] =>
        /^[\w@+./-]+$/.test(name) && isGone(index, name) ? [{ kind: "requirements", name, certainty: "sure", chain: [{ kind: "file", text: path, at }] }] : [],
      ),
    );
}
