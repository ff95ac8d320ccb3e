// `node tools/bench/secrets/history.mjs CONFIG REPOSITORY...`: what gitleaks finds in a history by a configuration without decoding, and what caio finds in the lines that it reads by the same;
// each difference with its reason, where it is one that is known: a renamed file (gitleaks sees what differs), a merge (gitleaks sees nothing), a file that git takes for binary or that an attribute hides.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadSource } from "../../workspace/bundle.mjs";

const [file, ...repositories] = process.argv.slice(2);
const gitleaks = fileURLToPath(new URL("../../../.peers/bin/gitleaks", import.meta.url));
const parts = await Promise.all(["candidates", "search", "read-configuration"].map((name) => loadSource(`packages/secret-scan/src/gitleaks/${name}.ts`)));
const { importedCandidates, gitleaksSearch, readGitleaksConfiguration } = Object.assign({}, ...parts);
const { openRepository } = await import("../../../packages/repo-model/dist/git/index.js");
const { sourceText } = await import("../../../packages/repo-model/dist/text/index.js");
const trouble = (error) => console.log(`  ${error.message}`);
const configuration = await readGitleaksConfiguration(sourceText("gitleaks.toml", readFileSync(file, "utf8")), { text: async () => undefined, trouble });
const search = gitleaksSearch(configuration, ({ id }, path) => console.log(`  ${id} ran too long in ${path}`));
const scratch = mkdtempSync(join(tmpdir(), "caio-agreement-"));

/** A finding as commit, file, rule and secret, which stays in this process. */
const key = (...fields) => fields.join("\0");

function theirs(root) {
  const report = join(scratch, "report.json");
  spawnSync(gitleaks, ["git", "--no-banner", "-c", file, "--max-decode-depth", "0", "--report-path", report, "--exit-code", "0", "-l", "error", "."], {
    cwd: root,
  });
  return new Set(JSON.parse(readFileSync(report, "utf8")).map((one) => key(one.Commit, one.File, one.RuleID, one.StartLine === 0 ? "" : one.Secret)));
}

async function ours(root) {
  const { git } = await openRepository(root);
  const found = new Set();
  for await (const part of git.history()) {
    if ("message" in part || configuration.allowlists.some((one) => one.path?.(part.path) === true)) continue;
    for (const { bytes } of part.blocks) {
      for (const { rule, value } of importedCandidates(search, part.path, bytes, part.commit.id))
        found.add(key(part.commit.id, part.path, rule, Buffer.from(value, "latin1").toString("utf8")));
    }
  }
  return found;
}

const git = (root, ...args) => execFileSync("git", args, { cwd: root, encoding: "latin1", maxBuffer: 2 ** 28 });
function reason(root, one) {
  const [commit, path] = one.split("\0");
  if (git(root, "rev-list", "--parents", "-n1", commit).trim().split(" ").length > 2) return "a merge";
  const status = git(root, "diff-tree", "-r", "-M", "--root", "--name-status", "--no-commit-id", commit)
    .split("\n")
    .find((line) => line.endsWith(`\t${path}`));
  if (status?.startsWith("R")) return "a renamed file";
  if (git(root, "diff-tree", "-r", "--root", "--numstat", "--no-commit-id", commit, "--", path).startsWith("-")) return "binary to git";
  return "not known";
}

for (const root of repositories) {
  const [a, b] = [theirs(root), await ours(root)];
  const both = [...a].filter((one) => b.has(one)).length;
  console.log(`${root}: gitleaks ${a.size}, caio ${b.size}, common ${both}`);
  for (const [who, one, other] of [
    ["gitleaks", a, b],
    ["caio", b, a],
  ]) {
    const reasons = new Map();
    for (const finding of one) if (!other.has(finding)) reasons.set(reason(root, finding), [...(reasons.get(reason(root, finding)) ?? []), finding]);
    for (const [why, all] of reasons) {
      console.log(`  ${who} alone: ${all.length}, ${why}`);
      if (why === "not known") for (const finding of all) console.log(`    ${finding.split("\0").slice(0, 3).join(" ")}`);
    }
  }
}
rmSync(scratch, { recursive: true });
