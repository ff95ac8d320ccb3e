// The audit of known vulnerabilities tells a planted one, by what the registry answers and by a folder of advisories; no answer is "unknown", never a pass.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const audit = fileURLToPath(new URL("../audit.mjs", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "caio-audit-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the audit with an `npm` that answers so. */
function answered(answer: string): { readonly status: number | null; readonly stdout: string } {
  writeFileSync(join(folder, "answer"), answer);
  writeFileSync(join(folder, "npm"), `#!/bin/sh\ncat '${join(folder, "answer")}'\n`, { mode: 0o755 });
  return spawnSync(process.execPath, [audit], { encoding: "utf8", env: { ...process.env, PATH: `${folder}:${process.env["PATH"] ?? ""}` } });
}
const report = (name: string, severity: string): string =>
  JSON.stringify({ vulnerabilities: { [name]: { severity, isDirect: false, via: [{ title: "planted" }] } }, metadata: {} });

describe("by the registry", () => {
  it("a high one in what is published fails", () => {
    expect(answered(report("yaml", "high"))).toMatchObject({ status: 1, stdout: expect.stringContaining("high yaml (published): planted") });
  });
  it("a moderate one, and one in a tool, are told", () => {
    expect(answered(report("yaml", "moderate"))).toMatchObject({ status: 0, stdout: expect.stringContaining("moderate yaml (published)") });
    expect(answered(report("vite", "critical"))).toMatchObject({ status: 0, stdout: expect.stringContaining("critical vite (a tool of this workspace)") });
  });
  it("none is none", () => {
    expect(answered('{"vulnerabilities": {}, "metadata": {}}')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Known vulnerabilities: 0 in \d+/) });
  });
  it.each(['{"message": "405 Method Not Allowed - POST x", "error": {"summary": ""}}', "", "{}", "<html>"])("%s is unknown", (answer) => {
    expect(answered(answer)).toMatchObject({ status: 3, stdout: expect.stringMatching(/^Known vulnerabilities: unknown; the registry does not answer/) });
  });
});

describe("by a folder of advisories", () => {
  const advisory = (name: string, fixed: string, more: object = {}): object => ({
    id: "GHSA-x",
    summary: "planted",
    affected: [{ package: { ecosystem: "npm", name }, ranges: [{ type: "SEMVER", events: [{ introduced: "0" }, { fixed }] }] }],
    database_specific: { severity: "HIGH" },
    ...more,
  });
  const by = (...advisories: readonly object[]): { readonly status: number | null; readonly stdout: string } => {
    const at = join(folder, "advisories");
    rmSync(at, { recursive: true, force: true });
    mkdirSync(join(at, "2026"), { recursive: true });
    for (const [index, one] of advisories.entries()) writeFileSync(join(at, "2026", `${index}.json`), JSON.stringify(one));
    return spawnSync(process.execPath, [audit, "--advisories", at], { encoding: "utf8" });
  };
  it("one whose range holds the version fails, one that is fixed, withdrawn or of another world does not", () => {
    expect(by(advisory("yaml", "999.0.0"))).toMatchObject({ status: 1, stdout: expect.stringContaining("high yaml (published): GHSA-x planted") });
    expect(
      by(advisory("yaml", "1.0.0"), advisory("nobody-has-it", "999.0.0"), advisory("zod", "999.0.0", { withdrawn: "2026-01-01T00:00:00Z" })),
    ).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Known vulnerabilities: 0 in "),
    });
  });
  it("an empty folder is unknown", () => {
    expect(by()).toMatchObject({ status: 3, stdout: expect.stringContaining("unknown; there is no advisory in") });
  });
});
