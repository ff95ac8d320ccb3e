// `npm run bench -- [NAME...] [--runs N]`: all benchmarks, or those named; ends with 1 where a goal is missed.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Bench } from "./bench.js";
import { links } from "./benches/links.js";
import { listing, walking } from "./benches/listing.js";
import { secretsDecoded, secretsHistory, secretsMemory, secretsStaged, secretsTree } from "./benches/secrets.js";
import { staged } from "./benches/staged.js";
import { version } from "./benches/version.js";
import { measure } from "./measure.js";
import { table, verdict } from "./statistics.js";

const benches: readonly Bench[] = [version, staged, listing, walking, links, secretsTree, secretsDecoded, secretsHistory, secretsStaged, secretsMemory];
const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: "string", default: "11" } } });
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0 || !Number.isSafeInteger(runs) || runs < 1) {
  console.error(`Usage: npm run bench -- [${benches.map(({ name }) => name).join(" | ")}]... [--runs N]`);
  process.exit(2);
}

/** Runs one benchmark in a temporary folder; gives whether its goal is met. */
function runBench(bench: Bench): boolean {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "caio-bench-")));
  try {
    const folder = join(parent, bench.name);
    mkdirSync(folder);
    const measured = measure(bench.prepare(folder), runs);
    const goal = bench.goal === undefined ? undefined : verdict(measured, bench.goal);
    console.log(`\n${bench.name}: ${bench.summary}\n${table(measured)}${goal === undefined ? "" : `\n  ${goal.text}`}`);
    return goal?.isMet ?? true;
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

console.log(
  `Node ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}; medians of ${runs} runs in turn, after one that does not count.`,
);
const met = benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name)).map(runBench);
process.exitCode = met.every(Boolean) ? 0 : 1;
