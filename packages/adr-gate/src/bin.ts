#!/usr/bin/env node
// The bin of @caio/adr-gate.
import { runCommand } from "@caio/repo-model/command";
import { adrGate } from "./check.js";

void runCommand([adrGate]).then((code) => {
  process.exitCode = code;
});
