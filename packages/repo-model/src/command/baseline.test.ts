// The baseline over time: moved lines, renamed files, copies, odd names, masked outcomes.
import { describe, expect, it } from "vitest";
import type { Finding, RawFinding } from "../check/index.js";
import { withFingerprints } from "../check/fingerprint.js";
import { repoPath, sourceText } from "../text/index.js";
import { memoryTree } from "../tree/index.js";
import { acceptFindings, baselineText, readBaseline } from "./baseline.js";
import { maskOutcome } from "./mask-outcome.js";

/** Findings of `typo` in texts by path, in order, as the engine makes them. */
function findingsIn(texts: Readonly<Record<string, string>>): Finding[] {
  const raw = Object.entries(texts).flatMap(([path, text]) => {
    const source = sourceText(repoPath(path), text);
    return [...text.matchAll(/teh/g)].map(({ index }): RawFinding & { rule: "demo/typo"; severity: "error" } => ({
      ruleId: "typo",
      rule: "demo/typo",
      severity: "error",
      message: `It is \`teh\` in ${path}.`,
      at: source.at([index, index + 3]),
    }));
  });
  return withFingerprints(raw);
}

/** Which findings of a later state the baseline of an earlier one accepts. */
async function accepted(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): Promise<string[]> {
  const entries = await readBaseline(memoryTree({ ".caio/baseline": baselineText(findingsIn(before)) }), undefined);
  const accepts = acceptFindings(entries, (path) => Object.hasOwn(after, path));
  return findingsIn(after)
    .filter(accepts)
    .map(({ at }) => `${at.path}:${at.start.line}`);
}

describe("the baseline accepts", () => {
  it.each([
    ["a line that moved", { a: "teh x\n" }, { a: "\n\nnew\n  teh  x\n" }, ["a:4"]],
    ["a renamed file", { a: "teh x\nteh y\n" }, { "b/c": "teh x\nteh y\n" }, ["b/c:1", "b/c:2"]],
    ["no copy beside the file", { a: "teh x\n" }, { a: "teh x\n", b: "teh x\n" }, ["a:1"]],
    ["no second copy of a renamed file", { a: "teh x\n" }, { b: "teh x\n", c: "teh x\n" }, ["b:1"]],
    ["no other line of a renamed file", { a: "teh x\n" }, { b: "teh x\nteh z\n" }, ["b:1"]],
    ["names with line breaks, quotes, blanks and bytes that are no UTF-8", { 'a\nb" \udcff ': "teh\n" }, { 'a\nb" \udcff ': "teh\n" }, ['a\nb" \udcff :1']],
  ])("%s", async (_name, before, after, expected) => {
    expect(await accepted(before as never, after as never)).toEqual(expected);
  });

  it("a finding masked or not, and gives the same answer twice", async () => {
    const entries = await readBaseline(memoryTree({ ".caio/baseline": baselineText(findingsIn({ a: "teh secret\n" })) }), undefined);
    const accepts = acceptFindings(entries, (path) => path !== "a");
    const [moved] = findingsIn({ "b-secret": "teh secret\n" });
    const masked = maskOutcome({ findings: moved === undefined ? [] : [moved], troubles: [], skipped: [], notRun: [] }, (text) =>
      text.replaceAll("secret", "••••"),
    );
    expect([...masked.findings, ...(moved === undefined ? [] : [moved]), ...masked.findings].map(accepts)).toEqual([true, true, true]);
  });

  it("what an earlier version wrote", async () => {
    const [finding] = findingsIn({ a: "teh\n" });
    const entries = await readBaseline(memoryTree({ ".caio/baseline": `${finding?.fingerprint} demo/typo a\n` }), undefined);
    expect(entries).toEqual([{ fingerprint: finding?.fingerprint, rule: "demo/typo", path: "a" }]);
  });

  it.each(["nonsense", `${"0".repeat(32)} demo/typo`, `${"0".repeat(32)} demo/typo "a`])("no broken line: %s", async (line) => {
    await expect(readBaseline(memoryTree({ ".caio/baseline": `${line}\n` }), undefined)).rejects.toMatchObject({ code: "DATA_INVALID" });
  });
});
