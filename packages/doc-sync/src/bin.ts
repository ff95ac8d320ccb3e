#!/usr/bin/env node
// The bin of @caio/doc-sync.
import { setFlagsFromString } from "node:v8";
import { compileLate, runCommand } from "@caio/repo-model/command";
import { docSync } from "./check.js";

async function main(): Promise<void> {
  // What is read is kept to the end, so that a collector that looks through it early finds nothing: the peak stays the same.
  if (await compileLate()) setFlagsFromString("--heap-growing-percent=900");
  process.exitCode = await runCommand([docSync]);
}

void main();
