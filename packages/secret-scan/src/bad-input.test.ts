// What breaks other scanners: it is named, the rest is scanned, and the exit code says so.
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openRepository } from "@caio/repo-model/git";
import { RepoError } from "@caio/repo-model/text";
import { callCheck, gitRepo, memoryRepo, type Called, type GitRepo } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";
import { secretScan } from "./check.js";
import { partly } from "./facts.js";
import { providers } from "./providers/index.js";
import { randomFrom, sampleToken, sampleValue } from "./samples/sample.js";

const random = randomFrom(71);
const line = (): string => `API_SECRET = "${sampleValue(32, random)}"\n`;
let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());
const call = (...argv: readonly string[]): Promise<Called> => callCheck(secretScan, repo?.root ?? "", argv);

interface Report {
  readonly findings: readonly { path: string; start: { line: number; column: number } }[];
  readonly skipped: readonly { path: string; reason: string }[];
  readonly troubles: readonly { code: string; message: string }[];
}
const report = async (...argv: readonly string[]): Promise<Report & { code: number }> => {
  const { code, out } = await call(...argv, "--reporter", "json");
  return { code, ...(JSON.parse(out) as Report) };
};

describe("files", () => {
  it("a file of 1 GB is skipped and counted, and not read", async () => {
    repo = gitRepo([{ write: { "a.py": line(), big: "" } }]);
    truncateSync(join(repo.root, "big"), 1_000_000_000);
    const before = process.memoryUsage.rss();
    expect(await report()).toMatchObject({ code: 1, findings: [{ path: "a.py" }], skipped: [{ path: "big", reason: "too large" }] });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 2 ** 20);
  });
  it("a file that is made of names costs its budget alone: it is told, and tokens are found to its end", { timeout: 60_000 }, async () => {
    const provider = providers.find(({ id }) => id === "stripe-secret-key");
    if (provider === undefined) throw new Error("no such provider");
    repo = gitRepo([
      {
        write: { "names.js": `${'password="'.repeat(300_000)}\n"${sampleToken(provider, random)}"\n`, "few.js": `${'password="'.repeat(50_000)}\n${line()}` },
      },
    ]);
    const { findings, skipped } = await report();
    expect(findings.map(({ path, start }) => `${path}:${start.line}`)).toEqual(["few.js:2", "names.js:2"]);
    expect(skipped).toEqual([{ path: "names.js", reason: partly }]);
  });
  it("a line of 50 MB is scanned, and shown in a line", { timeout: 120_000 }, async () => {
    const half = "const a=[1,2,3].map(x=>x+1);".repeat(900_000);
    repo = gitRepo([{ write: { "bundle.js": `${half}var s={clientSecret:"${sampleValue(32, random)}"};${half}\n` } }]);
    const { out, code } = await call();
    expect(code).toBe(1);
    expect(out).toContain("bundle.js:1:");
    expect(out.length).toBeLessThan(5000);
  });
  it("NUL bytes make a file binary; bytes that are no UTF-8 do not, and the column is that of the text", async () => {
    repo = gitRepo([{ write: { "a.bin": `\0${line()}` } }]);
    writeFileSync(join(repo.root, "latin.py"), Buffer.concat([Buffer.from([0xe9, 0xff, 0x20]), Buffer.from(line())]));
    const { findings, skipped, code } = await report();
    expect(code).toBe(1);
    expect(findings).toMatchObject([{ path: "latin.py", start: { line: 1, column: 18 } }]);
    expect(skipped).toEqual([{ path: "a.bin", reason: "binary" }]);
  });
  it("a file that vanishes is none, one that cannot be read is named, and the others are scanned", async () => {
    const { files } = memoryRepo({ "a.py": line(), "gone.py": line(), "locked.py": line(), "z.py": line() });
    const tree = {
      ...files,
      bytes: async (path: Parameters<typeof files.bytes>[0]) => {
        if (path === "gone.py") return undefined;
        if (path === "locked.py") throw new RepoError("FILE_UNREADABLE", "`locked.py` cannot be read.");
        return files.bytes(path);
      },
    };
    const found: string[] = [];
    const run = async (): Promise<void> => {
      for await (const { at } of secretScan.run({ root: "/memory", files: tree })) found.push(at.path);
    };
    await expect(run()).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    expect(found).toEqual(["a.py", "z.py"]);
  });
  it("a file that grows while it is read is judged by what was read", async () => {
    repo = gitRepo([{ write: { "a.py": line() } }]);
    const { root, files } = await openRepository(repo.root);
    const growing = {
      ...files,
      bytes: async (path: Parameters<typeof files.bytes>[0], limit?: number) => {
        const bytes = await files.bytes(path, limit);
        writeFileSync(join(root, "a.py"), line().repeat(1000));
        return bytes;
      },
    };
    const found = [];
    for await (const finding of secretScan.run({ root, files: growing })) found.push(finding);
    expect(found).toHaveLength(1);
  });
});

