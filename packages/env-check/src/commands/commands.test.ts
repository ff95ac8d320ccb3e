// The commands on real repositories and a real virtual environment: doctor, doc, explain, why.
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fullScope, type CommandResult, type Context, type Machine } from "@caio/repo-model/check";
import { openRepository } from "@caio/repo-model/git";
import { applyEdits } from "@caio/repo-model/text";
import { gitRepo, memoryRepo, type GitRepo } from "@caio/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaults, type EnvCheckOptions } from "../defaults.js";
import { envCheck } from "../index.js";

const files = {
  ".pre-commit-config.yaml":
    "repos:\n- repo: local\n  hooks:\n  - id: unit-tests-quick\n    name: u\n    entry: pytest tests/unit -q\n    language: system\n    pass_filenames: false\n    stages: [push]\n",
  "requirements.txt": "fake-settings>=2.0.0\nfake_yaml>=6\npytest>=7\n",
  "pyproject.toml": '[project]\nname = "demo"\nrequires-python = ">=3.10"\ndependencies = ["fake-settings>=2.0.0"]\n',
  "demo/__init__.py": "",
  "demo/config.py": "from fake_settings import BaseSettings\nimport fake_yaml\n",
  "tests/unit/test_config.py": "from demo.config import BaseSettings\n",
};
const options: EnvCheckOptions = { ...defaults, imports: { fake_settings: "fake-settings" } };

/** The disk as a machine with an environment of the test's own. */
function diskMachine(environment: Readonly<Record<string, string>>): Machine {
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch {
      return undefined;
    }
  };
  const isExecutable = (path: string): boolean => attempt(() => (accessSync(path, constants.X_OK), statSync(path).isFile())) ?? false;
  return {
    platform: process.platform,
    environment,
    isExecutable,
    which: (command) =>
      (environment["PATH"] ?? "")
        .split(":")
        .map((folder) => join(folder, command))
        .find(isExecutable),
    exists: existsSync,
    read: (path) => attempt(() => readFileSync(path, "utf8")),
    list: (path) => attempt(() => readdirSync(path).toSorted()),
    realPath: (path) => attempt(() => realpathSync(path)),
  };
}

async function run(
  name: string,
  context: Partial<Context>,
  call: { operands?: readonly string[]; flags?: Record<string, string | boolean>; input?: string } = {},
): Promise<CommandResult> {
  const command = envCheck.commands.find((one) => one.name === name);
  const repository = context.repository ?? memoryRepo(files);
  if (command === undefined) throw new Error(`There is no command ${name}.`);
  return command.run({
    context: {
      repository,
      files: repository.files,
      scope: fullScope,
      ignore: [],
      now: "2026-01-10T09:00:00.000Z",
      signal: new AbortController().signal,
      trouble: (error) => {
        throw error;
      },
      skip: () => {},
      notRun: () => {},
      ...context,
    },
    options,
    operands: call.operands ?? [],
    flags: call.flags ?? {},
    stdin: async () => call.input ?? "",
  });
}

const textOf = (result: CommandResult): string => (result.kind === "text" || result.kind === "drafts" ? (result.text ?? "") : "");
const rulesOf = (result: CommandResult): readonly string[] => (result.kind === "drafts" ? result.drafts.map(({ rule }) => rule) : []);

