#!/usr/bin/env node
// The bin of @caio/doc-sync.
import { setFlagsFromString } from "node:v8";
import { compileLate, runCommand } from "@caio/repo-model/command";
import { docSync } from "./check.js";

// What is read is kept to the end, so that a collector that looks through it early finds nothing: the peak stays the same.
if (compileLate()) setFlagsFromString("--heap-growing-percent=900");

void runCommand([docSync]).then((code) => {
  process.exitCode = code;
});
