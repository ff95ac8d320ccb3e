#!/usr/bin/env node
// The bin of @caio/secret-scan.
import { runCommand } from "@caio/repo-model/command";
import { secretScan } from "./check.js";

void runCommand([secretScan]).then((code) => {
  process.exitCode = code;
});
