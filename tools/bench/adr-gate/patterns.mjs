// `node tools/bench/adr-gate/patterns.mjs [ROUNDS] [SEED]`: the patterns of guardrails beside `git check-ignore` on generated patterns and paths.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathMatcher } from "../../../packages/repo-model/dist/patterns/index.js";

let seed = Number(process.argv[3] ?? 1);
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x7fffffff) * below) % below;
};
const pick = (list) => list[random(list.length)];
const names = ["a", "b", "ab", "a.md", "b.yaml", "INV-1", ".x", "a b", "é", "A", "a-b", "[a]"];
const pieces = ["a", "b", "ab", "*", "*", "**", "?", "*.md", "*.yaml", "a*", "*b", "INV-*", "[ab]", "[!a]", "[a-c]*", ".x", ".*", "a b", "é", "A", "a?b", "**"];
const path = () => Array.from({ length: 1 + random(4) }, () => pick(names)).join("/");
const pattern = () => `${random(6) === 0 ? "/" : ""}${Array.from({ length: 1 + random(4) }, () => pick(pieces)).join("/")}${random(6) === 0 ? "/" : ""}`;
const folder = mkdtempSync(join(tmpdir(), "caio-patterns-"));
execFileSync("git", ["init", "-q", folder]);
let [compared, differing, bytewise] = [0, 0, 0];
const shown = new Set();
for (let round = 0; round < Number(process.argv[2] ?? 400); round++) {
  const one = pattern();
  const paths = [...new Set(Array.from({ length: 60 }, path))];
  writeFileSync(join(folder, ".gitignore"), `${one}\n`);
  // A path that ends in a slash is a folder to git; files alone are asked for.
  const { stdout } = spawnSync("git", ["-C", folder, "-c", "core.quotePath=false", "check-ignore", "--no-index", "-z", "--stdin"], {
    input: paths.join("\0"),
    encoding: "utf8",
  });
  const ignored = new Set(stdout.split("\0"));
  const matches = pathMatcher([one]);
  for (const file of paths) {
    compared++;
    if (matches(file) === ignored.has(file)) continue;
    // Git's `?` and `[…]` take one byte, and so no letter of two: the difference is known, and meant.
    if (/[?[]/.test(one) && /[^\0-\x7f]/.test(file)) {
      bytewise++;
      continue;
    }
    differing++;
    if (!shown.has(one)) console.log(`${JSON.stringify(one)} on ${JSON.stringify(file)}: caio ${matches(file)}, git ${ignored.has(file)}`);
    shown.add(one);
  }
}
rmSync(folder, { recursive: true });
console.log(`${compared} judgements, ${differing} differ, ${bytewise} where git counts bytes and caio characters`);
process.exitCode = differing > 0 ? 1 : 0;
