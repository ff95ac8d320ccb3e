#!/usr/bin/env node
// The bin of @caio/doc-sync.
import { runCommand } from "@caio/repo-model/command";
import { docSync } from "./check.js";

process.exitCode = await runCommand([docSync]);
