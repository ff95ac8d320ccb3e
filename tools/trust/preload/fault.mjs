// Preloaded into caio (`node --import`): at the write step that FAULT_AT names it kills the process or lets the step fail; with FAULT_AFTER it kills the process
// so many milliseconds after its first write step, whatever it does then. Without them, it counts the steps; FAULT_TIME is a file for how long they took.
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { Worker } from "node:worker_threads";

const at = Number(process.env.FAULT_AT ?? 0);
const kind = process.env.FAULT_KIND ?? "SIGKILL";
// Only what happens below this folder counts: Node itself opens files.
const below = process.env.FAULT_BELOW ?? "";
let step = 0;

/** A thread of its own kills the process: this one may be in a call of the system. */
const begun = new Int32Array(new SharedArrayBuffer(4));
if (process.env.FAULT_AFTER !== undefined)
  new Worker(
    `const { workerData: { begun, after } } = require("node:worker_threads"); Atomics.wait(begun, 0, 0); Atomics.wait(begun, 0, 1, after); process.kill(process.pid, "SIGKILL");`,
    { eval: true, workerData: { begun, after: Number(process.env.FAULT_AFTER) } },
  ).unref();
let first;
let last;
if (process.env.FAULT_TIME !== undefined) process.on("exit", () => first !== undefined && fs.writeFileSync(process.env.FAULT_TIME, String(last - first)));

/** Counts one step; true where it is the one that fails. */
function isFaulty(what) {
  step++;
  last = performance.now();
  first ??= last;
  Atomics.store(begun, 0, 1);
  Atomics.notify(begun, 0);
  if (process.env.FAULT_LOG) fs.appendFileSync(process.env.FAULT_LOG, `${what}\n`);
  return step === at;
}

function fail(what) {
  if (kind === "SIGKILL") process.kill(process.pid, "SIGKILL");
  return Object.assign(new Error(`${kind}: planted at ${what}`), { code: kind, syscall: what });
}

const isWrite = (flags) => (typeof flags === "number" ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0 : /[wa+]/.test(flags ?? "r"));
const concerns = (path) => Buffer.from(path).toString("latin1").startsWith(below);

const real = { ...promises };
for (const name of ["rename", "unlink", "rm", "chmod", "mkdir", "writeFile", "symlink", "copyFile"]) {
  promises[name] = async (path, ...rest) => {
    if (concerns(path) && isFaulty(name)) throw fail(name);
    return real[name](path, ...rest);
  };
}
promises.open = async (path, flags, mode) => {
  const counts = concerns(path) && isWrite(flags);
  if (counts && isFaulty("open")) throw fail("open");
  const handle = await real.open(path, flags, mode);
  if (!counts) return handle;
  for (const name of ["writeFile", "chmod", "sync", "close"]) {
    const method = handle[name].bind(handle);
    handle[name] = async (...args) => {
      if (isFaulty(name)) {
        // Half of it is written, as on a disk that fills up.
        if (name === "writeFile") await method(Buffer.from(args[0]).subarray(0, args[0].length >> 1));
        if (name === "close") await method();
        throw fail(name);
      }
      return method(...args);
    };
  }
  return handle;
};
for (const name of ["writeFileSync", "renameSync", "linkSync", "unlinkSync", "rmSync", "chmodSync", "mkdirSync"]) {
  const method = fs[name];
  fs[name] = (path, ...rest) => {
    // A number is a file that is open already, of the standard streams.
    if (name !== "writeFileSync" || typeof path !== "number") {
      if (path !== process.env.FAULT_LOG && path !== process.env.FAULT_TIME && concerns(path) && isFaulty(name)) throw fail(name);
    }
    return method(path, ...rest);
  };
}
syncBuiltinESMExports();
