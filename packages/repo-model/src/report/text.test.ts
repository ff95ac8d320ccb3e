// The report for people: carets under what is meant, the baseline folded away, what to do next.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, Fix } from "../check/index.js";
import { RepoError, repoPath, sourceOf, sourceText } from "../text/index.js";
import { codeFrame, columns } from "./code-frame.js";
import { reporterNamed, type Report } from "./index.js";

const frameOf = (line: string, part: string, width = 80): string => {
  const source = sourceText(repoPath("a"), `first\n${line}\nlast\n`);
  const start = source.text.indexOf(part);
  const at = source.at([start, start + part.length]);
  const frame = codeFrame(at, sourceOf(at), width);
  return frame === undefined ? "none" : `${frame.line}\n${" ".repeat(frame.lead)}${"^".repeat(frame.carets)}`;
};

describe("a code frame", () => {
  it.each([
    ["a plain line", "  stages: [commit]", "commit", "  stages: [commit]\n           ^^^^^^"],
    ["tabs", "\tx\ty", "y", " x y\n   ^"],
    ["emoji, which take two columns", "✅ Phase", "Phase", "✅ Phase\n   ^^^^^"],
    ["what is wide itself", "a 完了 b", "完了", "a 完了 b\n  ^^^^"],
    ["combining marks, which take none", "e\u0301e\u0301 x", "x", "e\u0301e\u0301 x\n   ^"],
    ["controls, which are escaped", "\x1b[31m x", "x", "\\x1b[31m x\n         ^"],
    ["a range over lines", "ab\ncd", "b\nc", "ab\n ^"],
  ])("of %s", (_name, line, part, drawn) => {
    expect(frameOf(line, part)).toBe(drawn);
  });
  it("of a long line is cut around what is meant", () => {
    const drawn = frameOf(`${"a".repeat(500)}HERE${"b".repeat(500)}`, "HERE", 60);
    const [line = "", carets = ""] = drawn.split("\n");
    expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("HERE");
    expect(line).toMatch(/^…a+HEREb+…$/);
    expect(line.length).toBeLessThanOrEqual(60);
  });
  it("never throws, never shows half a pair, and its carets end with the line", () => {
    const unit = fc.constantFrom("a", " ", "\t", "✅", "😀", "完", "\u0301", "\x07", "\udcff", "\u202e", "\r");
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 120 }), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 90 }), (units, a, b, width) => {
        const source = sourceText(repoPath("a"), units.join(""));
        const start = a % source.text.length;
        const at = source.at([start, start + (b % (source.text.length - start + 1))]);
        const frame = codeFrame(at, sourceOf(at), width);
        if (frame === undefined) return;
        expect(Buffer.from(frame.line).toString()).toBe(frame.line);
        expect(frame.lead + frame.carets).toBeLessThanOrEqual(columns(frame.line) + 1);
      }),
      { numRuns: 500 },
    );
  });
});

const source = sourceText(repoPath("a.md"), "one two\n");
const finding = (severity: Finding["severity"], more: Partial<Finding> = {}): Finding => ({
  rule: "demo/r",
  severity,
  message: `An ${severity}.`,
  at: source.at([4, 7]),
  fingerprint: severity,
  ...more,
});
const fix = (kind: "safe" | "suggested"): Fix => ({ kind, title: "t", edits: [] });
async function text(findings: readonly Finding[], more: Partial<Report> = {}, style: Partial<Report["style"]> = {}): Promise<string> {
  return (await reporterNamed("text"))({
    tool: { name: "caio", version: "1.0.0" },
    outcome: { findings, troubles: [], skipped: [], notRun: [] },
    checks: [{ name: "demo", rules: [{ id: "r", summary: "A rule.", severity: "error" }] }],
    files: 1,
    baseline: () => "new",
    style: { color: false, width: 80, quiet: false, verbose: false, ...style },
    ...more,
  });
}

describe("text", () => {
  it("draws a finding with its help, its related places and its fix, and says what to do next", async () => {
    const one = finding("error", { help: "Do it.", related: [{ message: "see here", at: source.at([0, 3]) }], fix: fix("safe") });
    expect(await text([one, finding("warning", { fix: fix("suggested") })])).toBe(
      [
        "a.md:1:5 error An error. demo/r",
        "    1 │ one two",
        "      │     ^^^",
        "        a.md:1 see here",
        "        help: Do it.",
        "        fix: t",
        "",
        "a.md:1:5 warning An warning. demo/r",
        "    1 │ one two",
        "      │     ^^^",
        "        suggested fix: t",
        "",
        "1 finding can be fixed: `--diff` shows how, `--fix` does it.",
        "1 finding has a suggested fix: `--fix-suggested`.",
        "What a rule means: `explain demo/r`.",
        "✗ 1 error, 1 warning, 0 notes (demo: 1 file)",
        "",
      ].join("\n"),
    );
  });
  it("counts what the baseline accepts, shows it when asked, and is content with it", async () => {
    const known = { baseline: () => "known" as const };
    expect(await text([finding("error", { fix: fix("safe") })], known)).toBe("✓ nothing found, 1 accepted by the baseline (demo: 1 file)\n");
    expect(await text([finding("error")], known, { verbose: true })).toContain("An error. demo/r [baseline]");
  });
  it("folds the notes of a rule beyond the first five, and shows all when asked", async () => {
    const many = [...Array.from({ length: 8 }, () => finding("note")), finding("error")];
    const folded = await text(many);
    expect(folded.match(/note An note/g)).toHaveLength(5);
    expect(folded).toContain("3 further notes of demo/r: `--verbose` shows them.\n");
    expect(folded).toContain("1 error, 0 warnings, 8 notes");
    expect((await text(many, {}, { verbose: true })).match(/note An note/g)).toHaveLength(8);
    expect(await text(many.slice(3))).not.toContain("further");
  });
  it("says why a check did not run in words, where there are some", async () => {
    const left = {
      findings: [],
      troubles: [],
      skipped: [],
      notRun: [
        { check: "demo", reason: "no-x", text: "there is no \u202ex: write one." },
        { check: "other", reason: "no-y" },
      ],
    };
    expect(await text([], { outcome: left })).toContain("demo did not run: there is no \\u202ex: write one.\nother did not run: no-y\n");
  });
  it("is quiet but for errors and troubles, and colours only when asked", async () => {
    const trouble = { outcome: { findings: [finding("warning")], troubles: [new RepoError("X", "No.", { hint: "Go." })], skipped: [], notRun: [] } };
    expect(await text([], trouble, { quiet: true })).toBe("trouble No. X\n        help: Go.\n\n");
    expect(await text([finding("error")])).not.toContain("\x1b");
    expect(await text([finding("error")], {}, { color: true })).toContain("\x1b[31merror\x1b[0m");
  });
});
