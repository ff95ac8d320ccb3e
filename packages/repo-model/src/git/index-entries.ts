// The entries of the index: from its file, or from git where only git can read the file.
import { readFileSync } from "node:fs";
import { RepoError } from "../text/index.js";
import type { GitFolders } from "./folders.js";
import { indexShape, parseIndex, type IndexEntry } from "./index-file.js";
import { splitNul, type GitProcess } from "./process.js";

function indexBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new RepoError("GIT_FAILED", "The index cannot be read.", { cause: error });
  }
}

/** In `ls-files --debug`: the flags of an entry as git holds them in memory (read-cache-ll.h). */
const [assumed, intended, skipped] = [0x8000, 0x2000_0000, 0x4000_0000];

/** Reads `ls-files -s -z --debug`: what is told of an entry stands behind its name. */
function parseDebug(output: Buffer): IndexEntry[] {
  const entries: IndexEntry[] = [];
  let head = "";
  for (const field of [...splitNul(output), output.subarray(output.lastIndexOf(0) + 1).toString("latin1")]) {
    const [, debug = "", next = ""] = /^((?: {2}\w+: .*\n)*)([^]*)$/.exec(field) ?? [];
    if (head !== "") {
      const tab = head.indexOf("\t");
      const [mode = "", id = "", stage = "0"] = head.slice(0, tab).split(" ");
      const flags = Number.parseInt(/flags: ([0-9a-f]+)/.exec(debug)?.[1] ?? "0", 16);
      entries.push({
        path: head.slice(tab + 1),
        mode,
        id,
        stage: Number(stage),
        isIntended: (flags & intended) !== 0,
        isSkipped: (flags & skipped) !== 0,
        isAssumed: (flags & assumed) !== 0,
      });
    }
    head = next;
  }
  return entries;
}

/** A sparse index holds whole folders, which end in a slash: the files in them, as the tree of each has them. */
async function expand(git: GitProcess, entries: readonly IndexEntry[]): Promise<readonly IndexEntry[]> {
  const all: IndexEntry[] = [];
  for (const entry of entries) {
    if (!entry.path.endsWith("/")) {
      all.push(entry);
      continue;
    }
    for (const record of splitNul(await git.run(["ls-tree", "-r", "-z", "--full-tree", entry.id]))) {
      const [, mode = "", id = ""] = /^(\d+) \w+ ([0-9a-f]+)$/.exec(record.slice(0, record.indexOf("\t"))) ?? [];
      all.push({ ...entry, path: entry.path + record.slice(record.indexOf("\t") + 1), mode, id, isSkipped: true });
    }
  }
  return all;
}

/** The entries, in the index's order; none where there is no index yet. Without `git` a form that is not read here is GIT_UNSUPPORTED and named. */
export async function indexEntries(folders: GitFolders, idLength: 20 | 32, git?: GitProcess): Promise<readonly IndexEntry[]> {
  const bytes = indexBytes(folders.index);
  if (bytes === undefined) return [];
  const entries = parseIndex(bytes, idLength);
  if (entries !== undefined) return entries;
  if (git === undefined)
    throw new RepoError("GIT_UNSUPPORTED", `Without native git a repository with ${indexShape(bytes)} cannot be read.`, {
      hint: "Install git and put it on PATH.",
    });
  return expand(git, parseDebug(await git.run(["ls-files", "--sparse", "-s", "-z", "--debug"])));
}
