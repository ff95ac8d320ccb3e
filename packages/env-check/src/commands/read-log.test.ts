// Logs as the programs themselves write them: each is really run, where it is installed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLog } from "./read-log.js";

const told = (log: string): readonly string[] => readLog(log).map(({ kind, name }) => `${kind} ${name}`);

describe("really run", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "caio-log-"));
    writeFileSync(join(folder, "a.mjs"), 'import "left-pad/x.js";\n');
    writeFileSync(join(folder, "b.cjs"), 'require("@scope/pad/x");\n');
    writeFileSync(join(folder, "c.cjs"), 'require("./gone");\n');
    writeFileSync(join(folder, "shadow.py"), "from json import nothing_of_this\n");
    writeFileSync(join(folder, "a.sh"), "set -u\nno-such-command --x\n");
    writeFileSync(join(folder, "Makefile"), "all:\n\tno-such-command\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (command: string, args: readonly string[]): string => {
    const { stdout, stderr, error } = spawnSync(command, args, {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"] ?? "", HOME: folder, LC_ALL: "C.UTF-8" },
    });
    if (error !== undefined) throw error;
    return stdout + stderr;
  };
  const has = (command: string): boolean => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
  test.each<[string, readonly string[], string]>([
    ["python3", ["-c", "import no_such_module.inner"], "module no_such_module"],
    ["python3", ["-m", "no_such_module"], "module no_such_module"],
    ["python3", ["-m", "no_such_module.inner"], "module no_such_module"],
    ["python3", ["shadow.py"], "name json"],
    ["node", ["a.mjs"], "node-module left-pad"],
    ["node", ["b.cjs"], "node-module @scope/pad"],
    ["bash", ["-c", "no-such-command"], "command no-such-command"],
    ["bash", ["a.sh"], "command no-such-command"],
    ["sh", ["-c", "no-such-command"], "command no-such-command"],
    ["sh", ["a.sh"], "command no-such-command"],
    ["dash", ["-c", "no-such-command"], "command no-such-command"],
    ["zsh", ["-c", "no-such-command"], "command no-such-command"],
    ["fish", ["-c", "no-such-command"], "command no-such-command"],
    ["env", ["no-such-command"], "command no-such-command"],
    ["make", [], "command no-such-command"],
  ])("%s %j", (command, args, wanted) => {
    // What is not installed here cannot be run; bash, sh, python3 and node always are.
    if (!has(command) && !/^(?:bash|sh|python3|node|env)$/.test(command)) return;
    expect(told(run(command, args))).toContain(wanted);
  });
  test("a file that is not there is no package", () => expect(told(run("node", ["c.cjs"]))[0]).toMatch(/^own-file \.\/gone/));
});

test.each([
  ["Executable `ruff` not found", "command ruff"],
  ["`pre-commit` not found.  Did you forget to activate your virtualenv?", "command pre-commit"],
  ["zsh: command not found: pytest", "command pytest"],
  ["fish: Unknown command: pytest", "command pytest"],
  ["fish: Unknown command 'pytest'", undefined],
  ["/bin/sh: 1: pytest: not found", "command pytest"],
  ["sh: pytest: not found", "command pytest"],
  ["scripts/x.sh: line 12: ruff: command not found", "command ruff"],
  ["pyenv: pytest: command not found", "command pytest"],
  ["make: pytest: No such file or directory", "command pytest"],
  ["make[1]: pytest: Command not found", "command pytest"],
  ["'pytest' is not recognized as an internal or external command,", "command pytest"],
  ["Command not found: pytest", "command pytest"],
  ["error: Failed to spawn: `pytest`", "command pytest"],
  ["Error: spawn prettier ENOENT", "command prettier"],
  ["/usr/bin/env: ‘python’: No such file or directory", "command python"],
  ["2024-05-01T10:00:00.1234567Z E   ModuleNotFoundError: No module named 'yaml'", "module yaml"],
  ["test\tRun tests\t2024-05-01T10:00:00.1234567Z E   ModuleNotFoundError: No module named 'yaml'", "module yaml"],
  ["E   \u001b[1m\u001b[31mModuleNotFoundError: No module named 'yaml'\u001b[0m", "module yaml"],
  ["\u001b]8;;http://x\u0007ImportError: cannot import name 'A' from 'pydantic' (/x/y.py)\u001b]8;;\u0007", "name pydantic"],
  ["ImportError: No module named requests", "module requests"],
  ["/venv/bin/python: No module named pytest", "module pytest"],
  ["ERROR: Package 'demo' requires a different Python: 3.9.2 not in '>=3.10'", "interpreter 3.9.2"],
  [
    "  cause: Because the current Python version (3.11.7) does not satisfy Python>=3.13 and demo==1 depends on Python>=3.13, we can conclude that demo==1 cannot be used.",
    "interpreter 3.11.7",
  ],
  ["The currently activated Python version 3.9.2 is not supported by the project (^3.10).", "interpreter 3.9.2"],
  ["error: The requested interpreter resolved to Python 3.9.18, which is incompatible with the project's Python requirement: `>=3.10`", "interpreter 3.9.18"],
  ["Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'left-pad' imported from /x/a.mjs", "node-module left-pad"],
  ["src/a.ts(1,20): error TS2307: Cannot find module 'zod' or its corresponding type declarations.", "node-module zod"],
  ["Error: Cannot find module './gone'", "own-file ./gone"],
  ['error x@1: The engine "node" is incompatible with this module. Expected version ">=22". Got "18.1.0"', "node-engine 18.1.0"],
  ["remote: Repository not found.", undefined],
  ["HTTP Error 404: Not Found", undefined],
  ["ERROR 404: not found", undefined],
  ["fatal: unable to access: not found", undefined],
  ["all is well", undefined],
])("%s", (log, wanted) => {
  expect(told(`noise\r\n${log}\r\nnoise\n`)).toEqual(wanted === undefined ? [] : [wanted]);
});

test("hostile logs: a line of many megabytes, control characters, endless escapes, in time that grows with the log alone", () => {
  const start = performance.now();
  const long = `${"a: ".repeat(7_000_000)}\nModuleNotFoundError: No module named 'yaml'\n`;
  expect(told(long)).toEqual(["module yaml"]);
  expect(told(`${"\u001b[".repeat(500_000)}\n${"\u001b]".repeat(500_000)}\n${"/".repeat(1_000_000)}: not found`)).toEqual([]);
  expect(told("\u0000\u0007ModuleNotFoundError: No module named 'a\u001b[31mb'\n")).toEqual(["module ab"]);
  expect(performance.now() - start).toBeLessThan(4000);
});
