// A run that is killed or fails at any write step leaves every file as it was or as it should be, and the next run ends the work and sweeps.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gitRepo, outsideCi, type GitRepo } from "@caio/git-fixture";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProcess } from "./in-process.js";
import { bin, caio, faults, isFull } from "./program.js";
import { random } from "./random.js";
import { expectWhole, filesOf, isTemporary, same, unfinished, type Files } from "./whole-files.js";

let origin: GitRepo;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-interrupted-"));
  origin = gitRepo(unfinished);
}, 240_000);
afterAll(() => {
  origin.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** In the short form not every step is tried. */
const stride = isFull ? 1 : 4;
const kills = Number(process.env["CAIO_TRUST_KILLS"] ?? (isFull ? 1000 : 4));
const make = random(20_261_129 + Number(process.env["CAIO_TRUST_SEED"] ?? 0));
let count = 0;
function copy(of = origin.root): string {
  const at = join(folder, `copy-${count++}`);
  cpSync(of, at, { recursive: true });
  return at;
}

interface Command {
  readonly args: readonly string[];
  /** What it needs beside the files that every command has work in. */
  readonly files?: Readonly<Record<string, string>>;
  /** Each run begins another file, so that a next run ends nothing of this one's. */
  readonly begins?: true;
}

const records = {
  "caio.yaml": "adr-gate:\n  guardrails: [docs/**]\n",
  "docs/adr/0001-a.md": "# 1. A\n\nStatus: accepted\n\n## Context\n\nText.\n\n## Decision\n\nText.\n",
};
const ofMost: readonly Command[] = [
  { args: ["check", "--fix"] },
  { args: ["baseline", "write"] },
  { args: ["env-check", "doc"] },
  { args: ["doc-sync", "write"] },
];
const ofOthers: readonly Command[] = [
  { args: ["init", "--yes"] },
  { args: ["baseline", "prune"] },
  { args: ["hook-config", "migrate"] },
  {
    args: ["secret-scan", "triage", "conf.py", "--label", "example", "--reason", "none"],
    files: { "conf.py": `${"pass"}word = "${"x9Kq7Zr2"}${"Lw8Tn4"}"\n` },
  },
  { args: ["adr-gate", "index"], files: records },
  { args: ["adr-gate", "scope"], files: records },
  { args: ["adr-gate", "new", "Two"], files: records, begins: true },
  { args: ["check", "--fix-suggested"] },
];
/** Every command that writes. */
const commands = [...ofMost, ...ofOthers.filter((_, at) => isFull || at % 4 === 0)];

/** All files, with a name for each salt that is drawn anew: a torn line has none, and stays what it is. */
const lookAt = (root: string): Files =>
  new Map([...filesOf(root)].map(([path, text]) => [path, path === ".caio/allow" ? text.replace(/\b[0-9a-f]{16} [0-9a-f]{32}\b/g, "SALT SCRYPT") : text]));

describe.each(commands.map((command) => ({ name: command.args.join(" "), ...command })))("$name", ({ args, files, begins }) => {
  let own: GitRepo | undefined;
  const copyOf = (): string => copy(own?.root);
  afterAll(() => own?.dispose());
  let before: Files;
  let after: Files;
  let steps: readonly string[];
  beforeAll(() => {
    own = files === undefined ? undefined : gitRepo([...unfinished, { write: files }, { commit: "two" }]);
    before = lookAt(own?.root ?? origin.root);
    const root = copyOf();
    const log = join(folder, `steps-${count}`);
    writeFileSync(log, "");
    const ran = caio(root, args, { node: ["--import", faults], environment: { FAULT_BELOW: root, FAULT_LOG: log } });
    expect(ran.status, ran.stderr).toBeLessThan(2);
    steps = readFileSync(log, "utf8").split("\n").slice(0, -1);
    after = lookAt(root);
    rmSync(root, { recursive: true });
  });

  it("has steps that can fail, and changes something", () => {
    expect(steps).toEqual(expect.arrayContaining(["open", "writeFile", "sync"]));
    expect(steps.some((step) => step === "renameSync" || step === "linkSync")).toBe(true);
    expect(after).not.toEqual(before);
  });
  it("killed at each step: every file whole, the next run ends the work and sweeps", () => {
    for (let at = 1; at <= steps.length; at += stride) {
      const root = copyOf();
      const ran = caio(root, args, { node: ["--import", faults], environment: { FAULT_BELOW: root, FAULT_AT: String(at) } });
      expect(ran.signal, `step ${at} (${steps[at - 1]})`).toBe("SIGKILL");
      expectWhole(lookAt(root), before, after);
      const isDone = same(new Map([...lookAt(root)].filter(([path]) => !isTemporary(path))), after);
      const again = caio(root, args);
      expect(again.status, again.stderr).toBeLessThan(2);
      if (begins === true && isDone) expect([...lookAt(root).keys()].filter(isTemporary)).toEqual([]);
      else expect(lookAt(root)).toEqual(after);
      rmSync(root, { recursive: true });
    }
  }, 600_000);
  it.each(isFull ? ["ENOSPC", "EROFS"] : ["ENOSPC"])(
    "%s at each step: exit 2 and the reason, every file whole, no temporaries",
    (kind) => {
      for (let at = 1; at <= steps.length; at += stride) {
        const root = copyOf();
        const ran = caio(root, args, { node: ["--import", faults], environment: { FAULT_BELOW: root, FAULT_AT: String(at), FAULT_KIND: kind } });
        // What fails after the work is done (a handle that does not close) may go unseen.
        if (ran.status !== 2) expect(lookAt(root)).toEqual(after);
        else expect(ran.stderr + ran.stdout, `step ${at} (${steps[at - 1]})`).toMatch(/cannot be written.*planted/);
        expect(expectWhole(lookAt(root), before, after)).toBe(0);
        rmSync(root, { recursive: true });
      }
    },
    600_000,
  );
});

describe.each([["--fix"], ["baseline", "write"], ["env-check", "doc"]].map((args) => ({ name: args.join(" "), args })))("$name", ({ args }) => {
  it(
    `killed at ${kills} random moments, every second one between its first write and its last`,
    async () => {
      const before = filesOf(origin.root);
      const done = copy();
      const time = join(folder, `time-${count}`);
      const started = performance.now();
      caio(done, args, { node: ["--import", faults], environment: { FAULT_BELOW: done, FAULT_TIME: time } });
      let whole = performance.now() - started;
      const writing = Number(readFileSync(time, "utf8"));
      const after = filesOf(done);
      rmSync(done, { recursive: true });
      let killed = 0;
      let between = 0;
      for (let round = 0; round < kills; round++) {
        const root = copy();
        const part = make.below(1000) / 1000;
        const isWriting = round % 2 === 1;
        const environment = { ...outsideCi(), ...(isWriting ? { FAULT_BELOW: root, FAULT_AFTER: String(writing * 1.2 * part) } : {}) };
        const child = spawn(process.execPath, [...(isWriting ? ["--import", faults] : []), bin, ...args], { cwd: root, env: environment, stdio: "ignore" });
        const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once("close", (_code, signal) => resolve(signal)));
        const began = performance.now();
        // Most of the time passes before the first write: the later moments count.
        const timer = isWriting ? undefined : setTimeout(() => child.kill("SIGKILL"), whole * (0.4 + 0.7 * part));
        if ((await ended) === "SIGKILL") killed++;
        // A run that ended by itself says how fast the machine is now.
        else if (!isWriting) whole = (whole + performance.now() - began) / 2;
        clearTimeout(timer);
        const now = filesOf(root);
        if (expectWhole(now, before, after) > 0 || (!same(now, before) && !same(now, after))) between++;
        const { status, err } = await inProcess(root, args);
        expect(status, err).toBeLessThan(2);
        expect(filesOf(root)).toEqual(after);
        rmSync(root, { recursive: true });
        if (isFull && ((round + 1) % 100 === 0 || round + 1 === kills))
          console.log(`${args.join(" ")}: ${killed} of ${round + 1} runs were killed, ${between} of them with their work half done`);
      }
      expect(killed).toBeGreaterThan(kills / 10);
      if (kills >= 100) expect(between).toBeGreaterThan(kills / 20);
    },
    isFull ? 3_600_000 : 300_000,
  );
});

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
