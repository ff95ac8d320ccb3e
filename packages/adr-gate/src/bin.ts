#!/usr/bin/env node
// The bin of @caio/adr-gate.
import { keepCompiled, runCommand } from "@caio/repo-model/command";
import { adrGate } from "./check.js";

keepCompiled();
void runCommand([adrGate]).then((code) => {
  process.exitCode = code;
});
