// Installs the workspace's packages when they are missing or older than the lockfile. Plain Node: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";

const stamp = "node_modules/.caio-lockfile";

/** Whether node_modules was made from this lockfile. */
const isCurrent = () => existsSync(stamp) && readFileSync(stamp).equals(readFileSync("package-lock.json"));

/** Runs a command with its output on standard error; ends this process when it fails. */
export function need(command, args) {
  const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2] });
  if (status !== 0) {
    console.error(`${command} ${args.join(" ")} failed.`);
    process.exit(2);
  }
}

/** Makes node_modules current. */
export function install() {
  if (isCurrent()) return;
  // Not `npm ci`: it wants every platform's optional package in the lockfile, and a registry may not serve them all.
  // With a lockfile there, `npm install` takes the versions that it names.
  need("npm", ["install", "--no-save", "--no-audit", "--no-fund"]);
  copyFileSync("package-lock.json", stamp);
}
