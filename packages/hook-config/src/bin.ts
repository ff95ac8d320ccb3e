#!/usr/bin/env node
// The bin of @caio/hook-config.
import { keepCompiled, runCommand } from "@caio/repo-model/command";
import { hookConfig } from "./check.js";

keepCompiled();
void runCommand([hookConfig]).then((code) => {
  process.exitCode = code;
});
