#!/usr/bin/env node
// The bin of @caio/secret-scan.
import { runCommand } from "@caio/repo-model/command";
import { secretScan } from "./check.js";

process.exitCode = await runCommand([secretScan]);
