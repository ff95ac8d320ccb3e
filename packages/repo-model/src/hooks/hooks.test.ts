// Hooks of every manager; shell texts as commands.
import { describe, expect, test } from "vitest";
import { memoryTree } from "../tree/index.js";
import { listHooks, parseShell } from "./index.js";

const shell = (text: string): string[] =>
  parseShell(text).map(({ words, assignments, joiner, isConditional }) =>
    [
      joiner,
      isConditional ? "?" : "",
      ...assignments.map(({ name, value }) => `${name}=${value.text}`),
      ...words.map((word) => (word.isKnown ? word.text : `<${word.text}>`)),
    ]
      .filter((part) => part !== "")
      .join(" "),
  );

describe("shell", () => {
  test.each([
    ["pytest tests/unit -q", ["pytest tests/unit -q"]],
    ["A=1 B='x y' env pytest && python -m \"black\" . || true", ["A=1 B=x y env pytest", "&& python -m black .", "|| ? true"]],
    ["cd x; pytest|tee log & wait", ["cd x", "; pytest", "| tee log", "& wait"]],
    ["pytest $ARGS \"$@\" a$(date)b `x y` 'a$b' a\\ b", ["pytest <$ARGS> <$@> <a$(date)b> <`x y`> a$b a b"]],
    ["pytest > out 2>&1 <in &> all # comment\necho '#'", ["pytest", "; echo #"]],
    ["pytest \\\n  tests\r\nx", ["pytest tests", "; x"]],
    ["if a; then b; else c; fi; d", ["? a", "; ? b", "; ? c", "; d"]],
    ["for f in *.py; do python $f; done\nend", ["; ? python <$f>", "; end"]],
    ["cat <<EOF\npytest $X\nEOF\nls", ["cat", "; ls"]],
    ["run() {\n  pytest\n}\nrun", ["? pytest", "; run"]],
    ["(cd a && make t)", ["cd a", "&& make t"]],
    ["#!/bin/sh\n. x.sh\n", [". x.sh"]],
    ["case $1 in\n a) pytest ;;\nesac\nls", ["; ? pytest", "; ls"]],
    ["'unclosed", ["unclosed"]],
    ['a "b $(c "d") e"', ['a <b $(c "d") e>']],
    ["", []],
  ])("%j", (text, commands) => expect(shell(text)).toEqual(commands));
  test("ranges name the words as written", () => {
    const text = "X=1 'py'test a\"b\"";
    const [command] = parseShell(text);
    expect(command?.words.map(({ range }) => text.slice(...range))).toEqual(["'py'test", 'a"b"']);
  });
  test("hostile texts end soon", () => {
    for (const unit of ["$(", "`", "${", "(", "if ", "<<x\n", '"$(']) expect(Array.isArray(parseShell(unit.repeat(20_000)))).toBe(true);
  });
});

test("hooks of every manager", async () => {
  const hooks = await listHooks(
    memoryTree({
      ".pre-commit-config.yaml":
        "default_stages: [commit]\nrepos:\n- repo: local\n  hooks:\n  - id: unit\n    name: u\n    entry: pytest tests\n    language: system\n    stages: [push]\n    pass_filenames: false\n- repo: https://x.org/y\n  rev: v1\n  hooks:\n  - id: black\n    additional_dependencies: [a==1]\n",
      ".husky/pre-push": "npm test\n",
      ".husky/_/husky.sh": "x",
      ".githooks/commit-msg": "#!/bin/sh\n",
      ".githooks/README.md": "x",
      "lefthook.yml":
        "pre-commit:\n  commands:\n    lint:\n      run: ruff .\n  jobs:\n  - run: pytest\n  - group:\n      jobs:\n      - script: a.sh\n        runner: bash\n",
      "package.json": '{"simple-git-hooks": {"pre-commit": "npx x"}, "husky": {"hooks": {"pre-push": "y"}}}',
    }),
  );
  expect(hooks.map(({ manager, id, stages, entry }) => [manager, id, stages.join(), entry])).toEqual([
    ["githooks", "commit-msg", "commit-msg", "#!/bin/sh\n"],
    ["husky", "pre-push", "pre-push", "npm test\n"],
    ["pre-commit", "unit", "pre-push", "pytest tests"],
    ["pre-commit", "black", "pre-commit", undefined],
    ["lefthook", "lint", "pre-commit", "ruff ."],
    ["lefthook", "pre-commit-1", "pre-commit", "pytest"],
    ["lefthook", "a.sh", "pre-commit", "bash .lefthook/pre-commit/a.sh"],
    ["husky", "pre-push", "pre-push", "y"],
    ["simple-git-hooks", "pre-commit", "pre-commit", "npx x"],
  ]);
  expect(hooks.find(({ id }) => id === "black")).toMatchObject({ additionalDependencies: ["a==1"], repo: "https://x.org/y", rev: "v1", passFilenames: true });
  expect(hooks.find(({ id }) => id === "unit")?.entryAt?.start).toEqual({ line: 7, column: 12 });
});

