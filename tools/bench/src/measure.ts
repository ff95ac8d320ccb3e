// Runs contenders in turn by measure.py: Node cannot ask the kernel what a child process cost, Python's os.wait4 can.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Contender } from "./bench.js";
import type { Measured, Sample } from "./statistics.js";

const program = fileURLToPath(new URL("../measure.py", import.meta.url));

/** Runs each contender `runs` times, and once before that does not count. Throws when one does not end as it should: what failed fast is not fast. */
export function measure(contenders: readonly Contender[], runs: number): readonly Measured[] {
  // For NODE_EXTRA_CA_CERTS every process of Node parses certificates at its start, caio's and a peer's alike: 50 ms that are nobody's.
  const { NODE_EXTRA_CA_CERTS: _certificates, ...own } = process.env;
  const commands = contenders.map(({ argv, cwd, environment }) => ({ argv, cwd, env: { ...own, ...environment } }));
  const { status, stdout, stderr, error } = spawnSync("python3", [program], {
    input: JSON.stringify({ runs, commands }),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`measure.py ended with ${status}: ${stderr}`);
  const samples = JSON.parse(stdout) as readonly (readonly Sample[])[];
  return contenders.map(({ name, status: expected = 0, mayFind }, index) => {
    const own = samples[index] ?? [];
    const odd = own.find((sample) => sample.status !== expected && !(mayFind === true && sample.status === 1));
    if (odd !== undefined) throw new Error(`${name} ended with ${odd.status} instead of ${expected}.`);
    return { name, samples: own };
  });
}
