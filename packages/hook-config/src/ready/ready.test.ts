// Ready and list: what keeps hooks from running, and what they are given.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fullScope } from "@caio/repo-model/check";
import { judge } from "@caio/testing";
import { memoryTree, type FileTree } from "@caio/repo-model/tree";
import { expect, it } from "vitest";
import { checkReady, hookConfig, listHooks } from "../index.js";
import { list } from "./list.js";

const config = `repos:
- repo: local
  hooks:
  - {id: a, name: a, entry: scripts/a.sh -x, language: script, stages: [pre-commit]}
  - {id: b, name: b, entry: ruff check, language: system, stages: [pre-push]}
  - {id: c, name: c, entry: bash scripts/c.sh, language: system, additional_dependencies: [x], types: [python]}
  - {id: d, name: d, entry: python -m d, language: python}
`;
const tree = memoryTree({ ".pre-commit-config.yaml": config, "scripts/a.sh": "", "src/m.py": "", "api/.pre-commit-config.yaml": config });

it("judges entries, stages and dependencies from an environment, and runs nothing", async () => {
  const hooks = [];
  for await (const hook of listHooks({ root: "/r", files: tree })) hooks.push(hook);
  const found = [
    ...checkReady(hooks, {
      which: (command) => (command === "bash" ? "/bin/bash" : undefined),
      exists: (path) => path === "scripts/a.sh",
      isExecutable: () => false,
      installedHookTypes: ["pre-commit"],
    }),
  ];
  expect(found.map(({ rule, data, severity }) => [rule.slice("hook-config/".length), data?.["hook"], severity])).toEqual([
    ["entry-not-executable", "a", "error"],
    ["entry-not-found", "b", "error"],
    ["stage-not-installed", "b", "error"],
    ["entry-not-found", "c", "error"],
    ["ignored-dependencies", "c", "error"],
  ]);
  // Modules and interpreters are another check's.
  expect(found[1]?.help).toContain("`caio env-check doctor`");
  expect([...checkReady(hooks.slice(0, 1), { which: () => undefined, exists: () => true })]).toEqual([]);
  // A clone without any hook: told once for a file, of hooks without stages too.
  const nothing = [...checkReady(hooks, { which: () => "/bin/a", exists: () => true, installedHookTypes: [] })];
  expect(nothing.filter(({ rule }) => rule === "hook-config/stage-not-installed").map(({ message }) => message)).toEqual([
    "This clone has no hook installed, so that git runs none of `.pre-commit-config.yaml`.",
  ]);
});

async function listed(files: FileTree): Promise<string> {
  const context = {
    repository: { root: "/r", files },
    files,
    signal: new AbortController().signal,
    ignore: [],
    now: "",
    scope: fullScope,
    trouble: () => {},
    skip: () => {},
    notRun: () => {},
  };
  const result = await list({ context, options: {}, operands: [], flags: { files: true }, stdin: async () => "" });
  return result.kind === "text" ? result.text : "";
}

it("lists hooks by stage with the files that they match, nested configurations from their own folder", async () => {
  const text = await listed(tree);
  expect(text).toContain("pre-commit\n  a (pre-commit, .pre-commit-config.yaml:4) scripts/a.sh -x — 4 files\n");
  expect(text).toContain("  c (pre-commit, .pre-commit-config.yaml:6) bash scripts/c.sh — 1 file\n    src/m.py\n");
  expect(text).toContain("  a (pre-commit, api/.pre-commit-config.yaml:4) scripts/a.sh -x — 1 file\n    api/.pre-commit-config.yaml\n");
});

it("lists what each manager says of files, and says what is not known", async () => {
  const text = await listed(
    memoryTree({
      "package.json":
        '{"scripts": {"pre": "lint-staged"}, "simple-git-hooks": {"post-merge": "npm ci"}, "lint-staged": {"*.{ts,js}": ["eslint", "prettier"], "../x": "y"}}',
      ".husky/pre-commit": "npm run pre\n",
      "lefthook.yml":
        'pre-push:\n  commands:\n    lint: { glob: "*.ts", run: "lint {push_files}" }\n    test: { root: web, run: make }\n    odd: { glob: "[", run: make }\n    own: { files: "find .", run: "x {files}" }\n  scripts:\n    a.sh: {}\ncommit-msg:\n  commands:\n    say: { run: "say {1}" }\n',
      "web/prek.toml":
        '[[repos]]\nrepo = "local"\nhooks = [\n  { id = "fmt", name = "f", entry = "fmt", language = "system", files = { glob = "*.ts" }, pass_filenames = false },\n  { id = "odd", name = "o", entry = "o", language = "system", files = "\\\\p{L}" },\n]\n',
      "web/a.ts": "",
      "b.js": "",
      "web/.lintstagedrc.yaml": '"*.ts": oxlint\n',
      "api/.lintstagedrc.mjs": "",
      "api/c.ts": "",
    }),
  );
  expect(text.replace(/^ {4}(?!lint-staged).*\n/gm, "")).toBe(`any stage, or those of the manifest
  fmt (prek, web/prek.toml:4) fmt — 1 file, no names passed
  odd (prek, web/prek.toml:5) o — 3 files, as far as is known
pre-commit
  pre-commit (husky, .husky/pre-commit:1) npm run pre — files unknown: a script
    lint-staged *.{ts,js} (package.json:1) eslint && prettier — 1 file
    lint-staged ../x (package.json:1) y — files unknown: the pattern is not read here
    lint-staged (api/.lintstagedrc.mjs:1) — files unknown: the configuration is a program
    lint-staged *.ts (web/.lintstagedrc.yaml:1) oxlint — 1 file
commit-msg
  say (lefthook, lefthook.yml:11) say {1} — files unknown: the command decides
pre-push
  lint (lefthook, lefthook.yml:3) lint {push_files} — 2 files
  test (lefthook, lefthook.yml:4) make — 3 files, no names passed
  odd (lefthook, lefthook.yml:5) make — 9 files, as far as is known, no names passed
  own (lefthook, lefthook.yml:6) x {files} — at most 9 files
  a.sh (lefthook, lefthook.yml:8) .lefthook/pre-push/a.sh — files unknown: a script
post-merge
  post-merge (simple-git-hooks, package.json:1) npm ci
`);
});

