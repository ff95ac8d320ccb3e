#!/usr/bin/env node
// The bin of @caio/env-check.
import { keepCompiled, runCommand } from "@caio/repo-model/command";
import { envCheck } from "./check.js";

keepCompiled();
void runCommand([envCheck]).then((code) => {
  process.exitCode = code;
});
