// `node tools/bench/scoped/scoped.mjs CHECK REPOSITORY [PAIRS] [SEED]`: over commit pairs, what a check says in a run over the change,
// beside what it says of the same change when nothing tells it which paths changed, so that it reads all.
import { execFileSync } from "node:child_process";
import { addedRanges, changeScope } from "../../../packages/repo-model/dist/check/index.js";
import { openRepository } from "../../../packages/repo-model/dist/git/index.js";

const [name = "doc-sync", root = ".", pairs = "100", first = "1"] = process.argv.slice(2);
const check = Object.values(await import(`../../../packages/${name}/dist/index.js`)).find((one) => one?.name === name);
let seed = Number(first);
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x7fffffff) * below) % below;
};
const git = (...args) => execFileSync("git", ["-C", root, ...args], { encoding: "utf8", maxBuffer: 1 << 30 });
const commits = git("rev-list", "--first-parent", "HEAD").trim().split("\n");
const repository = await openRepository(root);
const tree = repository.git.tree.bind(repository.git);

/** A tree that reads each file once. */
function kept(files) {
  const texts = new Map();
  let listing;
  return {
    ...files,
    list: (selection) => (selection === undefined ? (listing ??= files.list()) : files.list(selection)),
    bytes: files.bytes.bind(files),
    text: (path) => {
      if (!texts.has(path)) texts.set(path, files.text(path));
      return texts.get(path);
    },
  };
}

let [told, differing, narrow, all] = [0, 0, 0, 0];
for (let pair = 0; pair < Number(pairs); pair++) {
  const at = random(commits.length - 2);
  const other = Math.min(commits.length - 1, at + 1 + (random(4) === 0 ? random(8) : 0));
  const [from, to] = [commits[other], commits[at]];
  const added = [];
  for await (const one of repository.git.addedLines({ from, to })) added.push(addedRanges(one));
  const touched = (await repository.git.changes(from, to)).map(({ path }) => path);
  const scope = changeScope({ ref: from }, added, touched);
  const files = kept(tree(to));
  const answers = [];
  for (const one of [scope, { ...scope, changed: undefined }]) {
    const start = process.cpuUsage();
    const found = [];
    try {
      for await (const { rule, path, at: place, message, severity, fix } of check.run(repository, { context: { files, base: tree(from), scope: one } }))
        found.push(`${severity} ${rule} ${path ?? place.path}:${place.start.line}:${place.start.column} ${message} ${JSON.stringify(fix?.edits ?? null)}`);
    } catch (error) {
      found.push(`error ${error.code ?? error}`);
    }
    const { user, system } = process.cpuUsage(start);
    answers.push(found);
    if (one === scope) narrow += user + system;
    else all += user + system;
  }
  told += answers[1].length;
  if (JSON.stringify(answers[0]) === JSON.stringify(answers[1])) continue;
  differing++;
  console.log(`${from} ${to}`);
  for (const line of answers[0].filter((one) => !answers[1].includes(one))) console.log(`  only over the change: ${line}`);
  for (const line of answers[1].filter((one) => !answers[0].includes(one))) console.log(`  missed: ${line}`);
}
console.log(
  `${name}: ${pairs} changes, ${told} findings, ${differing} differ; ${(narrow / 1e3 / Number(pairs)).toFixed(0)} ms CPU a change, ${(all / 1e3 / Number(pairs)).toFixed(0)} ms where all is read`,
);
process.exitCode = differing > 0 ? 1 : 0;
