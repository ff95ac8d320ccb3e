// Looking for secrets beside gitleaks: a tree, a history, one staged file, and the memory of a large tree.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo } from "@caio/git-fixture";
import type { Bench, Contender } from "../bench.js";
import { peer, secretScan } from "../programs.js";

const installed = fileURLToPath(new URL("../../../../node_modules", import.meta.url));
/** Ends with 1 where something is found: a tree of other people's has examples. */
const report = (folder: string, name: string): string => join(folder, "..", `${name}.json`);

/** A tree of real source: the folder that CAIO_BENCH_TREE names, else the workspace's installed packages up to a size. */
function tree(folder: string, size: number): string {
  const named = process.env["CAIO_BENCH_TREE"];
  if (named !== undefined) return named;
  const to = join(folder, "tree");
  mkdirSync(to);
  let copied = 0;
  const isSource = (path: string): boolean => statSync(path).isDirectory() || /\.(?:[cm]?[jt]sx?|json|md|ya?ml|css|html)$/.test(path);
  for (let round = 0; copied < size; round++) {
    for (const name of readdirSync(installed)) {
      if (name.startsWith(".") || name.startsWith("@caio") || copied >= size) continue;
      cpSync(join(installed, name), join(to, `${round}`, name), { recursive: true, filter: isSource, dereference: false });
      copied += Number(spawnSync("du", ["-sb", join(to, `${round}`, name)], { encoding: "utf8" }).stdout.split("\t")[0] ?? 0);
    }
  }
  return to;
}

function contenders(folder: string, cwd: string, decode: boolean): readonly Contender[] {
  const depth = decode ? [] : ["--max-decode-depth", "0"];
  return [
    {
      name: `caio secret-scan${decode ? "" : ", without decoding"}`,
      argv: [
        process.execPath,
        secretScan,
        ...(decode ? [] : ["--decode-depth", "0"]),
        "--max-warnings",
        "999999",
        "--reporter",
        `json=${report(folder, "caio")}`,
      ],
      cwd,
      mayFind: true,
    },
    {
      name: `gitleaks dir${decode ? "" : ", without decoding"}`,
      argv: [peer("gitleaks"), "dir", "--no-banner", ...depth, "--report-path", report(folder, "gitleaks"), "--exit-code", "0", "."],
      cwd,
    },
  ];
}

const megabyte = 1_000_000;

/** Without decoding on either side. */
export const secretsTree: Bench = {
  name: "secrets-tree",
  summary: "a tree of 25 MB of source (CAIO_BENCH_TREE names another), report written, without decoding",
  goal: { times: 1 / 8, of: "gitleaks dir, without decoding" },
  prepare: (folder) => contenders(folder, tree(folder, 25 * megabyte), false),
};

/** With what both decode by default. */
export const secretsDecoded: Bench = {
  name: "secrets-decoded",
  summary: "the same with decoding on both sides",
  goal: { times: 1 / 6, of: "gitleaks dir" },
  prepare: (folder) => contenders(folder, tree(folder, 25 * megabyte), true),
};

/** Memory at the peak is what counts. */
export const secretsMemory: Bench = {
  name: "secrets-memory",
  summary: "a tree of 1 GB: at most 250 MB at the peak",
  goal: { megabytes: 250 },
  prepare: (folder) => contenders(folder, tree(folder, 1000 * megabyte), false).slice(0, 1),
};

/** 1,600 commits of files that grow, written by one `git fast-import`. */
function history(folder: string): string {
  const repo = gitRepo([], { at: folder });
  const parts: string[] = [];
  for (let index = 1; index <= 1600; index++) {
    const path = `src/part_${index % 40}/module_${index % 200}.py`;
    const text = Array.from({ length: 20 + (index % 60) }, (_, line) => `def step_${index}_${line}(value):\n    return value * ${index} + ${line}\n`).join(
      "\n",
    );
    const message = `change ${index}\n`;
    parts.push(`commit refs/heads/main\ncommitter Ada <ada@example.org> ${1_700_000_000 + index * 3600} +0000\ndata ${message.length}\n${message}`);
    parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
  }
  spawnSync("git", ["fast-import", "--quiet", "--force"], { cwd: repo.root, input: parts.join("") });
  return repo.root;
}

/** All refs on both sides. */
export const secretsHistory: Bench = {
  name: "secrets-history",
  summary: "the history of 1,600 commits (CAIO_BENCH_HISTORY names another repository)",
  goal: { times: 1 / 2, of: "gitleaks git" },
  prepare(folder) {
    const cwd = process.env["CAIO_BENCH_HISTORY"] ?? history(folder);
    return [
      { name: "caio secret-scan history", argv: [process.execPath, secretScan, "history", "--reporter", `json=${report(folder, "caio")}`], cwd, mayFind: true },
      { name: "gitleaks git", argv: [peer("gitleaks"), "git", "--no-banner", "--report-path", report(folder, "gitleaks"), "--exit-code", "0", "."], cwd },
    ];
  },
};

/** What a commit hook waits for. */
export const secretsStaged: Bench = {
  name: "secrets-staged",
  summary: "one staged file in a repository of 1,000, the start of the process included",
  goal: { times: 2, of: "gitleaks git --staged" },
  prepare(folder) {
    const repo = gitRepo([], { at: folder });
    for (let index = 0; index < 1000; index++) {
      const inside = join(repo.root, `part-${index % 30}`);
      mkdirSync(inside, { recursive: true });
      writeFileSync(join(inside, `module_${index}.py`), `# Module ${index}.\n${`def step(value):\n    return value + ${index}\n\n\n`.repeat(10)}`);
    }
    repo.apply({ commit: "all" });
    writeFileSync(join(repo.root, "part-2/module_2.py"), "LIMIT = 10\n");
    repo.git("add", "--all");
    const cwd = repo.root;
    return [
      { name: "caio secret-scan --staged", argv: [process.execPath, secretScan, "--staged"], cwd },
      { name: "gitleaks git --staged", argv: [peer("gitleaks"), "git", "--staged", "--no-banner", "."], cwd },
      { name: "node -e 0", argv: [process.execPath, "-e", "0"], cwd },
    ];
  },
};
