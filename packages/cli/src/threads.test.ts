// A larger tree is scanned for secrets in a thread of its own, which takes what is left when it has done so: the report is, byte for byte, the one of a
// single thread.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo, outsideCi, type GitRepo } from "@caio/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../dist/bin.cjs", import.meta.url));
/** Drawn at run time, and in no file. */
const value = Buffer.from(Array.from({ length: 18 }, (_, at) => (at * 97 + 41) % 251)).toString("base64url");
const token = (seed: number): string => `glpat-${Buffer.from(Array.from({ length: 15 }, (_, at) => (at * 89 + seed * 31) % 251)).toString("base64url")}`;

let repo: GitRepo;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-threads-"));
  const write: Record<string, string | Uint8Array> = {
    "README.md": `# One\n\n[gone](gone.md)\n\n${token(1)}\n`,
    "keys.txt": `${token(2)}\n\n# caio-${"ignore"} secret-scan/provider-token: made up\n${token(3)}\n# caio-${"ignore"} secret-scan/provider-token:\n${token(4)}\n`,
    "idle.py": `import os  # caio-${"ignore"} secret-scan/provider-token: was one once\n`,
    "both.md": `<!-- caio-${"ignore"} doc-sync/broken-link: later -->\n[x](later.md)\n\n${token(5)}\n`,
    // Told as a secret where it stands alone; the link says it again.
    "settings.py": `${["db", "password"].join("_")} = "${value}"\n`,
    "docs/again.md": `[again](${value}.md)\n`,
    "image.bin": new Uint8Array(300),
    "node_modules/left/index.js": `${token(6)}\n`,
    "left/alone.txt": `${token(7)}\n`,
    "large.txt": "a line\n".repeat(3000),
    "caio.yaml":
      "ignore: [left/**]\nsecret-scan: { maxFileSize: 20000, }\nsuppress:\n  - { rule: secret-scan/provider-token, path: src/f7.py, reason: known }\n",
  };
  for (let at = 0; at < 600; at++) write[`src/f${at}.py`] = `import f${at + 1}\nvalue = ${at}\n${at % 100 === 7 ? `# ${token(at)}\n` : ""}`;
  repo = gitRepo([{ write }, { link: "link.txt", to: "keys.txt" }, { git: ["add", "-A", "-f"] }, { commit: "first" }]);
  // A name that is no UTF-8, and a file that the index does not know.
  writeFileSync(Buffer.concat([Buffer.from(`${repo.root}/odd-`), Buffer.from([0xff, 0xfe]), Buffer.from(".txt")]), `${token(8)}\n`);
  mkdirSync(join(repo.root, "new"));
  writeFileSync(join(repo.root, "new/untracked.txt"), `${token(9)}\n`);
});
afterAll(() => {
  repo.dispose();
  rmSync(folder, { recursive: true });
});

/** A module that Node loads first, in each thread. */
function preload(name: string, text: string): string {
  const path = join(folder, `${name}.cjs`);
  writeFileSync(path, `const { isMainThread } = require("node:worker_threads");\n${text}\n`);
  return `--require ${path}`;
}
const begun = (): string => (existsSync(join(folder, "begun")) ? readFileSync(join(folder, "begun"), "utf8") : "");
const count = (): string => preload("count", `if (!isMainThread) require("node:fs").appendFileSync(${JSON.stringify(join(folder, "begun"))}, "x");`);

function program(args: readonly string[], options = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { cwd: repo.root, encoding: "utf8", input: "", env: { ...outsideCi(), NODE_OPTIONS: options } });
}

/** The same command line where there is one processor: nothing is begun there. */
const oneThread = (args: readonly string[]): ReturnType<typeof program> =>
  program(args, `${preload("one", 'require("node:os").availableParallelism = () => 1;')} ${count()}`);

