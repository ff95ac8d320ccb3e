// `node tools/bench/adr-gate/changes.mjs REPOSITORY [PAIRS] [SEED]`: the changed paths of both git layers beside `git diff --raw -z --no-renames`.
import { execFileSync } from "node:child_process";
import { openRepository } from "../../../packages/repo-model/dist/git/index.js";

const [root = ".", pairs = "200", first = "1"] = process.argv.slice(2);
let seed = Number(first);
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x7fffffff) * below) % below;
};
const git = (...args) => execFileSync("git", ["-C", root, ...args], { encoding: "latin1", maxBuffer: 1 << 30 });
const commits = git("rev-list", "--all").trim().split("\n");
const layers = await Promise.all(["native", "isomorphic"].map(async (implementation) => (await openRepository(root, { implementation })).git));
let [changed, differing] = [0, 0];
for (let pair = 0; pair < Number(pairs); pair++) {
  const at = random(commits.length);
  // Near ones and far ones.
  const other = random(2) === 0 ? random(commits.length) : Math.min(commits.length - 1, at + 1 + random(20));
  const [from, to] = [commits[other], commits[at]];
  const fields = git("diff", "--raw", "-z", "--no-renames", "--abbrev=40", "--ignore-submodules=none", from, to).split("\0").slice(0, -1);
  const wanted = [];
  for (let index = 0; index < fields.length; index += 2) wanted.push(`${fields[index].slice(1)} ${Buffer.from(fields[index + 1], "latin1").toString()}`);
  changed += wanted.length;
  for (const layer of layers) {
    const found = (await layer.changes(from, to)).map(
      ({ status, path, oldMode, newMode, oldId, newId }) => `${oldMode} ${newMode} ${oldId} ${newId} ${status} ${path}`,
    );
    if (JSON.stringify(found.toSorted()) === JSON.stringify(wanted.toSorted())) continue;
    differing++;
    console.log(
      `${layer.implementation} ${from} ${to}: ${found.filter((one) => !wanted.includes(one)).slice(0, 3)} / ${wanted.filter((one) => !found.includes(one)).slice(0, 3)}`,
    );
  }
}
console.log(`${pairs} pairs, ${changed} changed paths, ${layers.length} layers: ${differing} disagreements`);
process.exitCode = differing > 0 ? 1 : 0;
