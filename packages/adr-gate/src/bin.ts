#!/usr/bin/env node
// The bin of @caio/adr-gate.
import { runCommand } from "@caio/repo-model/command";
import { adrGate } from "./check.js";

process.exitCode = await runCommand([adrGate]);