test("simple-git-hooks: its first file alone, and package.json without one", async () => {
  const manifest = '{"simple-git-hooks": {"pre-commit": "from-manifest"}, "husky": {"hooks": {"pre-push": "y"}}}';
  const of = async (files: Readonly<Record<string, string>>): Promise<readonly (string | undefined)[]> =>
    (await listHooks(memoryTree({ "package.json": manifest, ...files }))).map(({ entry }) => entry);
  expect(await of({})).toEqual(["y", "from-manifest"]);
  const json = { ".simple-git-hooks.json": '{"pre-push": "from-file"}', "simple-git-hooks.json": '{"pre-push": "from-second"}' };
  expect((await of(json)).toSorted()).toEqual(["from-file", "y"]);
  expect(await of({ ...json, "simple-git-hooks.cjs": "module.exports = {}" })).toEqual(["y"]);
});

test("prek.toml, and nested configurations where they are asked for", async () => {
  const tree = memoryTree({
    "prek.toml": '[[repos]]\nrepo = "local"\nhooks = [{ id = "unit", name = "u", entry = "pytest", language = "system", stages = ["pre-push"] }]\n',
    "api/.pre-commit-config.yaml": "repos:\n- repo: local\n  hooks: [{id: a, name: a, entry: ./a.sh, language: script}]\n",
    "tests/fixtures/.pre-commit-config.yaml": "repos:\n- repo: local\n  hooks: [{id: b}]\n",
    ".hidden/.pre-commit-config.yaml": "repos:\n- repo: local\n  hooks: [{id: c}]\n",
    ".husky/pre-push": "npm test\n",
  });
  expect((await listHooks(tree)).map(({ manager, id, stages }) => [manager, id, ...stages])).toEqual([
    ["husky", "pre-push", "pre-push"],
    ["prek", "unit", "pre-push"],
  ]);
  expect((await listHooks(tree, () => {}, { nested: true })).map(({ id, at }) => [id, at.path])).toEqual([
    ["pre-push", ".husky/pre-push"],
    ["a", "api/.pre-commit-config.yaml"],
    ["unit", "prek.toml"],
  ]);
});

test("lefthook: filters of hooks and groups reach their commands; files that are taken in", async () => {
  const hooks = await listHooks(
    memoryTree({
      "lefthook.yml":
        'extends: [hooks/*.yml, ./more.toml]\nglob_matcher: doublestar\npre-commit:\n  exclude: ["*.lock"]\n  jobs:\n  - root: web/\n    glob: "*.ts"\n    group:\n      jobs:\n      - name: lint\n        glob: ["*.js"]\n        exclude: "a.js"\n        file_types: text\n        run: eslint {staged_files}\n',
      "hooks/push.yml": "pre-push:\n  files: git diff --name-only\n  commands:\n    test:\n      run: npm test\n",
      "more.toml": '[commit-msg.commands.check]\nrun = "check {1}"\n',
      "other.yml": "pre-push:\n  commands:\n    never:\n      run: x\n",
    }),
  );
  expect(hooks.map(({ id, filters, passFilenames }) => [id, passFilenames, filters])).toEqual([
    ["test", false, { globs: [], excludes: [], fileTypes: [], filesCommand: "git diff --name-only", matcher: "gobwas" }],
    ["lint", true, { globs: ["*.ts", "*.js"], excludes: ["*.lock", "a.js"], fileTypes: ["text"], root: "web/", matcher: "doublestar" }],
    ["check", false, { globs: [], excludes: [], fileTypes: [], matcher: "gobwas" }],
  ]);
});
