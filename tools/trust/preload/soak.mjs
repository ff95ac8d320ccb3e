// soak.mjs FOLDER RUNS [leak]: runs the five checks through the library, again and again, in one process started with --expose-gc; prints what memory was in use
// after each tenth of the runs, in bytes. With `leak` it keeps what it should not: the planted fault.
import { adrGate } from "@caio/adr-gate";
import { docSync } from "@caio/doc-sync";
import { envCheck } from "@caio/env-check";
import { hookConfig } from "@caio/hook-config";
import { openRepository } from "@caio/repo-model/git";
import { secretScan } from "@caio/secret-scan";

const [, , folder, runs, plant] = process.argv;
const checks = [docSync, secretScan, hookConfig, envCheck, adrGate];
const kept = [];
const samples = [];
let findings = 0;
for (let run = 1; run <= Number(runs); run++) {
  const repository = await openRepository(folder);
  const check = checks[run % checks.length];
  try {
    for await (const finding of check.run(repository, {})) {
      findings++;
      if (plant === "leak") kept.push([finding, Array.from({ length: 2000 }, () => Math.random())]);
    }
  } catch (error) {
    // adr-gate has no base here, and says so.
    if (error.code === undefined) throw error;
  }
  if (run % (Number(runs) / 10) === 0) {
    for (let time = 0; time < 4; time++) {
      globalThis.gc();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { heapUsed, external } = process.memoryUsage();
    samples.push(heapUsed + external);
  }
}
console.log(JSON.stringify({ samples, findings, kept: kept.length, rss: process.memoryUsage.rss() }));
