#!/usr/bin/env node
// The bin of @caio/doc-sync.
import { setFlagsFromString } from "node:v8";
import { runCommand } from "@caio/repo-model/command";
import { docSync } from "./check.js";

// A run of two seconds ends before it has earned what V8's optimising compiler spends on it, which was half of the processor time. To compile later, to inline
// less and to leave out what takes longest costs a third less. In Node 20 that compiler comes right after the baseline; from Node 22 on another one stands
// between them, and these flags are gone or mean something else.
const cheaply = [
  "--interrupt-budget=500000",
  "--max-inlined-bytecode-size-cumulative=100",
  "--no-turbo-escape",
  "--no-turbo-load-elimination",
  "--no-turbo-loop-peeling",
];
if (process.versions.v8.startsWith("11.3.")) for (const flag of cheaply) setFlagsFromString(flag);

void runCommand([docSync]).then((code) => {
  process.exitCode = code;
});
