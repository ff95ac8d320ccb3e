#!/usr/bin/env node
// The bin of @caio/env-check.
import { runCommand } from "@caio/repo-model/command";
import { envCheck } from "./check.js";

process.exitCode = await runCommand([envCheck]);