describe("configuration", () => {
  it("rules, options and providers that are not there are named, with the nearest name", async () => {
    repo = gitRepo([{ write: { "a.py": line(), "caio.yaml": "secret-scan:\n  rules: { generic-secrets: off }\n" } }]);
    const rule = await call();
    expect([rule.code, rule.out + rule.err]).toEqual([2, expect.stringContaining("generic-secret")]);
    writeFileSync(join(repo.root, "caio.yaml"), "secret-scan:\n  gitleaks: { configs: x }\n");
    const option = await call();
    expect([option.code, option.out + option.err]).toEqual([2, expect.stringContaining("configs")]);
    writeFileSync(join(repo.root, "caio.yaml"), "secret-scan:\n  providersOff: [gitlab-personal-acces-token]\n");
    expect(await report()).toMatchObject({ code: 2, findings: [{ path: "a.py" }], troubles: [{ code: "CONFIG_INVALID" }] });
  });
  it("a broken gitleaks configuration is named with its place, and the files are scanned", async () => {
    repo = gitRepo([{ write: { "a.py": line(), ".gitleaks.toml": "[[rules]]\nid = 'x'\nregex = '''('''\n" } }]);
    const { code, out } = await call();
    expect(code).toBe(2);
    expect(out).toContain(".gitleaks.toml:3:9");
    expect(out).toContain("a.py:1:15");
  });
  it("a pattern of the options that could run for ever is refused or stopped", { timeout: 30_000 }, async () => {
    repo = gitRepo([{ write: { "a.py": line(), "caio.yaml": 'secret-scan:\n  allow: { patterns: ["(?=x)"] }\n' } }]);
    expect(await call()).toMatchObject({ code: 2, out: expect.stringContaining("PATTERN_INVALID") });
    writeFileSync(join(repo.root, "caio.yaml"), 'secret-scan:\n  allow: { patterns: ["([A-Za-z0-9]|[A-Z0-9a-z][a-z]?)+!"] }\n');
    const { code, out } = await call();
    expect(code).toBeGreaterThan(0);
    expect(out).toMatch(/PATTERN_TOO_SLOW|a\.py:1:15/);
  });
});

it("standard input beyond its bound is told, and what came before is scanned", { timeout: 60_000 }, async () => {
  repo = gitRepo([{ write: { "b.py": "x = 1\n" } }]);
  const { code, out } = await callCheck(secretScan, repo.root, ["-", "--reporter", "json"], { input: `${line()}${"x = 1\n".repeat(12_000_000)}` });
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ findings: [{ path: "stdin", start: { line: 1 } }], troubles: [{ code: "FILE_TOO_LARGE" }] });
});

it("a repository without commits, a folder without git, an empty folder", async () => {
  repo = gitRepo([{ write: { "a.py": line() } }]);
  expect((await report()).findings).toHaveLength(1);
  expect((await report("--staged")).findings).toEqual([]);
  repo.git("add", "a.py");
  expect(await report("--staged")).toMatchObject({ code: 1, findings: [{ path: "a.py" }] });
});
