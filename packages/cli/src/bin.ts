#!/usr/bin/env node
// The bin of @caio/cli: a list of checks, what they are offered with, and what every bin does with them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isThread, keepCompiled, runCommand, serveThread } from "@caio/repo-model/command";
import { checks, commands, reporters } from "./checks.js";

async function main(): Promise<void> {
  keepCompiled();
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  const tool = { name: "@caio/cli", version, bin: "caio" };
  process.exitCode = await runCommand(checks, { tool, commands, reporters, program: fileURLToPath(import.meta.url) });
}

void (isThread() ? serveThread(checks) : main());
