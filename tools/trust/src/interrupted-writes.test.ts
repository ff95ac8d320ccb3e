// A run that is killed or fails at any write step leaves every file as it was or as it should be, and the next run ends the work and sweeps.
import { spawn } from "node:child_process";
import { cpSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitRepo, outsideCi, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bin, caio, faults, isFull } from "./program.js";

let origin: GitRepo;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-interrupted-"));
  origin = gitRepo([
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
  ]);
}, 240_000);
afterAll(() => {
  origin.dispose();
  rmSync(folder, { recursive: true, force: true });
});

type Files = ReadonlyMap<string, string>;
const temporary = /(?:^|\/)\.caio-tmp-/;

function filesOf(root: string): Files {
  const files = new Map<string, string>();
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted())
    if (!name.startsWith(".git/") && name !== ".git" && lstatSync(join(root, name)).isFile()) files.set(name, readFileSync(join(root, name), "latin1"));
  return files;
}

/** In the short form not every step is tried. */
const stride = isFull ? 1 : 4;
let count = 0;
function copy(): string {
  const at = join(folder, `copy-${count++}`);
  cpSync(origin.root, at, { recursive: true });
  return at;
}

/** Every file is the old or the new one; nothing else is there but temporaries. Gives the number of temporaries. */
function expectWhole(now: Files, before: Files, after: Files): number {
  let left = 0;
  for (const [name, text] of now) {
    if (temporary.test(name)) left++;
    else expect([before.get(name), after.get(name)].includes(text), `${name} is torn: ${JSON.stringify(text)}`).toBe(true);
  }
  for (const name of before.keys()) expect(now.has(name) || !after.has(name), `${name} is lost`).toBe(true);
  return left;
}

const commands: readonly (readonly string[])[] = [
  ["check", "--fix"],
  ["baseline", "write"],
  ["env-check", "doc"],
  ["doc-sync", "write"],
];

describe.each(commands.map((args) => ({ name: args.join(" "), args })))("$name", ({ args }) => {
  let before: Files;
  let after: Files;
  let steps: readonly string[];
  beforeAll(() => {
    before = filesOf(origin.root);
    const root = copy();
    const log = join(folder, `steps-${count}`);
    writeFileSync(log, "");
    const ran = caio(root, args, { node: ["--import", faults], environment: { FAULT_BELOW: root, FAULT_LOG: log } });
    expect(ran.status, ran.stderr).toBeLessThan(2);
    steps = readFileSync(log, "utf8").split("\n").slice(0, -1);
    after = filesOf(root);
    rmSync(root, { recursive: true });
  });

  it("has steps that can fail, and changes something", () => {
    expect(steps).toEqual(expect.arrayContaining(["open", "writeFile", "sync"]));
    expect(steps.some((step) => step === "renameSync" || step === "linkSync")).toBe(true);
    expect(after).not.toEqual(before);
  });
  it("killed at each step: every file whole, the next run ends the work and sweeps", () => {
    for (let at = 1; at <= steps.length; at += stride) {
      const root = copy();
      const ran = caio(root, args, { node: ["--import", faults], environment: { FAULT_BELOW: root, FAULT_AT: String(at) } });
      expect(ran.signal, `step ${at} (${steps[at - 1]})`).toBe("SIGKILL");
      expectWhole(filesOf(root), before, after);
      expect(caio(root, args).status).toBeLessThan(2);
      expect(filesOf(root)).toEqual(after);
      rmSync(root, { recursive: true });
    }
  }, 600_000);
  it.each(isFull ? ["ENOSPC", "EROFS"] : ["ENOSPC"])(
    "%s at each step: exit 2 and the reason, every file whole, no temporaries",
    (kind) => {
      for (let at = 1; at <= steps.length; at += stride) {
        const root = copy();
        const ran = caio(root, args, { node: ["--import", faults], environment: { FAULT_BELOW: root, FAULT_AT: String(at), FAULT_KIND: kind } });
        // What fails after the work is done (a handle that does not close) may go unseen.
        if (ran.status !== 2) expect(filesOf(root)).toEqual(after);
        else expect(ran.stderr + ran.stdout, `step ${at} (${steps[at - 1]})`).toMatch(/cannot be written.*planted/);
        expect(expectWhole(filesOf(root), before, after)).toBe(0);
        rmSync(root, { recursive: true });
      }
    },
    600_000,
  );
});

it(
  "killed at random moments of --fix",
  async () => {
    const before = filesOf(origin.root);
    const done = copy();
    caio(done, ["--fix"]);
    const after = filesOf(done);
    let killed = 0;
    const started = performance.now();
    caio(copy(), ["--fix"]);
    const whole = performance.now() - started;
    const rounds = isFull ? 1000 : 6;
    for (let round = 0; round < rounds; round++) {
      const root = copy();
      const child = spawn(process.execPath, [bin, "--fix"], { cwd: root, env: outsideCi(), stdio: "ignore" });
      const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_code, signal) => resolve(signal)));
      // Most of the time passes before the first write: the later moments count.
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.4 + (0.8 * round) / rounds));
      if ((await ended) === "SIGKILL") killed++;
      clearTimeout(timer);
      expectWhole(filesOf(root), before, after);
      caio(root, ["--fix"]);
      expect(filesOf(root)).toEqual(after);
      rmSync(root, { recursive: true });
    }
    expect(killed).toBeGreaterThan(rounds / 10);
  },
  isFull ? 3_600_000 : 300_000,
);

it("a report's file is whole: killed while it is written, the old one stays", () => {
  const root = copy();
  const report = join(root, "report.json");
  writeFileSync(report, "old");
  const args = ["--reporter", "json=report.json"];
  for (let at = 1; at <= 3; at++) {
    expect(caio(root, args, { node: ["--import", faults], environment: { FAULT_BELOW: root, FAULT_AT: String(at) } }).signal).toBe("SIGKILL");
    expect(readFileSync(report, "utf8")).toBe("old");
  }
  caio(root, args);
  expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ version: 1 });
});
