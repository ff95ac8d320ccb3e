// Listing: 100,000 files by the tree room, with git and without.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Contender } from "../bench.js";
import { room } from "../programs.js";

const count = 100_000;

function write(folder: string): void {
  for (let at = 0; at < count; at++) {
    const inside = join(folder, `part-${Math.floor(at / 1000)}`);
    if (at % 1000 === 0) mkdirSync(inside, { recursive: true });
    writeFileSync(join(inside, `file-${at}.txt`), "");
  }
}

/** Opens the repository and lists it, as a run does; ends with 1 where a file is missing. */
function lister(cwd: string): Contender {
  const script = `import { openRepository } from "${room("git")}"; const { files } = await openRepository("."); process.exitCode = (await files.list()).length === ${count} ? 0 : 1;`;
  return { name: "openRepository, files.list()", argv: [process.execPath, "--input-type=module", "--eval", script], cwd };
}

/** What git tracks and what it does not ignore. */
export const listing: Bench = {
  name: "listing",
  summary: "100,000 files in a git repository, listed by the tree room (the start of Node included) and by git itself",
  goal: { seconds: 0.5 },
  prepare(folder) {
    write(folder);
    const git = (...args: string[]): void => void execFileSync("git", args, { cwd: folder, stdio: "ignore" });
    git("init", "--quiet");
    git("add", "--all");
    return [lister(folder), { name: "git ls-files", argv: ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd: folder }];
  },
};

/** A folder that no git knows. */
export const walking: Bench = {
  name: "walking",
  summary: "100,000 files in a folder without git, listed by the tree room and by find",
  prepare(folder) {
    write(folder);
    return [lister(folder), { name: "find -type f", argv: ["find", ".", "-type", "f"], cwd: folder }];
  },
};
