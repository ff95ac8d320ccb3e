// `report`: the least that shows a false alarm, with nothing of the repository in it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gitRepo, outsideCi } from "@caio/testing";
import { expect, it } from "vitest";

const bin = fileURLToPath(new URL("../../dist/bin.cjs", import.meta.url));
const run = (cwd: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [bin, ...args], { cwd, encoding: "utf8", input: "", env: outsideCi(), timeout: 120_000 });

function found(cwd: string, rule: string): { rule: string; fingerprint: string }[] {
  const { findings } = JSON.parse(run(cwd, "--reporter", "json").stdout) as { findings: { rule: string; fingerprint: string }[] };
  return findings.filter((one) => one.rule === rule);
}

it("keeps the lines that matter, blanks out words, and still shows the finding when it is put into an empty repository", () => {
  const lines = Array.from({ length: 60 }, (_, index) => `Confidential sentence number ${index} about Wombat.\n`);
  const text = `# Wombat plans\n\n${lines.join("\n")}\nSee [the plan](plans/wombat-secret-plan.md).\n\n${lines.join("\n")}`;
  const repo = gitRepo([{ write: { "docs/wombat.md": text } }, { commit: "one" }]);
  const [finding] = found(repo.root, "doc-sync/broken-link");
  const { status, stdout } = run(repo.root, "report", "doc-sync/broken-link", finding?.fingerprint.slice(0, 8) ?? "");
  expect(status).toBe(0);
  expect(stdout.toLowerCase()).not.toMatch(/wombat|confidential|secret|plans/);
  const [, path = "", body = ""] = /^`([^`]+)`:\n\n```\n([^]*?)```$/m.exec(stdout) ?? [];
  expect(body.trim().split("\n")).toHaveLength(1);
  const again = mkdtempSync(join(tmpdir(), "caio-again-"));
  const other = gitRepo([{ write: { [path]: body } }, { commit: "one" }], { at: again });
  expect(found(again, "doc-sync/broken-link")).toHaveLength(1);
  other.dispose();
  repo.dispose();
  rmSync(again, { recursive: true, force: true });
}, 150_000);

it("never prints a secret: its form is told", () => {
  const token = ["Zk3vQ9xLw2Rt7Yb5", "Nc8Md1Fg4Hj6Ks0PaVuE"].join("");
  const repo = gitRepo();
  writeFileSync(join(repo.root, "a.py"), `import os\n\napi_key = "${token}"\n`);
  const [finding] = (JSON.parse(run(repo.root, "secret-scan", "--reporter", "json").stdout) as { findings: { rule: string; fingerprint: string }[] }).findings;
  const { stdout } = run(repo.root, "report", finding?.rule ?? "", finding?.fingerprint ?? "");
  expect(stdout).toContain(`False alarm: ${finding?.rule ?? "?"}`);
  expect(stdout).toContain("has the form `A a 9 a A 9");
  for (let at = 0; at + 8 <= token.length; at++) expect(stdout).not.toContain(token.slice(at, at + 8));
  repo.dispose();
}, 150_000);

it.each([
  [[], "needs a rule and a fingerprint"],
  [["doc-sync/broken-link", "ffffffff"], "finds nothing here"],
  [["no-check/rule", "ffffffff"], "There is no rule"],
])("%j: %s", (operands, message) => {
  const repo = gitRepo([{ write: { "a.md": "# A\n" } }, { commit: "one" }]);
  expect(run(repo.root, "report", ...operands)).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  repo.dispose();
});
