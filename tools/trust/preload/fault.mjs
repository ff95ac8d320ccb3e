// Preloaded into caio (`node --import`): at the write step that FAULT_AT names it kills the process or lets the step fail. Without it, it counts the steps.
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const at = Number(process.env.FAULT_AT ?? 0);
const kind = process.env.FAULT_KIND ?? "SIGKILL";
// Only what happens below this folder counts: Node itself opens files.
const below = process.env.FAULT_BELOW ?? "";
let step = 0;

/** Counts one step; true where it is the one that fails. */
function isFaulty(what) {
  step++;
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
    if (name !== "writeFileSync" || typeof path === "string") {
      if (path !== process.env.FAULT_LOG && concerns(path) && isFaulty(name)) throw fail(name);
    }
    return method(path, ...rest);
  };
}
syncBuiltinESMExports();
