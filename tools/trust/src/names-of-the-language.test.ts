// `__proto__`, `constructor`, `toString` as keys, names and values in every format that is read: they are words like any other. A repository with them
// is told what one with plain words in their place is told, and the prototypes of this process stay as they are.
// What stood there and was seen to fail: a poetry table's `__proto__` was an internal fault, and the configuration's `imports: {__proto__: …}` is dropped by zod (below).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitRepo, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProcess } from "./in-process.js";
import { isFull } from "./program.js";

/** The names, and words of the same length and order in their place. */
const words: readonly (readonly [string, string])[] = [
  ["__proto__", "__protx__"],
  ["constructor", "constructxr"],
  ["toString", "toStrinx"],
  ["hasOwnProperty", "hasOwnPropertx"],
  ["valueOf", "valuexf"],
];
const spelled = (text: string, isPlain: boolean): string =>
  words.reduce((all, [name, plain]) => (isPlain ? all.replaceAll(name, plain) : all.replaceAll(plain, name)), text);

const yaml = words.map(([name]) => `${name}: {polluted: true, prototype: {polluted: true}}\n`).join("");
const json = words.map(([name]) => `"${name}": {"polluted": true, "prototype": {"polluted": true}}`).join(", ");
const toml = words.map(([name]) => `[${name}.prototype]\npolluted = true\n`).join("");
const list = words.map(([name]) => name);
const needs = `{${list.map((name) => `"${name}": "1"`).join(", ")}}`;

