// A run under a change says what the full run says of the lines of the change, line by line.
import { changeScope, type Finding } from "@caio/repo-model/check";
import { repoPath } from "@caio/repo-model/text";
import { judge } from "@caio/testing";
import { describe, expect, test } from "vitest";
import { mayKeep } from "./change.js";
import { defaults } from "./defaults.js";
import { envCheck } from "./index.js";
import { memoryRepo } from "@caio/testing";

const files: Readonly<Record<string, string>> = {
  ".pre-commit-config.yaml":
    "repos:\n- repo: local\n  hooks:\n  - id: unit\n    name: u\n    entry: bash run.sh\n    language: system\n    stages: [pre-push]\n",
  "run.sh": "#!/bin/sh\nset -e\npytest tests -q\npytest gone/tests\n",
  "pyproject.toml": '[project]\nname = "demo"\nrequires-python = ">=3.10"\ndependencies = [\n  "click>=8",\n  "rich; python_version < \'3\'",\n]\n',
  "requirements.txt": "click<7\npytest\n",
  "demo/__init__.py": '"""Text."""\nfrom . import (\n    config,\n)\n\n\ndef main():\n    import requests\n    return config\n',
  "demo/config.py": "import os\nimport yaml\nimport rich\n\nVALUE = os.name\n",
  "tests/test_demo.py": "# one\nimport demo\n\n\ndef test_it():\n    import distutils.util\n    assert demo\n",
  "tests/conftest.py": "x = 1\n",
  "setup.py": "from setuptools import setup\nsetup()\n",
  "README.md": "# Demo\n\n    pip install -e .\n",
  ".github/workflows/ci.yml":
    "on: push\njobs:\n  t:\n    runs-on: ubuntu-latest\n    steps:\n    - uses: actions/setup-python@v5\n      with: {python-version: '3.8'}\n    - run: pip install .\n    - run: pytest tests\n",
  "src/app.ts": "export {};\n",
};

const names = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule, at, message }) => `${rule} ${at.path}:${at.start.line} ${message}`);

describe("each line of each file, changed alone", () => {
  test.each(Object.keys(files))("%s", async (name) => {
    const path = repoPath(name);
    const full = (await judge(envCheck, files)).findings;
    expect(full.length).toBeGreaterThan(5);
    const last = (files[name] ?? "").split("\n").length;
    for (let line = 1; line <= last; line++) {
      const scope = changeScope("index", [{ path, ranges: [[line, line]] }]);
      const { findings } = await judge(envCheck, files, { context: { scope } });
      const wanted = full.filter(({ at, related = [] }) => scope.keeps(at) || related.some((one) => scope.keeps(one.at)));
      expect([line, names(findings)]).toEqual([line, names(wanted)]);
    }
  });
});

test("what keeps nothing is not read: documents, code between imports, what is gone", async () => {
  const repository = memoryRepo({ ...files, "tests/test_noted.py": `x = 1\n# caio-${"ignore"} env-check/undeclared-import: why\n` });
  const asked = async (name: string, line: number): Promise<boolean> =>
    mayKeep({ scope: changeScope("index", [{ path: repoPath(name), ranges: [[line, line]] }]), files: repository.files }, defaults);
  for (const [name, line, wanted] of [
    ["README.md", 1, false],
    ["src/app.ts", 1, false],
    ["demo/config.py", 5, false],
    ["demo/config.py", 2, true],
    ["demo/config.py", 1, true],
    ["demo/gone.py", 1, false],
    ["tests/test_noted.py", 1, true],
    ["setup.py", 2, true],
    ["requirements.txt", 1, true],
    ["run.sh", 3, true],
    [defaults.document, 1, true],
  ] as const)
    expect([name, line, await asked(name, line)]).toEqual([name, line, wanted]);
});
