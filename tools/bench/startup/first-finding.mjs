// `node tools/bench/startup/first-finding.mjs [RUNS] REPOSITORY...`: how long `caio` takes in repositories until it shows something, and until it ends.
// The goal is 1 s on at most 1,000 files and 2.5 s on 5,000, on an idle machine; a busy one is judged by the fastest run.
import { execFileSync, spawn } from "node:child_process";
import { loadavg } from "node:os";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../../packages/cli/dist/bin.cjs", import.meta.url));
const [first = "", ...others] = process.argv.slice(2);
const runs = /^\d+$/.test(first) ? Number(first) : 3;
const repositories = /^\d+$/.test(first) ? others : [first, ...others];
// A certificate store that Node reads at each start is this machine's matter.
const { NODE_EXTRA_CA_CERTS: _store, ...env } = process.env;

/** Seconds until the first byte and until the end. */
function once(cwd) {
  return new Promise((done, fail) => {
    const started = performance.now();
    let shown = 0;
    const child = spawn(process.execPath, [program], { cwd, env, stdio: ["ignore", "pipe", "ignore"] });
    child.stdout.on("data", () => (shown ||= performance.now() - started));
    child.once("error", fail).once("close", () => done([shown / 1000, (performance.now() - started) / 1000]));
  });
}

const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
for (const repository of repositories) {
  const cwd = resolve(repository);
  const files =
    execFileSync("git", ["-C", cwd, "ls-files", "-z"], { maxBuffer: 1 << 28 })
      .toString("latin1")
      .split("\0").length - 1;
  const times = [];
  for (let run = 0; run < runs; run++) times.push(await once(cwd));
  const [shown, ended] = [times.map(([value]) => value), times.map(([, value]) => value)];
  const said = (values) => `${Math.min(...values).toFixed(2)} fastest, ${middle(values).toFixed(2)} median`;
  console.log(`${basename(cwd)} (${files} files, load ${loadavg()[0].toFixed(1)}): shown ${said(shown)}; ended ${said(ended)}`);
}