const files: Readonly<Record<string, string>> = {
  ".pre-commit-config.yaml": `${yaml}default_language_version: {${list.map((name) => `${name}: ${name}`).join(", ")}}\nci: {${list.map((name) => `${name}: 1`).join(", ")}}\nrepos:\n- repo: local\n  hooks:\n${list.map((name) => `  - {id: ${name}, name: ${name}, entry: ${name}, language: ${name}, stages: [${name}], types: [${name}], ${name}: {a: 1}}\n`).join("")}- repo: meta\n  hooks: [{id: constructor}, {id: __proto__}]\n  __proto__: {rev: 1}\n`,
  ".pre-commit-hooks.yaml": list.map((name) => `- {id: ${name}, name: ${name}, entry: ${name}, language: ${name}, ${name}: 1}\n`).join(""),
  "lefthook.yml": `${yaml}${list
    .map((name) => `${name}:\n  commands:\n    ${name}: {run: ${name}, ${name}: 1}\n`)
    .join("")
    .replace(/^__proto__:\n/, "pre-commit:\n")}`.replace(yaml, ""),
  "prek.toml": `${toml}[[repos]]\nrepo = "local"\nhooks = [{id = "constructor", name = "x", entry = "toString", language = "__proto__", valueOf = 1}]\n`,
  ".husky/toString": "constructor\n",
  ".lintstagedrc.json": `{${json}}`,
  "package.json": `{"name": "constructor", "scripts": ${needs}, "dependencies": ${needs}, "devDependencies": ${needs}, "simple-git-hooks": ${needs}, "lint-staged": ${needs}, "husky": {"hooks": ${needs}}, "engines": ${needs}, "workspaces": ["__proto__"], ${json}}`,
  "package-lock.json": `{"lockfileVersion": 3, "packages": {"": {"dependencies": ${needs}}, "node_modules/__proto__": {"version": "1"}, "node_modules/constructor": {"version": "1"}}, ${json}}`,
  "pyproject.toml": `${toml}[project]\nname = "constructor"\ndependencies = [${list.map((name) => `"${name}"`).join(", ")}]\n[project.optional-dependencies]\n${list.map((name) => `${name} = ["${name}"]\n`).join("")}[dependency-groups]\n${list.map((name) => `${name} = [{include-group = "${name}"}]\n`).join("")}[tool.${list.join(".")}]\na = 1\n[tool.poetry.dependencies]\n${list.map((name) => `${name} = {version = "1", extras = ["${name}"]}\n`).join("")}`,
  "requirements.txt": list.map((name) => `${name}\n`).join(""),
  "setup.cfg": list.map((name) => `[${name}]\n${name} = ${name}\n`).join("") + `[options]\ninstall_requires =\n${list.map((name) => `    ${name}\n`).join("")}`,
  "tox.ini": list.map((name) => `[testenv:${name}]\ndeps = ${name}\ncommands = ${name}\n`).join(""),
  "environment.yml": `name: constructor\ndependencies:\n${list.map((name) => `- ${name}\n`).join("")}${yaml}`,
  Pipfile: `[packages]\n${list.map((name) => `${name} = "*"\n`).join("")}`,
  "Cargo.toml": `${toml}[dependencies]\n${list.map((name) => `${name} = "1"\n`).join("")}`,
  "go.mod": `module constructor\n\nrequire (\n${list.map((name) => `\t${name} v1.0.0\n`).join("")})\n`,
  ".github/workflows/a.yml": `${yaml}on: [${list.join(", ")}]\njobs:\n${list.map((name) => `  ${name}:\n    runs-on: ${name}\n    strategy: {matrix: {${name}: [${name}]}}\n    steps: [{run: ${name}}, {uses: ${name}, with: {${name}: 1}}, {run: "pytest \${{ matrix.${name} }}"}]\n`).join("")}`,
  ".gitlab-ci.yml": `${yaml}stages: [${list.join(", ")}]\n`,
  Makefile: list.map((name) => `${name}:\n\t${name}\n`).join(""),
  ".gitleaks.toml": `[extend]\nuseDefault = true\ndisabledRules = [${list.map((name) => `"${name}"`).join(", ")}]\n${list.map((name) => `[[rules]]\nid = "${name}"\ndescription = "${name}"\nregex = '''${name}[0-9]{12}'''\nkeywords = ["${name}"]\n[rules.${name}]\na = 1\n`).join("")}`,
  ".gitleaksignore": list.map((name) => `${name}.md:${name}:1\n`).join(""),
  ".secrets.baseline": `{"version": "1.5.0", "plugins_used": [{"name": "constructor"}], "results": {${list.map((name) => `"${name}": [{"type": "${name}", "filename": "${name}", "hashed_secret": "${"0".repeat(40)}", "line_number": 1}]`).join(", ")}}, ${json}}`,
  ".caio/baseline": list.map((name) => `${"0".repeat(32)} ${name}/${name} ${name}\n`).join(""),
  "docs/a.md": `---\n${yaml}status: constructor\n---\n\n# constructor\n\n# __proto__\n\n${list.map((name) => `[a](#${name.toLowerCase()}) [b](${name}) [c][${name}] \`${name}\`\n\n[${name}]: ${name}.md\n\n`).join("")}| ${list.join(" | ")} |\n|${"---|".repeat(list.length)}\n| ${list.join(" | ")} |\n\n| Phase | Status |\n|---|---|\n${list.map((name) => `| ${name} | ${name} |\n`).join("")}\n- [ ] constructor: done\n<!-- caio-ignore-next-line constructor/toString -- valueOf -->\n`,
  "docs/plan.yaml": `${yaml}phases:\n${list.map((name) => `- {id: ${name}, status: ${name}, title: ${name}}\n`).join("")}`,
  "docs/adr/0001-a.md": `---\n${yaml}status: __proto__\n---\n\n# 1. constructor\n\n## Status\n\nconstructor\n\n## toString\n`,
  "tests/test_a.py": list.map((name) => `import ${name}\nfrom ${name} import ${name}\n${name}["${name}"] = "${name}123456789012"\n`).join(""),
  "settings.env": list.map((name) => `${name}=${name}\n`).join(""),
};

const configurations: readonly string[] = [
  yaml,
  ...(isFull ? list : list.slice(0, 2)).flatMap((name) => [
    `doc-sync:\n  rules: {${name}: error}\n`,
    `doc-sync:\n  ${name}: 1\n`,
    `env-check:\n  imports: {${name}: ${name}}\n`,
    `suppress: [{rule: ${name}/${name}, reason: x}]\n`,
    `overrides: [{files: [${name}], ${name}: 1}]\n`,
    `secret-scan:\n  providersOff: [${name}]\n  allow: {${name}: [a]}\n`,
    `doc-sync:\n  sources: [{path: docs/plan.yaml, ${name}: ${name}}]\n  statuses: {${name}: done}\n`,
    `adr-gate:\n  guardrails: [{name: ${name}, paths: [${name}], ${name}: 1}]\n  decisions: {${name}: 1}\n`,
    `hook-config:\n  ${name}: {a: 1}\n`,
  ]),
];

const event = `{"pull_request": {"body": "constructor __proto__", "base": {"ref": "__proto__", "sha": "constructor"}, "head": {"ref": "toString"}, "labels": [{"name": "valueOf"}], ${json}}, ${json}}`;

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const own = (): string => prototypes.map((one) => Reflect.ownKeys(one).map(String).join(" ")).join("\n");

const repos: GitRepo[] = [];
beforeAll(() => {
  for (const isPlain of [false, true]) {
    const repo = gitRepo([{ write: { "README.md": "# A\n" } }, { commit: "one" }]);
    repos.push(repo);
    for (const [path, text] of Object.entries(files)) {
      const at = join(repo.root, spelled(path, isPlain));
      mkdirSync(dirname(at), { recursive: true });
      writeFileSync(at, spelled(text, isPlain));
    }
    writeFileSync(join(repo.root, ".git/event.json"), spelled(event, isPlain));
    repo.apply({ commit: "two" });
  }
});
afterAll(() => {
  for (const repo of repos) repo.dispose();
});

/** What stands for a value of the language where a word should be. */
const coerced = /\[object |native code|\bfunction\b ?[\w$]* ?\(|\bNaN\b|internal fault|caio failed|Please report/;

/** Without what hashes the words. */
const comparable = (text: string): string =>
  spelled(text, false)
    // The canonical form of a name has no underscores at its ends.
    .replaceAll("protx", "proto")
    .replace(/[0-9a-f]{16,64}/g, "HASH")
    .replace(/[0-9a-f]{7,12}(?=\b)/g, "ID");

async function bothSay(args: readonly string[]): Promise<string> {
  const before = own();
  const answers: string[] = [];
  for (const [at, repo] of repos.entries()) {
    const { status, out, err } = await inProcess(
      repo.root,
      args.map((word) => spelled(word, at === 1)),
      { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: join(repo.root, ".git/event.json") },
    );
    expect(out + err).not.toMatch(coerced);
    answers.push(comparable(`exit ${status}\n${out}\n${err}`.replaceAll(repo.root, "ROOT")));
  }
  expect(own()).toBe(before);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  expect(answers[0]).toBe(answers[1]);
  return answers[0] ?? "";
}

describe("a repository made of them", () => {
  it.each(
    [
      ["check", "--reporter", "json", "--verbose"],
      ["check", "--reporter", "sarif"],
      ["check", "--diff"],
      ["--since", "HEAD~1", "--reporter", "gitlab"],
      ["hook-config", "list", "--files"],
      ["hook-config", "migrate", "--diff"],
      ["env-check", "explain"],
      ["env-check", "doc", "--diff"],
      ["env-check", "why", "constructor"],
      ["env-check", "why", "__proto__"],
      ["doc-sync", "status"],
      ["adr-gate", "--base", "HEAD~1"],
      ["adr-gate", "list"],
      ["secret-scan", "triage"],
      ["explain", "constructor"],
      ["explain", "doc-sync/__proto__"],
      ["why", "constructor"],
      ["check", "--reporter", "toString"],
      ["constructor"],
      ["__proto__", "valueOf"],
      ["--constructor"],
      ["doc-sync", "toString"],
    ].map((args) => ({ name: args.join(" "), args })),
  )("$name", async ({ args }) => {
    expect((await bothSay(args)).length).toBeGreaterThan(10);
  });
  it("parts of a run that are joined", async () => {
    for (const part of ["1/2", "2/2"])
      for (const repo of repos) expect((await inProcess(repo.root, ["--shard", part, "--reporter", `blob=.git/part-${part[0] ?? ""}`])).status).toBeLessThan(2);
    for (const repo of repos) {
      const at = join(repo.root, ".git/part-1");
      writeFileSync(at, readFileSync(at, "utf8").replace(/^\{/, `{"__proto__": {"polluted": true}, `));
    }
    await bothSay(["merge-reports", ".git/part-1", ".git/part-2", "--reporter", "json"]);
  });
});

describe("a configuration made of them", () => {
  const write = (text: string): void => {
    for (const [at, repo] of repos.entries()) writeFileSync(join(repo.root, "caio.yaml"), spelled(text, at === 1));
  };
  // A table of the user's own names takes any but one, which its twin has not: it is refused below.
  const [refused, taken] = [true, false].map((is) => configurations.filter((text) => text.includes("imports: {__proto__") === is)) as [string[], string[]];
  it.each(refused.map((text) => ({ text })))("$text is refused, and where it stands", async ({ text }) => {
    write(text);
    const [repo] = repos;
    const { status, err } = await inProcess(repo?.root ?? "", ["check"]);
    expect([status, err]).toEqual([2, expect.stringContaining("caio.yaml:2:13: `env-check.imports` cannot have a key `__proto__`.")]);
  });
  it.each(taken.map((text) => ({ text })))("$text", async ({ text }) => {
    write(text);
    await bothSay(["config"]);
    await bothSay(["--staged", "--reporter", "json"]);
  });
});
