#!/usr/bin/env node
// The bin of @caio/env-check.
import { runCommand } from "@caio/repo-model/command";
import { envCheck } from "./check.js";

void runCommand([envCheck]).then((code) => {
  process.exitCode = code;
});
