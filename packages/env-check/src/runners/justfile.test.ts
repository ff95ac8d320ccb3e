// Justfiles: what their recipes run, and recipes that are not there.
import { repoPath, sourceText, type SourceText } from "@caio/repo-model/text";
import { judge } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { envCheck } from "../index.js";
import { justRunners } from "./justfile.js";

const memorySource = (path: string, text: string): SourceText => sourceText(repoPath(path), text);
const file = `set shell := ["bash", "-uc"]
py := "python3"
alias l := lint

# the first one
lint target='a': prepare
    @echo {{target}}
    {{py}} a/b.py \\
      --all
prepare:
    # nothing
    -true

[working-directory: 'a']
inner *args:
    python b.py {{args}}
script:
    #!/usr/bin/env bash
    cd a
    python b.py
other:
    #!/usr/bin/env perl
    print 1
`;
const texts = (words: readonly string[] | undefined): readonly string[] =>
  justRunners(memorySource("justfile", file), words).map(({ name, text, folder }) => `${name}|${folder ?? "?"}|${text.replaceAll("\n", "⏎")}`);

describe("justRunners", () => {
  it("what a recipe needs comes first; variables, attributes, scripts", () => {
    expect(texts([])).toEqual(["just prepare||true", "just lint||echo $JUST", "just lint||python3 a/b.py \\⏎      --all"]);
    expect(texts(["l", "x", "prepare"])).toEqual(texts([]));
    expect(texts(["inner", "lint", "prepare"])).toEqual(["just inner|a|python b.py $JUST"]);
    expect(texts(["script"])).toEqual(["just script||#!/usr/bin/env bash⏎cd a⏎python b.py"]);
    expect(texts(["other"])).toEqual([]);
    expect(texts(undefined).length).toBe(5);
  });
  it("another shell's lines are not read", () => {
    expect(justRunners(memorySource("justfile", 'set shell := ["nu", "-c"]\na:\n  python a/b.py\n'), ["a"])).toEqual([]);
  });
});

const base = { "requirements.txt": "click\n", "a/b.py": "import yaml\n" };
it("a hook and a job that call a recipe are followed", async () => {
  const hook = { "lefthook.yml": "pre-push:\n  commands:\n    h:\n      run: just lint\n", justfile: file };
  const { findings } = await judge(envCheck, { ...base, ...hook }, { rule: "undeclared-import" });
  expect(findings.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
    "error The hook `h` needs `PyYAML` for `import yaml`, and no manifest declares it.",
  ]);
  const job = {
    ".github/workflows/ci.yml": "on: push\njobs:\n  t:\n    runs-on: ubuntu-latest\n    steps:\n    - uses: actions/checkout@v4\n    - run: just test\n",
    justfile: "test:\n    pip install click\n    python -m pytest\n",
    "tests/test_a.py": "import click\n",
  };
  const lacks = await judge(envCheck, { ...base, ...job }, { rule: "ci-does-not-install" });
  expect(lacks.findings.map(({ message }) => message)).toEqual(["The job `t` runs `python -m pytest` and does not install `pytest`."]);
});

it.each([
  ["none of that name", "just lnt", ["The hook `h` runs `just lnt`, and `justfile` has no such recipe."]],
  ["an alias, and what a recipe takes", "just l anything", []],
  ["another file", "just -f other.just lnt", []],
  ["a module's", "just mod::lnt", []],
  ["a computed name", "just $NAME", []],
])("%s", async (_name, run, wanted) => {
  const files = { ...base, "lefthook.yml": `pre-push:\n  commands:\n    h:\n      run: ${run}\n`, justfile: file };
  expect((await judge(envCheck, files, { rule: "missing-command" })).findings.map(({ message }) => message)).toEqual(wanted);
});

it("a justfile that takes in others may have any recipe", async () => {
  const files = { ...base, "lefthook.yml": "pre-push:\n  commands:\n    h:\n      run: just lnt\n", justfile: `import 'x.just'\n${file}` };
  expect((await judge(envCheck, files, { rule: "missing-command" })).findings).toEqual([]);
});
