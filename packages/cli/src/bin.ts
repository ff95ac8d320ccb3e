#!/usr/bin/env node
// The bin of @caio/cli: a list of checks, what they are offered with, and what every bin does with them.
import { readFileSync } from "node:fs";
import { runCommand } from "@caio/repo-model/command";
import { checks, commands, reporters } from "./checks.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };

void runCommand(checks, { tool: { name: "@caio/cli", version, bin: "caio" }, commands, reporters }).then((code) => {
  process.exitCode = code;
});