describe("doctor, on a real venv", () => {
  let repo: GitRepo | undefined;
  let root = "";
  let venv = "";
  let site = "";
  const install = (name: string, version: string, module: string): void => {
    const folder = join(site, `${name.replaceAll("-", "_")}-${version}.dist-info`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "METADATA"), `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n\nText\nVersion: 9\n`);
    writeFileSync(join(site, `${module}.py`), "BaseSettings = object\n");
  };
  const machine = (environment: Record<string, string>): Machine => diskMachine({ PATH: join(venv, "bin"), ...environment });
  const doctor = async (environment: Record<string, string> = {}, flags: Record<string, string> = {}): Promise<CommandResult> =>
    run("doctor", { repository: await openRepository(root), machine: machine(environment) }, { flags });
  beforeAll(() => {
    repo = gitRepo([{ write: { ...files, ".gitignore": ".venv/\n" } }, { commit: "one" }]);
    root = repo.root;
    venv = join(root, ".venv");
    execFileSync("python3", ["-m", "venv", "--without-pip", venv]);
    site = execFileSync(join(venv, "bin/python"), ["-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], { encoding: "utf8" }).trim();
  });
  afterAll(() => repo?.dispose());
  test("says what is missing, with the chain and the command", async () => {
    const result = await doctor({ VIRTUAL_ENV: venv });
    expect(rulesOf(result).filter((rule) => rule === "not-installed")).toHaveLength(2);
    expect(textOf(result)).toContain(
      "✗ `fake-settings` is not installed in .venv; `unit-tests-quick` needs it: unit-tests-quick → pytest tests/unit -q → tests/unit/test_config.py:1 → demo/config.py:1.\n    python -m pip install -r requirements.txt\n",
    );
    expect(textOf(result)).toContain("Hooks run with .venv/bin/python (Python 3.");
  });
  test("says which version does not satisfy what is declared, and agrees with the interpreter", async () => {
    install("fake-settings", "1.9.0", "fake_settings");
    install("fake_yaml", "6.0.1", "fake_yaml");
    const result = await doctor({ VIRTUAL_ENV: venv });
    expect(textOf(result)).toContain("✗ `fake-settings` is installed in .venv as 1.9.0, and `>=2.0.0` is declared.");
    expect(textOf(result)).toContain("✓ fake_yaml 6.0.1 satisfies >=6");
    const real = execFileSync(join(venv, "bin/python"), ["-c", "import importlib.metadata as m; print(m.version('fake-settings'))"], {
      encoding: "utf8",
    }).trim();
    expect(real).toBe("1.9.0");
    execFileSync("rm", ["-r", join(site, "fake_settings-1.9.0.dist-info")]);
    install("fake-settings", "2.1.0", "fake_settings");
    expect(rulesOf(await doctor({ VIRTUAL_ENV: venv })).filter((rule) => /installed|version/.test(rule))).toEqual([]);
  });
  test("says what is declared and has no metadata, though nothing imports it", async () => {
    const folder = join(site, "pytest-8.0.0.dist-info");
    mkdirSync(folder);
    writeFileSync(join(folder, "INSTALLER"), "pip\n");
    const result = await doctor({ VIRTUAL_ENV: venv });
    expect(rulesOf(result)).toContain("broken-metadata");
    expect(textOf(result)).toContain("! `pytest` is installed in .venv without readable metadata.\n    python -m pip install --force-reinstall pytest\n");
    execFileSync("rm", ["-r", folder]);
  });
  test("--probe asks the interpreter, which says the same", async () => {
    const probe = async (environment: Record<string, string>): Promise<string> =>
      textOf(await run("doctor", { repository: await openRepository(root), machine: diskMachine(environment) }, { flags: { probe: true } }));
    const own = execFileSync("python3", ["-c", "import sys; print(sys.executable)"], { encoding: "utf8" }).trim();
    expect(await probe({ PATH: dirname(own) })).toMatch(/was run and says the same: Python 3\.\d+\.\d+, \d+ distributions\./);
    // One that lies in the repository is not run where nobody can tell who put it there.
    expect(await probe({ VIRTUAL_ENV: venv, PATH: join(venv, "bin") })).toContain("is not run: it lies in the repository");
  });
  test("tells the environment that lies idle from the one that hooks get", async () => {
    const system = diskMachine({ PATH: "/usr/bin:/bin" });
    const result = await run("doctor", {
      repository: await openRepository(root),
      machine: { ...system, which: (name) => (name === "python3" ? "/usr/bin/python3" : undefined) },
    });
    expect(textOf(result)).toMatch(/✗ The environment `\.venv` is there and not active: .* lacks `fake-settings`, `fake-yaml`\./);
    expect(rulesOf(result)).toContain("missing-command");
  });
  test("--python chooses another one; an interpreter that is too old is told", async () => {
    const result = await doctor({}, { python: ".venv" });
    expect(textOf(result)).toContain("by --python");
    writeFileSync(join(venv, "pyvenv.cfg"), readFileSync(join(venv, "pyvenv.cfg"), "utf8").replace(/^version.*$/m, "version = 3.9.2"));
    expect(rulesOf(await doctor({ VIRTUAL_ENV: venv }))).toContain("wrong-interpreter");
  });
  test("an interpreter that cannot be understood accuses nobody", async () => {
    const fake = join(root, "fakebin");
    mkdirSync(fake);
    writeFileSync(join(fake, "python"), "#!/bin/sh\n", { mode: 0o755 });
    expect(
      rulesOf(await run("doctor", { repository: await openRepository(root), machine: diskMachine({ PATH: fake }) })).filter((rule) => rule === "not-installed"),
    ).toEqual([]);
  });
});

describe("doc", () => {
  const made = async (given: Readonly<Record<string, string>>, flags: Record<string, boolean> = {}): Promise<string> => {
    const result = await run("doc", { repository: memoryRepo(given) }, { flags });
    if (result.kind !== "write") throw new Error("doc writes.");
    const path = defaults.document;
    const [edit] = result.edits;
    if (edit === undefined) return given[path] ?? "";
    return "create" in edit ? edit.create : "text" in edit ? applyEdits(given[path] ?? "", [edit]) : "";
  };
  test("holds everything that the plan's step 3.3 asks for", async () => {
    const text = await made(files);
    for (const part of [
      "### Required Dependencies\n\n- `fake-settings>=2.0.0` (for `unit-tests-quick`)\n",
      "- All dependencies from `requirements.txt`\n- Python 3.10+ (for all hooks)\n",
      "### Setup Instructions\n\n1. **Create a virtual environment:**\n\n   ```bash\n   python3 -m venv .venv\n   source .venv/bin/activate",
      "pip install -r requirements.txt\n",
      "pip install -e .\n",
      "pre-commit install --hook-type pre-push\n",
      "pre-commit run --all-files",
      "### CI Environment\n\nCI environments must have:\n\n- all dependencies from `requirements.txt` installed\n",
      "### Troubleshooting\n\n**Error: `ModuleNotFoundError: No module named 'fake_settings'`**",
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/:\d+ →/);
  });
  test("is made where hooks have environments of their own, and for tests alone; nothing is there to tell of else", async () => {
    const remote = "repos:\n- repo: https://github.com/psf/black\n  rev: 24.1.0\n  hooks:\n  - id: black\n";
    expect(await made({ ".pre-commit-config.yaml": remote })).toContain("- `pre-commit` (runs the hooks)\n");
    expect(await made({ "tests/test_a.py": "import yaml\n", "requirements.txt": "pyyaml>=6\n" })).toContain("- `pyyaml>=6` (for the tests)\n");
    expect(textOf(await run("doc", { repository: memoryRepo({ "a.txt": "" }) }))).toBe("There are no hooks to tell of.\n");
  });
  test.each([
    ["uv", { "uv.lock": "version = 1\n" }, ["uv sync", "uv run pre-commit install --hook-type pre-push"], "uv sync"],
    [
      "poetry",
      { "poetry.lock": "", "pyproject.toml": '[tool.poetry]\nname = "demo"\n[tool.poetry.dependencies]\npython = "^3.10"\nfake-settings = "^2"\n' },
      ["poetry install", "poetry run pre-commit install --hook-type pre-push"],
      "poetry install",
    ],
    ["pip", {}, ["python3 -m venv .venv", "pre-commit install --hook-type pre-push"], "python -m pip install"],
  ] as const)("has the steps of the tool in use: %s", async (_name, given, steps, install) => {
    const base = Object.fromEntries(Object.entries(files).filter(([path]) => path !== "requirements.txt" || install.includes("pip")));
    const text = await made({ ...base, ...given });
    for (const step of steps) expect(text).toContain(`   ${step}\n`);
    expect(text).toMatch(new RegExp(`CI installs all dependencies before it runs the hooks: \`${install}`));
    // Neither a date nor a path of this machine.
    expect(text).not.toMatch(/\b20\d\d-\d\d|\/(?:home|root|tmp|Users)\//);
    expect(await made({ ...base, ...given, [defaults.document]: text })).toBe(text);
  });
  test("--readme adds a note to README.md that leads to it", async () => {
    const result = await run("doc", { repository: memoryRepo({ ...files, "README.md": "# Demo\n" }) }, { flags: { readme: true } });
    const edit = result.kind === "write" ? result.edits.find(({ path }) => path === "README.md") : undefined;
    const text = edit !== undefined && "text" in edit ? applyEdits("# Demo\n", [edit]) : "";
    expect(text.startsWith("# Demo\n")).toBe(true);
    expect(text).toContain(defaults.document);
  });
  test("is stable, keeps the user's text, and refuses what was edited by hand", async () => {
    const once = await made(files);
    expect(await made({ ...files, [defaults.document]: once })).toBe(once);
    const own = await made({ ...files, [defaults.document]: "# Mine\n\nText.\n" });
    expect(own.startsWith("# Mine\n\nText.\n\n<!-- caio:begin env-check/setup")).toBe(true);
    const edited = once.replace("Python 3.10+", "Python 3.12");
    await expect(made({ ...files, [defaults.document]: edited })).rejects.toMatchObject({ code: "SECTION_EDITED" });
    expect(await made({ ...files, [defaults.document]: edited }, { force: true })).toBe(once);
  });
});

describe("explain", () => {
  const explain = async (log: string, given: Readonly<Record<string, string>> = files): Promise<string> =>
    textOf(await run("explain", { repository: memoryRepo(given) }, { input: log }));
  test("a module that is declared, and one that is not", async () => {
    const text = await explain("E   \u001b[31mModuleNotFoundError\u001b[0m: No module named 'fake_settings'\n");
    expect(text).toContain(
      "`fake_settings` comes from `fake-settings`, which is declared and not installed where this ran.\n  python3 -m venv".replace(
        "python3 -m venv",
        "python -m pip install -r requirements.txt",
      ),
    );
    expect(text).toContain("demo/config.py:1  imports");
    const bare = await explain("ModuleNotFoundError: No module named 'pydantic_settings'", {
      "requirements.txt": "pytest\n",
      "tests/test_a.py": "import pydantic_settings\n",
    });
    expect(bare).toContain("`pydantic-settings`, which is declared nowhere.\n  python -m pip install 'pydantic-settings>=2.0.0'");
  });
  test.each([
    ["bash: line 1: pytest: command not found", "The command `pytest` is not on the PATH"],
    ["Executable `ruff` not found", "The command `ruff` is not on the PATH"],
    ["/usr/bin/python3: No module named pytest", "comes from `pytest`, which is declared"],
    ["ImportError: cannot import name 'X' from 'fake_settings' (/x/y.py)", "installed in a version that does not have this name"],
    ["ImportError: cannot import name 'X' from 'fake_settings' (/x/y.py)", "demo/config.py:1  imports"],
    ["ImportError: cannot import name 'batched' from 'itertools' (unknown location)", "part of Python: this interpreter is a version"],
    ["ImportError: cannot import name 'batched' from 'itertools' (unknown location)", "\n  python3.10 -m venv --clear .venv"],
    ["ERROR: Package 'networkx' requires a different Python: 3.10.2 not in '>=3.11'", "The interpreter is Python 3.10.2, and `networkx` takes >=3.11."],
    [
      "Because the current Python version (3.9.2) does not satisfy Python>=3.12 and all versions of big-thing depend on Python>=3.12, we can",
      "`big-thing` takes >=3.12",
    ],
    ["  Because the current Python version (3.9.2) does not satisfy Python>=3.10 and demo==1 depends on Python>=3.10, we can", "this repository needs >=3.10"],
    ["ERROR: Package 'demo' requires a different Python: 3.9.2 not in '>=3.10'", "this repository needs >=3.10 (pyproject.toml:3)"],
    ["ModuleNotFoundError: No module named 'demo.config'", "is this repository's own"],
    ["ModuleNotFoundError: No module named 'distutils'", "part of Python"],
    ["ModuleNotFoundError: No module named 'nobody_knows'", "not known"],
    ["Error: Cannot find module 'left-pad'", "npm install left-pad"],
  ])("%s", async (log, answer) => expect(await explain(log)).toContain(answer));
  test("a log without a failure is exit 1", async () => {
    expect(await run("explain", {}, { input: "all is well\n" })).toMatchObject({ exitCode: 1 });
  });
});

test("why shows the chain and where it is declared", async () => {
  const text = textOf(await run("why", {}, { operands: ["fake_settings"] }));
  expect(text).toBe(
    [
      ".pre-commit-config.yaml:4  hook unit-tests-quick",
      "  .pre-commit-config.yaml:6  runs pytest tests/unit -q",
      "    tests/unit/test_config.py:1  imports",
      "      demo/config.py:1  imports",
      "        fake_settings",
      "          fake-settings: declared in pyproject.toml:4 as >=2.0.0",
      "",
      "",
    ]
      .join("\n")
      .replace(/\n\n$/, "\n"),
  );
  expect(await run("why", {}, { operands: ["nothing"] })).toMatchObject({ exitCode: 1 });
  await expect(run("why", {})).rejects.toMatchObject({ code: "USAGE" });
});
