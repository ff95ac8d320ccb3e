#!/usr/bin/env node
// The bin of @caio/secret-scan.
import { keepCompiled, runCommand } from "@caio/repo-model/command";
import { secretScan } from "./check.js";

keepCompiled();
void runCommand([secretScan]).then((code) => {
  process.exitCode = code;
});
