// What is told of other managers' files, beside what the real programs do with them: husky 9, lint-staged 16, lefthook 2, prek, simple-git-hooks 2.14.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { applyEdits, repoPath, sourceText } from "@caio/repo-model/text";
import { judge } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";
import { hookConfig } from "../index.js";
import { prekFaults } from "./prek.js";
import { rustFault, rustReads } from "./rust-pattern.js";
import { lintStagedFaults } from "./lint-staged.js";
import { huskyManifest } from "./husky.js";
import { lefthookFaults } from "./lefthook.js";

const peers = fileURLToPath(new URL("../../../../.peers/", import.meta.url));
const folders: string[] = [];
const clean = { ...process.env, NO_COLOR: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };

/** A git repository of its own, with the files. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "caio-others-"));
  folders.push(folder);
  execFileSync("git", ["init", "-q", folder], { env: clean });
  for (const [path, text] of Object.entries(files)) write(folder, path, text);
  return folder;
}
function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text, { mode: 0o755 });
}
function run(folder: string, command: string, ...args: readonly string[]): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env: clean, encoding: "utf8", timeout: 120_000 });
  return { status, output: stdout + stderr };
}
function peer(name: string): string {
  const path = join(peers, "bin", name);
  if (!existsSync(path)) throw new Error(`${name} is not installed: run tools/peers ${name}.`);
  return path;
}
const commit = (folder: string): { readonly status: number | null; readonly output: string } => {
  run(folder, "git", "add", "-A");
  return run(folder, "git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-m", "first");
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe("prek", () => {
  const hook = (more: string, repo = "local"): string =>
    `[[repos]]\nrepo = "${repo}"\nhooks = [{ id = "a", name = "a", entry = "a", language = "system"${more} }]\n`;
  const cases: readonly (readonly [text: string, rules: readonly string[]])[] = [
    [hook(""), []],
    [hook(', stages = ["commit", "pre-push"]'), []],
    [hook(', files = { glob = ["*.py"] }, pass_filenames = 3, env = { A = "b" }, groups = ["g"], priority = 3, shell = "bash"'), []],
    ['orphan = true\nminimum_prek_version = "0.1.0"\n[[repos]]\nrepo = "builtin"\nhooks = [{ id = "trailing-whitespace" }]\n', []],
    [`priorities = { early = 0, late = 9 }\n${hook(', priority = "late", groups = ["a-b"]')}`, []],
    [hook(', priority = "late"'), ["schema-type"]],
    [`priorities = { late = -1 }\n${hook("")}`, ["schema-type"]],
    [`priorities = { "a b" = 1 }\n${hook("")}`, ["schema-type"]],
    [`priorities = { late = 4294967296 }\n${hook("")}`, ["schema-type"]],
    [`priorities = [1]\n${hook("")}`, ["schema-type"]],
    [hook(", priority = -1"), ["schema-type"]],
    [hook(", priority = 1.5"), ["schema-type"]],
    [hook(', groups = ["a b"]'), ["schema-type"]],
    [hook(', groups = "a"'), ["schema-type"]],
    [hook(", groups = [1]"), ["schema-type"]],
    [hook(", pass_filenames = 0"), ["schema-type"]],
    [hook(", files = {}"), ["schema-required"]],
    [hook(', files = "(a"'), ["invalid-regex"]],
    [hook(', exclude = "(?a)x"'), ["invalid-regex"]],
    [hook(', exlude = "x"'), ["unknown-key"]],
    [hook(', stages = ["pre-comit"]'), ["unknown-stage"]],
    [hook(', types = ["pyhton"]'), ["unknown-tag"]],
    [hook(', files = { glb = "*.py" }'), ["unknown-key"]],
    [hook(', fail_fast = "x"'), ["schema-type"]],
    [hook(', shell = "fish"'), ["schema-type"]],
    [hook("").replace("system", "pyton"), ["unknown-language"]],
    [hook("").replace("system", "bun"), []],
    [hook("").replace(', name = "a"', ""), ["schema-required"]],
    ['[[repos]]\nrepo = "builtin"\nhooks = [{ id = "nope" }]\n', ["unknown-meta-hook"]],
    ['[[repos]]\nrepo = "meta"\nhooks = [{ id = "identity" }]\n', []],
    ['[[repos]]\nrepo = "meta"\nhooks = [{ id = "x" }]\n', ["unknown-meta-hook"]],
    ['[[repos]]\nrepo = "https://example.org/r"\nhooks = [{ id = "x" }]\n', ["schema-required"]],
    ["x = 1\n", ["schema-required", "unknown-key"]],
    ["repos = 3\n", ["schema-type"]],
    ["orphan = 3\nrepos = []\n", ["schema-type"]],
    ["repos = [\n", ["schema-type"]],
    // TOML 1.1.
    ['[[repos]]\nrepo = "local"\nhooks = [\n  {\n    id = "a", # why\n    name = "a",\n    entry = "a",\n    language = "system",\n  },\n]\n', []],
  ];
  it.each(cases)("says of %j what prek says", (text, rules) => {
    expect(prekFaults(sourceText(repoPath("prek.toml"), text)).map(({ rule }) => rule)).toEqual(rules);
    const { status, output } = run(repository({ "prek.toml": text }), peer("prek"), "validate-config", "prek.toml");
    // Unknown keys of hooks and of the root are a warning there, what else is told stops it.
    const stops = rules.some((rule) => rule !== "unknown-key") || text.includes("glb");
    expect(status === 0, output).toBe(!stops);
    if (rules.length > 0) expect(output).toMatch(/warning: Ignored unexpected|error: /);
  });
  it("is told of no regular expression that prek takes, and reads the others as Python does", { timeout: 60_000 }, () => {
    const patterns =
      String.raw`^a$ (a a) [a a] a{ a{2} { *a a** a++ a*+ a?? \y \Z \z \A \h \K \R \p{L} \x41 \x{41} \u0041 \0 \1 (a)\1 (a)\2 (?P<n>a)(?P=n) (?<n>a) (?P<n>a)(?P<n>b) (?P<1>a) (?i)a a(?i)b (?i:a) (?-i:a) (?x)[ab] (?a)a (?L)a (?U)a* (?z)a (?#c)a (?=a) (?<=a) (?<=a*) (?<=a|bc) (?>a) (?(1)a|b) (a)?(?(1)a|b) [[:alpha:]] [a[b]] [a&&b] [a--b] []a] [^]a] [] [z-a] [a-\d] [\w.-] [-a] [\y] \_ \- \/ é ^(?!.*x)(?=.*y).*$ a|* |a () (*a) ^* \b* a{3,2} a{99999999999} \c \Q*\E [\p{L}] [[a] (?P<n> (? (?P (?:a (?<>a) (?i \d{2}[ .*\.(py|js)$ [\\/]`.split(
        " ",
      );
    const folder = repository(Object.fromEntries(patterns.map((pattern, index) => [`${index}.toml`, hook(`, files = ${JSON.stringify(pattern)}`)])));
    const { output } = run(folder, peer("prek"), "validate-config", ...patterns.map((_, index) => `${index}.toml`));
    const refused = new Set([...output.matchAll(/Failed to parse \W?(\d+)\.toml/g)].map(([, index]) => Number(index)));
    expect(refused.size).toBeGreaterThan(25);
    const told = patterns.filter((pattern) => rustFault(pattern) !== undefined);
    expect(told.filter((pattern) => !refused.has(patterns.indexOf(pattern)))).toEqual([]);
    expect(told.length).toBeGreaterThan(refused.size * 0.8);
    expect(patterns.filter((pattern) => rustReads(pattern) && refused.has(patterns.indexOf(pattern)))).toEqual([String.raw`\0`]);
  });
  it("has workspaces: a prek.toml below the root is judged too, but no sample and none in a folder that begins with a dot", async () => {
    const { findings } = await judge(hookConfig, { "api/prek.toml": "x = 1\n", "tests/fixtures/prek.toml": "x = 1\n", ".a/prek.toml": "x = 1\n" });
    expect(findings.map(({ rule, at }) => [rule, at.path])).toEqual([
      ["hook-config/schema-required", "api/prek.toml"],
      ["hook-config/unknown-key", "api/prek.toml"],
    ]);
  });
  it("reads keys of its own in pre-commit's file, where they are a note", async () => {
    const text = `orphan: true\nrepos:\n- repo: builtin\n  hooks: [{id: check-yaml, priority: 1}]\n- repo: local\n  hooks:\n  - {id: a, name: a, entry: a, language: bun, files: {glob: "*.ts"}, pass_filenames: 2}\n`;
    const { findings } = await judge(hookConfig, { ".pre-commit-config.yaml": text, "a.ts": "" });
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      "hook-config/unknown-key note",
      "hook-config/schema-required note",
      "hook-config/unknown-key note",
      "hook-config/unknown-language note",
      "hook-config/schema-type note",
      "hook-config/schema-type note",
    ]);
    expect(run(repository({ ".pre-commit-config.yaml": text }), peer("prek"), "validate-config", ".pre-commit-config.yaml").status).toBe(0);
  });
});

describe("lint-staged", () => {
  it.each([
    ['"ignore": ["dist/**"]', "it is read as a pattern of files", 0],
    ['"renderer": "verbose"', "it is read as a pattern of files", 0],
    ['"concurrent": false', "the configuration is refused", 1],
    ['"linters": {"*.js": "true"}', "the configuration is refused", 1],
    ['"chunkSize": 3', "the configuration is refused", 1],
    ['"globOptions": {"dot": true}', "the configuration is refused", 1],
    ['"subTaskConcurrency": 1', "the configuration is refused", 1],
    ['"relative": true', "the configuration is refused", 1],
  ])("16 does with %s what is told", { timeout: 120_000 }, (option, told, wanted) => {
    const text = `{"*.js": "true", ${option}}\n`;
    const faults = lintStagedFaults(sourceText(repoPath(".lintstagedrc.json"), text));
    expect(faults.map(({ message }) => message)).toEqual([expect.stringContaining(told)]);
    const folder = repository({ ".lintstagedrc.json": text, "a.js": "1\n" });
    commit(folder);
    write(folder, "a.js", "2\n");
    run(folder, "git", "add", "-A");
    const { status, output } = run(folder, peer("lint-staged"));
    expect(status, output).toBe(wanted);
  });
  it("warns of `git add`", { timeout: 120_000 }, () => {
    const text = '{"*.js": ["true", "git add"]}\n';
    expect(lintStagedFaults(sourceText(repoPath(".lintstagedrc.json"), text))).toHaveLength(1);
    const folder = repository({ ".lintstagedrc.json": text, "a.js": "1\n" });
    run(folder, "git", "add", "-A");
    expect(run(folder, peer("lint-staged")).output).toContain("`git add`");
  });
});

describe("lefthook", () => {
  const found = async (text: string): Promise<readonly string[]> =>
    (await judge(hookConfig, { "lefthook.yml": text })).findings.map(({ rule }) => rule.replace("hook-config/", ""));
  it("2 calls a misspelt hook good and never installs it", { timeout: 120_000 }, async () => {
    const text = "pre-comit:\n  commands:\n    a: { run: echo a }\npre-push:\n  commands:\n    a: { run: echo a }\n";
    expect(await found(text)).toEqual(["lefthook-unknown-hook"]);
    const folder = repository({ "lefthook.yml": text });
    expect(run(folder, peer("lefthook"), "validate")).toMatchObject({ status: 0 });
    run(folder, peer("lefthook"), "install");
    expect(existsSync(join(folder, ".git/hooks/pre-push"))).toBe(true);
    expect(existsSync(join(folder, ".git/hooks/pre-comit"))).toBe(false);
  });
  it("2 excludes nothing by a regular expression", { timeout: 120_000 }, async () => {
    const text = (exclude: string): string => `pre-commit:\n  commands:\n    a: { run: "echo files {staged_files}", exclude: ${exclude} }\n`;
    for (const [exclude, rules, isGiven] of [
      [String.raw`'\.min\.js$'`, ["lefthook-removed-option"], true],
      ["['*.min.js']", [], false],
    ] as const) {
      expect(await found(text(exclude))).toEqual(rules);
      const folder = repository({ "lefthook.yml": text(exclude), "a.min.js": "1\n", "b.js": "1\n" });
      run(folder, "git", "add", "-A");
      const given =
        run(folder, peer("lefthook"), "run", "pre-commit")
          .output.split("\n")
          .find((line) => line.includes("b.js")) ?? "";
      expect(given.includes("a.min.js")).toBe(isGiven);
    }
  });
  it.each([
    ["skip_output: [meta, summary]", "output: [execution, execution_out, execution_info, skips]"],
    ["'skip_output': [execution_out]", "'output': [meta, summary, empty_summary, success, failure, execution_info, skips]"],
    ["skip_output: true", "output: false"],
    ["skip_output: [meta, summary, execution, skips]", "output: false"],
  ])("2 takes what `%s` becomes", { timeout: 120_000 }, async (before, after) => {
    const [fault] = await lefthookFaults(sourceText(repoPath("lefthook.yml"), `${before}\n`));
    const edits = (fault?.fix?.edits ?? []).flatMap((edit) => ("text" in edit ? [edit] : []));
    const text = applyEdits(`${before}\n`, edits);
    expect(text.replaceAll('"', "")).toBe(`${after}\n`);
    expect(await found(text)).toEqual([]);
    const folder = repository({ "lefthook.yml": `${text}pre-commit:\n  commands:\n    a: { run: echo greeting, skip: false }\n` });
    expect(run(folder, peer("lefthook"), "validate").status).toBe(0);
    const output = stripVTControlCharacters(run(folder, peer("lefthook"), "run", "pre-commit", "--force").output);
    expect(/hook: +pre-commit/.test(output), output).toBe(text.includes('"meta"'));
    expect(output.includes("greeting")).toBe(text.includes('"execution_out"'));
    expect(output.includes("summary:")).toBe(text.includes('"summary"'));
  });
  it.each(["skip_output: [success]", "skip_output: [other]", "skip_output:\n  - meta", "output: [meta]\nskip_output: [meta]"])(
    "`%s` has no like, and is told alone",
    async (text) => {
      expect((await lefthookFaults(sourceText(repoPath("lefthook.yml"), text))).map(({ rule, fix }) => [rule, fix])).toEqual([
        ["lefthook-removed-option", undefined],
      ]);
    },
  );
  it("2 excludes by the globs that plain expressions become, and by no other", { timeout: 120_000 }, async () => {
    const text = (exclude: string): string => `pre-commit:\n  commands:\n    a: { run: "echo files {staged_files}", exclude: ${exclude} }\n`;
    const files = ["a.min.js", "dist/x.js", "dist/deep/y.js", "src/dist/z.js", "src/b.min.js", "amin.js", "c.js"];
    for (const [expression, glob] of [
      [String.raw`\.min\.js$`, "*.min.js"],
      [String.raw`.*\.min\.js$`, "*.min.js"],
      ["^dist/", "dist/**"],
      ["^dist/.*", "dist/**"],
      [String.raw`^src/.*\.js$`, undefined],
      ["^dist/$", undefined],
      ["(a|b)$", undefined],
    ] as const) {
      const before = text(`'${expression}'`);
      const [fault] = await lefthookFaults(sourceText(repoPath("lefthook.yml"), before));
      const edits = (fault?.fix?.edits ?? []).flatMap((edit) => ("text" in edit ? [edit] : []));
      expect(applyEdits(before, edits)).toBe(glob === undefined ? before : text(`["${glob}"]`));
      if (glob === undefined) continue;
      const folder = repository({ "lefthook.yml": applyEdits(before, edits), ...Object.fromEntries(files.map((file) => [file, "1\n"])) });
      run(folder, "git", "add", "-A");
      const given =
        run(folder, peer("lefthook"), "run", "pre-commit")
          .output.split("\n")
          .find((line) => line.includes("c.js")) ?? "";
      for (const file of files) expect(given.split(" ").includes(file), `${expression} ${file}`).toBe(!new RegExp(expression).test(file));
    }
  });
  it.each(["skip_output: [meta]", "remote: {git_url: x}"])("2 refuses %s", { timeout: 120_000 }, async (line) => {
    expect(await found(`${line}\n`)).toEqual(["lefthook-removed-option"]);
    expect(run(repository({ "lefthook.yml": `${line}\n` }), peer("lefthook"), "validate").status).toBe(1);
  });
});

describe("husky", () => {
  const husky = (folder: string): void => {
    peer("husky");
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(peers, "npm-husky/node_modules/husky"), join(folder, "node_modules/husky"));
    write(folder, ".gitignore", "node_modules\n");
    run(folder, process.execPath, "node_modules/husky/bin.js");
  };
  it("9 runs what the migration from 4 wrote, and not what stood before", { timeout: 120_000 }, () => {
    const manifest = `{\n  "devDependencies": { "husky": "^9.0.0" },\n  "husky": { "hooks": { "pre-commit": "echo old-hook-ran", "commit-msg": "echo message in $HUSKY_GIT_PARAMS" } }\n}\n`;
    const [fault] = huskyManifest(sourceText(repoPath("package.json"), manifest), new Set());
    const before = repository({ "package.json": manifest });
    husky(before);
    expect(commit(before).output).not.toContain("old-hook-ran");
    const after = repository({ "package.json": manifest });
    for (const edit of fault?.fix?.edits ?? []) if ("create" in edit) write(after, edit.path, edit.create);
    husky(after);
    const { output, status } = commit(after);
    expect(status, output).toBe(0);
    expect(output).toContain("old-hook-ran");
    expect(output).toContain("message in .git/COMMIT_EDITMSG");
  });
  it.each([
    [".huskyrc", '{ "hooks": { "pre-commit": "echo old-hook-ran" } }\n'],
    [".huskyrc", "hooks:\n  pre-commit: echo old-hook-ran\n"],
    [".huskyrc.json", '{ "hooks": { "pre-commit": "echo old-hook-ran" } }\n'],
    [".huskyrc.yml", "hooks:\n  pre-commit: echo old-hook-ran\n"],
    [".huskyrc.yaml", "hooks: { pre-commit: echo old-hook-ran }\n"],
  ])("9 runs the hooks of %s that the migration wrote to .husky/, and not before: %j", { timeout: 120_000 }, async (name, text) => {
    const files = { "package.json": '{ "devDependencies": { "husky": "^9.0.0" } }\n', [name]: text };
    const { findings } = await judge(hookConfig, files);
    expect(findings.map(({ rule, severity, at }) => [rule, severity, at.path])).toEqual([["hook-config/husky-legacy-config", "warning", name]]);
    const before = repository(files);
    husky(before);
    expect(commit(before).output).not.toContain("old-hook-ran");
    const after = repository(files);
    for (const edit of findings[0]?.fix?.edits ?? [])
      if ("create" in edit) write(after, edit.path, edit.create);
      else if ("remove" in edit) rmSync(join(after, edit.path));
    expect(existsSync(join(after, name))).toBe(false);
    husky(after);
    expect(commit(after).output).toContain("old-hook-ran");
  });
  it("4's scripts are told without a fix", async () => {
    const { findings } = await judge(hookConfig, { ".huskyrc.js": "module.exports = { hooks: {} };\n" });
    expect(findings).toMatchObject([{ rule: "hook-config/husky-legacy-config", severity: "note" }]);
    expect(findings[0]?.fix).toBeUndefined();
  });
  it.each(['. "$(dirname -- "$0")/_/husky.sh"', '. "$(dirname "$0")/_/husky.sh"', '. "${0%/*}/_/husky.sh"', ". .husky/_/husky.sh"])(
    "9 warns of %s, and is silent after the fix",
    { timeout: 120_000 },
    async (line) => {
      const script = `#!/usr/bin/env sh\n${line}\n\necho hook-ran\n`;
      const { findings } = await judge(hookConfig, { ".husky/pre-commit": script });
      expect(findings.map(({ rule }) => rule)).toEqual(["hook-config/husky-legacy-line"]);
      const folder = repository({ "package.json": "{}\n", ".husky/pre-commit": script });
      husky(folder);
      expect(commit(folder).output).toMatch(/DEPRECATED[^]*hook-ran/);
      const mended = repository({ "package.json": "{}\n", ".husky/pre-commit": "echo hook-ran\n" });
      husky(mended);
      expect(findings[0]?.fix?.edits).toMatchObject([{ text: "", range: [0, script.indexOf("echo")] }]);
      expect(commit(mended).output).toMatch(/^(?![^]*DEPRECATED)[^]*hook-ran/);
    },
  );
});

describe("simple-git-hooks 2.14", () => {
  const inManifest = (config: string): Record<string, string> => ({ "package.json": `{ "simple-git-hooks": ${config} }\n` });
  const cases: readonly (readonly [name: string, files: Record<string, string>, count: number, installed: Record<string, string>])[] = [
    ["hooks and its option", inManifest('{ "pre-commit": "a", "update": "b", "preserveUnused": true }'), 0, { "pre-commit": "a", update: "b" }],
    ["a name with a typo: no hook at all", inManifest('{ "pre-comit": "a", "pre-push": "b" }'), 1, {}],
    ["a name of nothing", inManifest('{ "lint": "a", "pre-push": "b" }'), 1, {}],
    ["a list", inManifest('{ "pre-commit": ["a", "b"] }'), 1, { "pre-commit": "a,b" }],
    ["a list of one", inManifest('{ "pre-commit": ["a"] }'), 0, { "pre-commit": "a" }],
    ["a map", inManifest('{ "pre-commit": { "run": "a" } }'), 1, { "pre-commit": "[object Object]" }],
    ["a file before package.json", { ...inManifest('{ "pre-comit": "a" }'), ".simple-git-hooks.json": '{ "pre-push": "b" }' }, 0, { "pre-push": "b" }],
    ["a file with a typo", { ...inManifest('{ "pre-push": "a" }'), "simple-git-hooks.json": '{ "pre-pus": "b" }' }, 1, {}],
    [
      "a script before both",
      { "simple-git-hooks.cjs": 'module.exports = { "pre-push": "b" };\n', "simple-git-hooks.json": '{ "x": "b" }' },
      0,
      { "pre-push": "b" },
    ],
  ];
  it.each(cases)("%s", { timeout: 120_000 }, async (_name, files, count, installed) => {
    const { findings } = await judge(hookConfig, files);
    expect(findings.map(({ rule }) => rule)).toEqual(Array(count).fill("hook-config/simple-git-hooks-refused"));
    const folder = repository({ "package.json": "{}\n", ...files });
    // It exits with 0 whatever happens.
    expect(run(folder, peer("simple-git-hooks")).status).toBe(0);
    const written = readdirSync(join(folder, ".git/hooks")).filter((hook) => !hook.endsWith(".sample"));
    expect(
      Object.fromEntries(
        written.map((hook) => [
          hook,
          readFileSync(join(folder, ".git/hooks", hook), "utf8")
            .split("\n")
            .at(-1),
        ]),
      ),
    ).toEqual(installed);
  });
});
