#!/usr/bin/env node
// The bin of @caio/doc-sync.
import { runCommand } from "@caio/repo-model/command";
import { docSync } from "./check.js";

void runCommand([docSync]).then((code) => {
  process.exitCode = code;
});
