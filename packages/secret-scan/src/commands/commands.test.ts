// The commands on a real git repository: history, and settling a finding.
import { readFileSync, writeFileSync } from "node:fs";
import { runCommand, type CommandIo } from "@caio/repo-model/command";
import { gitRepo, type GitRepo } from "@caio/testing";
import { afterEach, describe, expect, it } from "vitest";
import { secretScan } from "../check.js";
import { randomFrom, sampleValue } from "../samples/sample.js";

const random = randomFrom(23);
let repo: GitRepo | undefined;
afterEach(() => repo?.dispose());

async function call(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let out = "";
  let err = "";
  const io: CommandIo = {
    cwd: repo?.root ?? "",
    environment: process.env,
    isTerminal: false,
    width: 100,
    now: "2026-01-10T09:00:00.000Z",
    signal: new AbortController().signal,
    write: async (text) => void (out += text),
    warn: (text) => void (err += text),
    stdin: async () => "",
  };
  return { code: await runCommand([secretScan], { argv, io }), out, err };
}

describe("triage", () => {
  it("shows labels and reasons, settles one value, and finds another in the same line", async () => {
    const value = sampleValue(32, random);
    repo = gitRepo([{ write: { "a b.py": `API_SECRET = "${value}"\nkey = "AKIAIOSFODNN7EXAMPLE"\n` } }, { commit: "one" }]);
    expect((await call()).code).toBe(1);
    const { out } = await call("triage");
    expect(out).toContain("a b.py:1:15 secret generic-secret");
    expect(out).toContain("placeholder provider-token: AWS access key id");
    expect(await call("triage", "--label", "example")).toMatchObject({ code: 2, err: expect.stringContaining("--reason") });
    expect(await call("triage", "--label", "example", "--reason", "x", "gone.py:1")).toMatchObject({ code: 2, err: expect.stringContaining("gone.py:1") });
    expect((await call("triage", "--label", "example", "--reason", "printed in our manual", "a b.py:1")).code).toBe(0);
    const allow = readFileSync(`${repo.root}/.caio/allow`, "utf8");
    expect(allow).not.toContain(value.slice(0, 8));
    expect(allow).toMatch(/^generic-secret a%20b\.py [0-9a-f]{16} [0-9a-f]{32} - example printed in our manual$/m);
    expect(await call()).toMatchObject({ code: 0 });
    writeFileSync(`${repo.root}/a b.py`, `API_SECRET = "${sampleValue(32, random)}"\n`);
    const after = await call();
    expect(after.code).toBe(1);
    expect(after.out).toContain("secret-scan/stale-allow");
  });
  it("a broken allow file is told with its line", async () => {
    repo = gitRepo([{ write: { ".caio/allow": "# x\nnonsense\n" } }, { commit: "one" }]);
    const { code, out, err } = await call();
    expect(code).toBe(2);
    expect(out + err).toContain(".caio/allow:2");
  });
});

it("--staged reads the staged bytes, and only what they add", async () => {
  const value = sampleValue(32, random);
  repo = gitRepo([{ write: { "a.py": "x = 1\n" } }, { commit: "one" }]);
  writeFileSync(`${repo.root}/a.py`, `x = 1\nAPI_SECRET = "${value}"\n`);
  expect((await call("--staged")).code).toBe(0);
  repo.git("add", "a.py");
  writeFileSync(`${repo.root}/a.py`, "x = 1\n");
  expect((await call("--staged")).code).toBe(1);
});
