#!/usr/bin/env node
// The bin of @caio/doc-sync.
import { compileLate, keepCompiled, runCommand } from "@caio/repo-model/command";
import { docSync } from "./check.js";

async function main(): Promise<void> {
  keepCompiled();
  // What is read is kept to the end, so that a collector that looks through it early finds nothing: the peak stays the same.
  await compileLate(["--heap-growing-percent=900"]);
  process.exitCode = await runCommand([docSync]);
}

void main();
