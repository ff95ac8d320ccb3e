#!/usr/bin/env node
// The bin of @caio/doc-sync.
import { setFlagsFromString } from "node:v8";
import { runCommand } from "@caio/repo-model/command";
import { docSync } from "./check.js";

// A run of two seconds ends before it has earned what V8's optimising compiler spends on it, which was half of the processor time. To compile later, to inline
// less and to leave out what takes longest costs a third less. The flags of Node 20, where that compiler comes right after the baseline, and of 22 to 26,
// where another one stands between them. What a later V8 knows is not known.
const flags: Readonly<Record<string, readonly string[]>> = {
  11: [
    "--interrupt-budget=500000",
    "--max-inlined-bytecode-size-cumulative=100",
    "--no-turbo-escape",
    "--no-turbo-load-elimination",
    "--no-turbo-loop-peeling",
  ],
  12: ["--invocation-count-for-turbofan=20000"],
  13: ["--invocation-count-for-turbofan=20000"],
  14: ["--invocation-count-for-turbofan=20000"],
};
for (const flag of flags[Number.parseInt(process.versions.v8)] ?? []) setFlagsFromString(flag);

void runCommand([docSync]).then((code) => {
  process.exitCode = code;
});
