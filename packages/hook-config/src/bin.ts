#!/usr/bin/env node
// The bin of @caio/hook-config.
import { runCommand } from "@caio/repo-model/command";
import { hookConfig } from "./check.js";

void runCommand([hookConfig]).then((code) => {
  process.exitCode = code;
});