it("lists nothing that a terminal would obey", async () => {
  const text = await listed(
    memoryTree({
      "lefthook.yml": 'pre-commit:\n  commands:\n    "a\\e[31m": { run: "x \\e]0;t\\a y" }\n',
      ".husky/pre-push": "x \u001b[31m\n",
      "package.json": '{"lint-staged": {"*.\\u001b[31mts": ["a\\u001b[2J"]}}',
      ".pre-commit-config.yaml": 'repos:\n- repo: "\\e[1m"\n  hooks: [{id: "\\e[2m", stages: ["\\e[3m"]}]\n',
      "b\u001b[0m\nc.ts": "",
    }),
  );
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
  expect(text).toContain("    b\\x1b[0m\\nc.ts\n");
});

it("a prek workspace: each project its own files, an orphan keeps them from those above, as the real prek does", { timeout: 120_000 }, async () => {
  const prek = fileURLToPath(new URL("../../../../.peers/bin/prek", import.meta.url));
  if (!existsSync(prek)) throw new Error("prek is not installed: run tools/peers prek.");
  const local = (id: string): string =>
    `{ id: ${id}, name: ${id}, entry: echo GIVEN ${id}, language: system, verbose: true, require_serial: true, types: [python] }`;
  const files: Record<string, string> = {
    ".pre-commit-config.yaml": `exclude: ^skip/\nrepos:\n- repo: local\n  hooks:\n  - ${local("root")}\n`,
    "api/.pre-commit-config.yaml": `orphan: true\nexclude: ^skip/\nrepos:\n- repo: local\n  hooks:\n  - ${local("api")}\n`,
    "api/deep/prek.toml": `[[repos]]\nrepo = "local"\nhooks = [${local("deep")
      .replace(/(\w+): ([\w ]+)/g, (_, key: string, value: string) => `${key} = ${value === "true" ? value : JSON.stringify(value)}`)
      .replace("types: [python]", 'types = ["python"]')}]\n`,
    "web/.pre-commit-config.yaml": `repos:\n- repo: local\n  hooks:\n  - ${local("web")}\n`,
    ...Object.fromEntries(["a.py", "skip/b.py", "api/c.py", "api/skip/d.py", "api/deep/e.py", "web/f.py", "web/g.js"].map((path) => [path, "x = 1\n"])),
  };
  const folder = mkdtempSync(join(tmpdir(), "caio-workspace-"));
  const clean = { ...process.env, NO_COLOR: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  execFileSync("git", ["init", "-q", folder], { env: clean });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  execFileSync("git", ["-C", folder, "add", "-A"], { env: clean });
  const { stdout, stderr } = spawnSync(prek, ["run", "--all-files"], { cwd: folder, env: clean, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const bases: Readonly<Record<string, string>> = { root: "", api: "api/", deep: "api/deep/", web: "web/" };
  const theirs = Object.fromEntries(
    [...stdout.matchAll(/GIVEN (\w+) ?(.*)$/gm)].map(([, id = "", all = ""]) => [
      id,
      all
        .split(" ")
        .map((path) => `${bases[id] ?? ""}${path}`)
        .toSorted(),
    ]),
  );
  expect(Object.keys(theirs).toSorted(), stdout + stderr).toEqual(["api", "deep", "root", "web"]);
  const text = await listed(memoryTree(files));
  for (const [id, paths] of Object.entries(theirs)) {
    const own = new RegExp(`^  ${id} \\(.*\\n((?:    .*\\n)*)`, "m").exec(text)?.[1] ?? "";
    expect(
      own
        .split("\n")
        .flatMap((line) => (line === "" ? [] : [line.trim()]))
        .toSorted(),
      `${id}\n${text}`,
    ).toEqual(paths);
  }
});

it("takes husky 4 to today's form", async () => {
  const text = '{"devDependencies": {"husky": "^9.0.0"}, "husky": {"hooks": {"commit-msg": "commitlint -E HUSKY_GIT_PARAMS"}}}';
  const { findings } = await judge(hookConfig, { "package.json": text });
  expect(findings).toMatchObject([
    {
      rule: "hook-config/husky-legacy-config",
      severity: "warning",
      fix: { edits: [{ path: ".husky/commit-msg", create: 'commitlint --edit "$1"\n', mode: 0o755 }, { path: "package.json" }] },
    },
  ]);
  expect((await judge(hookConfig, { "package.json": text.replace("^9", "^4") })).findings).toMatchObject([{ severity: "note" }]);
});
