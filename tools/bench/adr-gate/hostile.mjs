// `node tools/bench/adr-gate/hostile.mjs [SECONDS] [SEED]`: bodies of 300 kB that cost the most; each piece repeated, the worst that were ever found,
// pieces put together at random; the worst of them again in processes of their own, where no code is compiled yet.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { defaults, evaluate } from "../../../packages/adr-gate/dist/index.js";

const records = { "docs/adr/0007-limits.md": "# 7. Limits\n\n## Status\n\nAccepted\n" };
const config = { ...defaults, guardrails: ["configs/constants/**"] };
const size = 300_000;
const goal = 200;
/** Wall and processor time of a judgement, in ms; the second holds what the compiler and the collector do beside it. */
const time = (body) => {
  const start = process.cpuUsage();
  const begun = performance.now();
  evaluate({ config, event: "pull_request", repository: "acme/app", body, changes: [{ status: "M", path: "configs/constants/a.yaml" }], records });
  const wall = performance.now() - begun;
  const { user, system } = process.cpuUsage(start);
  return [wall, (user + system) / 1000];
};
const pieces = [
  "word ",
  "> ",
  "ADR-7 ",
  "ADR ",
  "[",
  "]",
  "[a](",
  "![",
  "<!-- ",
  "-->",
  "`",
  "``",
  "`a``",
  "~~",
  "~~a",
  "<del>",
  "</del>",
  "<s></s>",
  "- ",
  "- [ ] a\n",
  "- [x] ",
  "docs/adr/../",
  "docs/adr/0007-limits.md ",
  "/",
  "*",
  "_",
  "*a_",
  "**",
  "|a",
  "|",
  "|-|-|\n",
  "\n",
  "No-ADR: *\n",
  "http://x.y/adr-7 ",
  "https://github.com/acme/app/blob/main/docs/adr/0007-limits.md ",
  "[ADR-7](docs/adr/0007-x.md) ",
  "#a\n",
  "# \n",
  "[a]: b\n",
  "[a]",
  "\r",
  "\\",
  "&",
  "&amp;",
  "&#45;",
  "<",
  "<a ",
  '<a b="',
  "<b>",
  "</b>",
  "<div>\n",
  "<?",
  "<![CDATA[",
  "1. ",
  "    ",
  "\t",
  "```\n",
  "~~~\n",
  "***\n",
  "===\n",
  "---\n",
  "a\n===\n",
  "[^a]",
  "[^a]: b\n",
  "(",
  ")",
  '"',
  "'",
  "<https://x.y/ADR-7>",
  "ADR0000000000",
  "\u00a0",
  "\u2011",
  "a.b.",
  "a_b",
  "@",
  "www.",
  "{",
  "}",
  "+ ",
  "a: b\n",
  "\0",
  "\ud800",
  "é",
  "<pre>",
  "<script>",
];
/** A body: a unit, or several, repeated; `$` counts, so that no line is like another. */
const bodyOf = (units) => {
  const share = size / units.length;
  let next = 1;
  return units
    .map((unit) =>
      unit
        .repeat(Math.ceil(share / unit.length))
        .slice(0, share)
        .replaceAll("$", () => String(next++ % 1000)),
    )
    .join("");
};
if (process.argv[2] === "--one") {
  console.log(JSON.stringify(time(bodyOf(JSON.parse(process.argv[3])))));
  process.exit();
}

/** What earlier searches found to cost the most. */
const kept = [
  ["- [ ] a\n"],
  ["- [x] ADR-$\n"],
  ["1. [a](b)\n"],
  ["[a](b) "],
  ["[a]: b\n"],
  ["<b>"],
  ["*a* <b>\n\n"],
  ["- [ ] [a](ADR-$)\n"],
  ["- [ ] **a** _b_ `c` [d](e) ~~f~~ <i>g</i> &amp; ADR-$\n"],
  ["a.b.$ "],
  ["#$\n# ADR\n"],
  ["|a|b|\n|-|-|\n", "|ADR-$|x|\n"],
  // As many containers as there may be, and lines that all of them look at.
  [`${"- ".repeat(150)}a\n`],
  [`${"- ".repeat(198)}a\n`, "\n"],
  [`${"- ".repeat(100)}${"> ".repeat(98)}a\n`, ">\n"],
  [`${"[^a]: ".repeat(190)}x\n`, "\n"],
  ["[a]: b\n", "\n", "[a] "],
  ["> a `b` [c](d) ADR $\n"],
];
const rows = new Map();
const measure = (units) => {
  const body = bodyOf(units);
  // The first time a shape is met pays for the compiler, and another process may take the core: the quickest tells what it costs by itself.
  const [first] = time(body);
  rows.set(JSON.stringify(units), first > goal / 2 ? Math.min(first, time(body)[0], time(body)[0]) : first);
};
for (const units of kept) measure(units);
for (const piece of pieces) for (const end of ["", "\n", " ", "> "]) measure([piece + end]);
let seed = Number(process.argv[3] ?? 1);
const random = (below) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((seed / 0x7fffffff) * below) % below;
};
const unitOf = () => {
  let unit = "";
  for (let left = 1 + random(4); left > 0; left--) unit += pieces[random(pieces.length)].repeat(random(4) === 0 ? 1 + random(50) : 1);
  return random(2) === 0 ? unit.replaceAll("7", "$") : unit;
};
for (const end = Date.now() + Number(process.argv[2] ?? 30) * 1000; Date.now() < end;)
  measure(random(3) === 0 ? [unitOf(), pieces[random(pieces.length)]] : [unitOf()]);
const worst = [...rows].toSorted((a, b) => b[1] - a[1]);
const over = worst.filter(([, cost]) => cost > goal);
console.log(`${rows.size} bodies of 300 kB; ${over.length} over ${goal} ms in a process that has judged others`);
for (const [name, cost] of worst.slice(0, 8)) console.log(`${cost.toFixed(0).padStart(6)} ms ${name.slice(0, 100)}`);
/** The first judgement of a process, wall and processor time, the quickest of three: a busy machine makes it dearer, never cheaper. */
const cold = (name) =>
  [1, 2, 3]
    .map(() => JSON.parse(spawnSync(process.execPath, [fileURLToPath(import.meta.url), "--one", name], { encoding: "utf8" }).stdout))
    .toSorted((a, b) => a[0] - b[0])[0];
const names = [...new Set([...kept.map((units) => JSON.stringify(units)), ...worst.slice(0, 8).map(([name]) => name)])];
const first = names.map((name) => [name, ...cold(name)]).toSorted((a, b) => b[1] - a[1]);
console.log(`${first.filter(([, wall]) => wall > goal).length} of ${first.length} over it as the first judgement of a process`);
for (const [name, wall, cost] of first.slice(0, 8)) console.log(`${wall.toFixed(0).padStart(6)} ms (processor ${cost.toFixed(0)}) ${name.slice(0, 100)}`);
process.exitCode = over.length > 0 || first.some(([, wall]) => wall > goal) ? 1 : 0;
