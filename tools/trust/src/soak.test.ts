// A program that uses caio as a library for long: its memory stays as it is once it is warm. The planted fault is a test of its own.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gitRepo, outsideCi, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isFull } from "./program.js";

const soak = fileURLToPath(new URL("../preload/soak.mjs", import.meta.url));
let repo: GitRepo;
beforeAll(() => {
  const links = Array.from({ length: 20 }, (_, at) => `[x](gone-${at}.md)\n`).join("");
  repo = gitRepo([
    {
      write: {
        "README.md": `# A\n\n${links}`,
        ".pre-commit-config.yaml":
          "repos:\n- repo: local\n  hooks:\n  - {id: t, name: t, entry: pytest tests, language: system, stages: [commit], pass_filenames: false}\n",
        "pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["requests"]\n',
        "tests/test_a.py": "import pytest\nimport yaml\n",
        "src/settings.py": `${"pass"}word = "${"q8Rk2Wz7".repeat(2)}Zt4v"\n`,
      },
    },
    { commit: "one" },
    { write: { "README.md": `# B\n\n${links}` } },
    { commit: "two" },
  ]);
});
afterAll(() => repo.dispose());

/** By how much memory grew from the third to the last sample: two tenths of the runs are warm-up. */
function growth(runs: number, ...plant: readonly string[]): { readonly grown: number; readonly told: string } {
  const told = execFileSync(process.execPath, ["--expose-gc", soak, repo.root, String(runs), ...plant], {
    encoding: "utf8",
    env: outsideCi(),
    timeout: 3_600_000,
  });
  const { samples, findings } = JSON.parse(told) as { samples: number[]; findings: number };
  expect(samples).toHaveLength(10);
  expect(findings).toBeGreaterThan(runs);
  const [, , warm = 0] = samples;
  return { grown: Math.max(...samples.slice(3)) / warm - 1, told };
}

const runs = isFull ? 1000 : 300;
// A short run is hardly warm: what is compiled meanwhile counts.
const bound = isFull ? 0.05 : 0.1;
it(`${runs} runs in one process: memory flat within 5 % after warm-up`, () => {
  const { grown, told } = growth(runs);
  if (isFull) console.log(told);
  expect(grown, told).toBeLessThan(bound);
}, 3_600_000);
it("what is kept from run to run is seen", () => {
  expect(growth(200, "leak").grown).toBeGreaterThan(bound);
}, 600_000);
