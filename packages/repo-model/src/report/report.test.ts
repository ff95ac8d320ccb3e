// Reports: patches that git takes, contracts that hold, nothing that an attacker's name could do.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
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
  it("holds modes, empty files and strange names, as git apply reads them", () => {
    const folder = mkdtempSync(join(tmpdir(), "caio-patch-"));
    execFileSync("git", ["init", "-q", folder]);
    const apply = (patch: string): unknown => execFileSync("git", ["apply"], { cwd: folder, input: patch, stdio: ["pipe", "ignore", "pipe"] });
    for (const name of ["a b.txt", "x y/x y", "tab\there", 'quo"te', "back\\slash", "end ", "é", "-dash"]) {
      apply(patchOf(undefined, "", name));
      apply(patchOf("", "one\n", name));
      apply(patchOf("one\n", "two", name));
      expect(readFileSync(join(folder, name), "utf8"), name).toBe("two");
      apply(patchOf("two", undefined, name));
      expect(existsSync(join(folder, name)), name).toBe(false);
    }
    const mode = (): number => statSync(join(folder, "run.sh")).mode & 0o111;
    apply(patchOf(undefined, "#!/bin/sh\n", "run.sh", 0o755));
    expect(mode()).not.toBe(0);
    apply(patchOf("#!/bin/sh\n", "#!/bin/sh\n", "run.sh", 0o644));
    expect(mode()).toBe(0);
    apply(patchOf("#!/bin/sh\n", "#!/bin/bash\n", "run.sh", 0o755));
    expect([mode() !== 0, readFileSync(join(folder, "run.sh"), "utf8")]).toEqual([true, "#!/bin/bash\n"]);
    expect([patchOf("x", "x", "a"), patchOf(undefined, undefined, "a", 0o755)]).toEqual(["", ""]);
    rmSync(folder, { recursive: true });
  });
  it("takes seconds at most for large texts that have nothing in common", () => {
    const lines = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join("");
    const before = performance.now();
    expect(patchOf(lines("a"), lines("b"), "big").split("\n").length).toBeGreaterThan(40_000);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

const evil = "x\x1b[31m\n::error::pwned\u202e</script>%0A,:\udcff";
function reportOf(findings: readonly Finding[], troubles: readonly RepoError[] = []): Report {
  return {
    tool: { name: "@caio/cli", version: "0.1.0" },
    outcome: {
      findings,
      troubles,
      skipped: [{ path: repoPath("big.bin"), reason: "binary" }],
      notRun: [{ check: "adr-gate", reason: "no-pull-request", text: "This is no pull request." }],
    },
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
  fix: {
    kind: "safe",
    title: evil,
    edits: [
      { path: source.path, range: [4, 6], text: evil },
      { path: repoPath("n"), create: evil },
    ],
  },
  data: { name: evil },
};

const position = z.strictObject({ line: z.number().int().min(1), column: z.number().int().min(1) });
const where = { path: z.string(), start: position, end: position };
const edit = z.union([
  z.strictObject({ path: z.string(), range: z.tuple([z.number(), z.number()]), text: z.string() }),
  z.strictObject({ path: z.string(), create: z.string(), mode: z.number().optional() }),
  z.strictObject({ path: z.string(), remove: z.literal(true) }),
  z.strictObject({ path: z.string(), mode: z.number() }),
]);
/** The JSON report's contract, version 1: nothing less, and nothing more. */
const contract = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  findings: z.array(
    z.strictObject({
      rule: z.string().regex(/^[^/]+\/.+$/),
      severity: z.enum(["error", "warning", "note"]),
      message: z.string(),
      ...where,
      commit: z.string().nullable(),
      related: z.array(z.strictObject({ message: z.string(), ...where })),
      help: z.string().optional(),
      fix: z.strictObject({ kind: z.enum(["safe", "suggested"]), title: z.string(), edits: z.array(edit) }).optional(),
      fingerprint: z.string(),
      baseline: z.enum(["new", "known"]),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  commit: z.string().nullable(),
  troubles: z.array(
    z.strictObject({
      code: z.string(),
      message: z.string(),
      hint: z.string().optional(),
      path: z.string().optional(),
      start: position.optional(),
      end: position.optional(),
    }),
  ),
  skipped: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  summary: z.strictObject({
    checks: z.array(z.string()),
    notRun: z.array(z.strictObject({ check: z.string(), reason: z.string() })),
    files: z.number(),
    errors: z.number(),
    warnings: z.number(),
    notes: z.number(),
  }),
});

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
      fix: {
        kind: "safe",
        edits: [
          { range: [4, 6], text: evil },
          { path: "n", create: evil },
        ],
      },
    });
    expect(contract.safeParse(value).error?.issues ?? []).toEqual([]);
    expect(value.troubles[0]).toMatchObject({ code: "CONFIG_INVALID", path: source.path, start: { line: 1, column: 1 } });
  });
  it("an unknown one is refused with the nearest name", async () => {
    await expect(reporterNamed("jsn")).rejects.toMatchObject({ code: "USAGE", hint: "Did you mean `json`?" });
    await expect(reporterNamed("constructor")).rejects.toMatchObject({ code: "USAGE" });
  });
});