describe.skipIf(availableParallelism() < 2)("a thread for secret-scan", () => {
  it.each([
    ["json", ["--reporter", "json"]],
    ["sarif", ["--reporter", "sarif"]],
    ["a part, of few files", ["--reporter", "blob", "--shard", "1/8"]],
    ["text", []],
    ["a path left out", ["--reporter", "json", "--", ":!src/f7.py"]],
    ["what git ignores", ["--reporter", "json", "--no-ignore"]],
  ])("says what one thread says: %s", (_name, args) => {
    const before = begun().length;
    const threads = program(args, count());
    expect(begun().length).toBe(before + (args.includes("--shard") ? 0 : 1));
    const whole = oneThread(args);
    expect(begun().length).toBe(before + (args.includes("--shard") ? 0 : 1));
    expect({ ...threads, pid: 0 }).toEqual({ ...whole, pid: 0 });
    if (!args.includes("--shard")) expect(threads.stdout).not.toContain(value);
  });

  it("finds the secrets, heeds what stands beside them, and reads what the index does not know", () => {
    const { findings, skipped } = JSON.parse(program(["--reporter", "json"]).stdout) as {
      findings: { rule: string; path: string; start: { line: number } }[];
      skipped: { path: string; reason: string }[];
    };
    const told = findings.filter(({ rule }) => /secret-scan|suppression/.test(rule)).map(({ rule, path, start }) => `${path}:${start.line} ${rule}`);
    expect(told).toEqual([
      "README.md:5 secret-scan/provider-token",
      "both.md:4 secret-scan/provider-token",
      "idle.py:1 caio/unused-suppression",
      "keys.txt:1 secret-scan/provider-token",
      "keys.txt:5 caio/suppression-without-reason",
      "keys.txt:6 secret-scan/provider-token",
      "new/untracked.txt:1 secret-scan/provider-token",
      expect.stringMatching(/^odd-..\.txt:1 /),
      "settings.py:1 secret-scan/generic-secret",
      "src/f107.py:3 secret-scan/provider-token",
      "src/f207.py:3 secret-scan/provider-token",
      "src/f307.py:3 secret-scan/provider-token",
      "src/f407.py:3 secret-scan/provider-token",
      "src/f507.py:3 secret-scan/provider-token",
    ]);
    expect(skipped.map(({ path, reason }) => `${path} ${reason}`)).toEqual(["image.bin binary", "large.txt too large", "node_modules/left/index.js vendored"]);
  });

  it("tells what the thread could not read as one thread does", () => {
    mkdirSync(join(repo.root, ".caio"), { recursive: true });
    writeFileSync(join(repo.root, ".caio/allow"), "no such line\n");
    const threads = program(["--reporter", "json"]);
    expect({ ...threads, pid: 0 }).toEqual({ ...oneThread(["--reporter", "json"]), pid: 0 });
    expect(threads).toMatchObject({ status: 2, stdout: expect.stringContaining('"DATA_INVALID"') });
    rmSync(join(repo.root, ".caio"), { recursive: true });
  });

  it.each([
    ["may not begin", 'require("node:worker_threads").Worker = class { constructor() { throw new Error("no threads here"); } };'],
    ["ends at once", "if (!isMainThread) process.exit(3);"],
    ["throws", 'if (!isMainThread) throw new Error("broken");'],
    ["gets no memory", 'if (!isMainThread) { const all = []; for (;;) all.push(new Array(1e6).fill("x".repeat(9))); }'],
  ])("is not missed where it %s", (name, text) => {
    const options = name === "gets no memory" ? "--max-old-space-size=96 " : "";
    const threads = program(["--reporter", "json"], options + preload(name.replaceAll(" ", "-"), text));
    expect({ ...threads, pid: 0 }).toEqual({ ...oneThread(["--reporter", "json"]), pid: 0 });
  });

  describe("and for what nobody has begun to judge when it has answered", () => {
    /** Notes which checks a thread is asked for; `after` runs in the thread that asks, when it has asked for the first. */
    const asked = (after: string): string =>
      preload(
        "asked",
        `const { Worker } = require("node:worker_threads");
        const post = Worker.prototype.postMessage;
        let count = 0;
        Worker.prototype.postMessage = function postMessage(request) {
          require("node:fs").appendFileSync(${JSON.stringify(join(folder, "asked"))}, request.check + "\\n");
          post.call(this, request);
          if (++count === 1) { ${after} }
        };`,
      );
    const wait = (milliseconds: number): string => `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${milliseconds});`;
    const run = (options: string): { readonly checks: string[]; readonly same: boolean } => {
      rmSync(join(folder, "asked"), { force: true });
      const threads = program(["--reporter", "json"], options);
      const whole = oneThread(["--reporter", "json"]);
      return {
        checks: readFileSync(join(folder, "asked"), "utf8").trim().split("\n"),
        same: JSON.stringify({ ...threads, pid: 0 }) === JSON.stringify({ ...whole, pid: 0 }),
      };
    };

    it("is asked for the documents where this one has much to do", () => {
      expect(run(asked(wait(4000)))).toEqual({ checks: ["secret-scan", "doc-sync"], same: true });
    });

    it("is not asked where this one is free before it", () => {
      const slow = preload("slow", `if (!isMainThread) { ${wait(6000)} }`);
      expect(run(`${asked("")} ${slow}`)).toEqual({ checks: ["secret-scan"], same: true });
    });

    it("is not missed where it ends before it answers", () => {
      const ending = preload(
        "ending",
        'let count = 0; if (!isMainThread) require("node:worker_threads").parentPort.on("message", () => { if (++count === 2) process.exit(3); });',
      );
      expect(run(`${asked(wait(4000))} ${ending}`)).toEqual({ checks: ["secret-scan", "doc-sync"], same: true });
    });

    it("is not asked for what starts or asks something outside", () => {
      const options = readFileSync(join(repo.root, "caio.yaml"), "utf8");
      writeFileSync(join(repo.root, "caio.yaml"), `${options}doc-sync: { commands: ["node --version"] }\n`);
      expect(run(asked(wait(4000)))).toEqual({ checks: ["secret-scan"], same: true });
      writeFileSync(join(repo.root, "caio.yaml"), options);
    });
  });

  it("is begun once where git's index does not tell at first how many files there are", () => {
    const tree = join(folder, "linked");
    execFileSync("git", ["worktree", "add", "-q", "--detach", tree], { cwd: repo.root });
    const run = (options: string): ReturnType<typeof program> =>
      spawnSync(process.execPath, [bin, "--reporter", "json"], { cwd: tree, encoding: "utf8", input: "", env: { ...outsideCi(), NODE_OPTIONS: options } });
    const before = begun().length;
    const threads = run(count());
    expect(begun().length).toBe(before + 1);
    expect({ ...threads, pid: 0 }).toEqual({ ...run(preload("one", 'require("node:os").availableParallelism = () => 1;')), pid: 0 });
    execFileSync("git", ["worktree", "remove", "--force", tree], { cwd: repo.root });
  });

  it("is begun for no run that writes, that names one check, or that looks at a change", () => {
    for (const args of [["--fix"], ["secret-scan"], ["--staged"], ["--since", "HEAD"], ["--", "src/f1.py"]]) {
      const before = begun().length;
      program([...args, "--reporter", "json"], count());
      expect([args, begun().length - before]).toEqual([args, 0]);
    }
  });

  it("ends with the run that is interrupted", async () => {
    const waiting = preload("waiting", 'if (!isMainThread) { require("node:fs").writeSync(2, "waiting"); for (;;); }');
    const running = spawn(process.execPath, [bin], { cwd: repo.root, env: { ...outsideCi(), NODE_OPTIONS: waiting } });
    let said = "";
    running.stderr.on("data", (text: Buffer) => {
      if (!said.includes("waiting") && (said += text.toString()).includes("waiting")) setTimeout(() => running.kill("SIGINT"), 1000);
      else said += text.toString();
    });
    const code = await new Promise((resolve) => running.once("exit", resolve));
    expect([code, said]).toEqual([130, expect.stringContaining("interrupted")]);
  });
});
