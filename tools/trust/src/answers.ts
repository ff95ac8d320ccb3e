// What git itself answers, asked of a copy of the repository, so that its own writes do no harm.
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Built } from "./kinds.js";

const text = (bytes: Buffer): string => bytes.toString("latin1");
const fields = (bytes: Buffer): string[] => text(bytes).split("\0").slice(0, -1);

/** Names as bytes read as Latin-1, sorted. */
export interface Answers {
  /** The files that stand in the worktree, tracked or not, without the ignored, and what a sparse checkout left out. */
  readonly files: readonly string[];
  /** `mode id path` of each entry that a commit of the index would have; undefined while a conflict is open. */
  readonly staged: readonly string[] | undefined;
  /** The same of HEAD; undefined without commits. */
  readonly head: readonly string[] | undefined;
  /** `status path` of tracked files that differ from HEAD on disk. */
  readonly changed: readonly string[] | undefined;
  /** Ids of all commits that HEAD and refs reach. */
  readonly commits: readonly string[];
}

export function answersOf({ root }: Built): Answers {
  const folder = mkdtempSync(join(tmpdir(), "caio-answers-"));
  try {
    // `.git` of a submodule or linked worktree is a file with a path that may be relative: git is asked with its folder named.
    const real = execFileSync("git", ["rev-parse", "--absolute-git-dir", "--git-common-dir"], { cwd: root, encoding: "utf8" }).split("\n");
    execFileSync("cp", ["-a", root, join(folder, "copy")]);
    rmSync(join(folder, "copy", ".git"), { recursive: true, force: true });
    execFileSync("cp", ["-a", real[0] ?? "", join(folder, "git")]);
    const env: NodeJS.ProcessEnv = {
      PATH: process.env["PATH"],
      HOME: "/nonexistent",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_DIR: join(folder, "git"),
      GIT_WORK_TREE: join(folder, "copy"),
      GIT_NO_LAZY_FETCH: "1",
      GIT_NO_REPLACE_OBJECTS: "1",
    };
    if (existsSync(join(folder, "git", "commondir"))) env["GIT_COMMON_DIR"] = join(real[1] ?? "");
    const git = (...args: readonly string[]): Buffer =>
      execFileSync("git", ["-c", "core.quotePath=true", "-c", "color.ui=false", ...args], {
        cwd: join(folder, "copy"),
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
    const maybe = (...args: readonly string[]): Buffer | undefined => {
      try {
        return git(...args);
      } catch {
        return undefined;
      }
    };
    const listed = new Set([
      ...fields(git("ls-files", "-z")),
      ...fields(git("ls-files", "-o", "--exclude-standard", "-z")).filter((name) => !name.endsWith("/")),
    ]);
    // What a sparse checkout left out belongs to the repository as much as the rest.
    const skipped = new Set(fields(git("ls-files", "-t", "-z")).flatMap((field) => (field.startsWith("S ") ? [field.slice(2)] : [])));
    const isThere = (name: string): boolean => lstatSync(Buffer.from(join(folder, "copy", name), "latin1"), { throwIfNoEntry: false }) !== undefined;
    const entries = (tree: Buffer | undefined): string[] | undefined =>
      tree === undefined
        ? undefined
        : fields(git("ls-tree", "-r", "-z", "--full-tree", text(tree).trim()))
            .map((line) => line.replace(/^(\d+) \w+ (\w+)\t/, "$1 $2 "))
            .toSorted();
    const head = maybe("rev-parse", "--verify", "--quiet", "HEAD^{tree}");
    const changed = head === undefined ? undefined : fields(git("diff", "--name-status", "-z", "--no-renames", "--ignore-submodules=all", "HEAD"));
    return {
      files: [...listed].filter((name) => skipped.has(name) || isThere(name)).toSorted(),
      staged: entries(maybe("write-tree")),
      head: entries(head),
      changed: changed?.flatMap((field, at) => (at % 2 === 0 ? [`${field} ${changed[at + 1] ?? ""}`] : [])).toSorted(),
      commits: text(maybe("rev-list", "--all", ...(head === undefined ? [] : ["HEAD"])) ?? Buffer.alloc(0))
        .split("\n")
        .filter((line) => line !== "")
        .toSorted(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
