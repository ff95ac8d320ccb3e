// A repository in which every writing command has work, and the look at its files afterwards: each as it was, or as it should be.
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "@caio/git-fixture";
import { expect } from "vitest";

export const unfinished: readonly Step[] = [
  {
    write: {
      ".pre-commit-config.yaml":
        "repos:\n- repo: local\n  hooks:\n  - {id: t, name: t, entry: pytest tests, language: system, stages: [commit], pass_filenames: false}\n",
      "sub/.pre-commit-config.yaml": "- repo: local\n  hooks:\n  - {id: a, name: a, entry: a, language: python_venv, stages: [push]}\n",
      "docs/a.md": "# A\n\n[gone](gone.md)\n<!-- caio:begin doc-sync/toc -->\n<!-- caio:end doc-sync/toc -->\n\n## B\n",
      "pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["pytest>=8"]\n',
      "tests/test_a.py": "import pytest\n",
      ".caio/baseline": `${"0".repeat(32)} doc-sync/broken-link docs/old.md\n`,
    },
  },
  { commit: "one" },
];

/** Texts by path, as their bytes. */
export type Files = ReadonlyMap<string, string>;
export const isTemporary = (path: string): boolean => /(?:^|\/)\.caio-tmp-/.test(path);

/** All files but git's. */
export function filesOf(root: string): Files {
  const files = new Map<string, string>();
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted())
    if (!name.startsWith(".git/") && name !== ".git" && lstatSync(join(root, name)).isFile()) files.set(name, readFileSync(join(root, name), "latin1"));
  return files;
}

export const same = (a: Files, b: Files): boolean => a.size === b.size && [...a].every(([name, text]) => b.get(name) === text);

/** Every file is the old or the new one; nothing else is there but temporaries. Gives the number of temporaries. */
export function expectWhole(now: Files, before: Files, after: Files): number {
  let left = 0;
  for (const [name, text] of now) {
    if (isTemporary(name)) left++;
    else expect([before.get(name), after.get(name)].includes(text), `${name} is torn: ${JSON.stringify(text)}`).toBe(true);
  }
  for (const name of before.keys()) expect(now.has(name) || !after.has(name), `${name} is lost`).toBe(true);
  return left;
}
