// Reports: patches that git takes, contracts that hold, nothing that an attacker's name could do.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding } from "../check/index.js";
import { RepoError, repoPath, sourceText } from "../text/index.js";
import { patchOf, reporterNamed, type Report } from "./index.js";

describe("patchOf", () => {
  it("is taken by git apply, on generated texts", () => {
    const folder = mkdtempSync(join(tmpdir(), "caio-patch-"));
    const line = fc.constantFrom("a\n", "b\n", "c\r\n", "ü\n", "\n", " \n");
    const text = fc.tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom("", "end")).map(([lines, end]) => lines.join("") + end);
    execFileSync("git", ["init", "-q", folder]);
    fc.assert(
      fc.property(text, text, (before, after) => {
        writeFileSync(join(folder, "f ü.txt"), before);
        const patch = patchOf(before, after, "f ü.txt");
        if (patch !== "") execFileSync("git", ["apply", "-p1", "--whitespace=nowarn"], { cwd: folder, input: patch, stdio: ["pipe", "ignore", "pipe"] });
        expect(readFileSync(join(folder, "f ü.txt"), "utf8")).toBe(after);
      }),
      { numRuns: 60 },
    );
    const made = patchOf(undefined, "new\n", "d/new") + patchOf("x\n", undefined, "old");
    writeFileSync(join(folder, "old"), "x\n");
    execFileSync("git", ["apply"], { cwd: folder, input: made });
    expect(readFileSync(join(folder, "d/new"), "utf8")).toBe("new\n");
    rmSync(folder, { recursive: true });
  });
});

const evil = "x\x1b[31m\n::error::pwned\u202e</script>%0A,:\udcff";
function reportOf(findings: readonly Finding[], troubles: readonly RepoError[] = []): Report {
  return {
    tool: { name: "@caio/cli", version: "0.1.0" },
    outcome: { findings, troubles, skipped: [{ path: repoPath("big.bin"), reason: "binary" }], notRun: [{ check: "adr-gate", reason: "no-pull-request" }] },
    checks: [{ name: "demo", rules: [{ id: "evil", summary: "A rule.", severity: "error" }] }],
    files: 3,
    baseline: () => "new",
    style: { color: false, width: 80, quiet: false, verbose: true },
  };
}
const source = sourceText(repoPath(`dir/${evil}`), `one\n${evil.replaceAll("\n", "")} tail\n`);
const finding: Finding = {
  rule: "demo/evil",
  severity: "error",
  message: `Bad ${evil}.`,
  at: source.at([4, 6]),
  related: [{ message: evil, at: source.at([0, 3]) }],
  help: evil,
  fingerprint: "f".repeat(32),
  fix: { kind: "safe", title: evil, edits: [{ path: source.path, range: [4, 6], text: "y" }] },
  data: { name: evil },
};

describe("every reporter", () => {
  it.each(["text", "json", "sarif", "github"])("%s lets nothing through that a terminal or a log obeys", async (name) => {
    const out = (await reporterNamed(name))(reportOf([finding], [new RepoError("CONFIG_INVALID", evil, { hint: evil })]));
    // oxlint-disable-next-line no-control-regex -- what must not be there
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f\u202e]/);
    expect(Buffer.from(out).toString()).toBe(out);
    expect(out.split("\n").filter((line) => line.startsWith("::error::pwned"))).toEqual([]);
    if (name === "github") for (const line of out.trim().split("\n")) expect(line).toMatch(/^::(?:error|warning|notice) [^\n]*::/);
  });
  it("json keeps the contract, byte for byte the same twice", async () => {
    const json = await reporterNamed("json");
    const report = reportOf([finding], [new RepoError("CONFIG_INVALID", "m", { at: source.at([0, 3]) })]);
    const out = json(report);
    expect(json(report)).toBe(out);
    const value = JSON.parse(out);
    expect(value).toMatchObject({
      version: 1,
      tool: { name: "@caio/cli", version: "0.1.0" },
      commit: null,
      summary: { checks: ["demo"], notRun: [{ check: "adr-gate", reason: "no-pull-request" }], files: 3, errors: 1, warnings: 0, notes: 0 },
    });
    expect(value.findings[0]).toMatchObject({
      rule: "demo/evil",
      path: source.path,
      start: { line: 2, column: 1 },
      end: { line: 2, column: 3 },
      commit: null,
      baseline: "new",
      fix: { kind: "safe", edits: [{ range: [4, 6], text: "y" }] },
    });
    expect(value.troubles[0]).toMatchObject({ code: "CONFIG_INVALID", path: source.path, start: { line: 1, column: 1 } });
  });
  it("an unknown one is refused with the nearest name", async () => {
    await expect(reporterNamed("jsn")).rejects.toMatchObject({ code: "USAGE", hint: "Did you mean `json`?" });
    await expect(reporterNamed("constructor")).rejects.toMatchObject({ code: "USAGE" });
  });
});
