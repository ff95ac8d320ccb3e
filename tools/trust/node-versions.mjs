// node-versions.mjs [MAJOR...] [-- ARGUMENTS OF VITEST]: runs all tests with each version of Node that is promised, one after the other. The binaries come from
// the npm package `node`, into `.peers/node/`. Exit 1 where one fails.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const words = process.argv.slice(2);
const cut = words.includes("--") ? words.indexOf("--") : words.length;
const majors = cut === 0 ? ["20", "22", "24", "26"] : words.slice(0, cut);
const more = words.slice(cut + 1);

/** The folder of a version's program, fetched where it is not there yet. */
function programOf(major) {
  const folder = join(root, ".peers/node", major);
  const bin = join(folder, "node_modules/node/bin");
  if (existsSync(join(bin, "node"))) return bin;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify({ private: true, allowScripts: { node: true } })}\n`);
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--foreground-scripts", `node@${major}`], { cwd: folder, stdio: "inherit" });
  if (status !== 0) throw new Error(`Node ${major} cannot be fetched.`);
  return bin;
}

const failed = [];
for (const major of majors) {
  const bin = programOf(major);
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ""}` };
  const { stdout } = spawnSync("node", ["--version"], { env, encoding: "utf8" });
  if (!stdout.startsWith(`v${major}.`)) throw new Error(`The program for Node ${major} says ${stdout.trim()}.`);
  console.log(`\n== Node ${stdout.trim()}`);
  const { status } = spawnSync("node", [join(root, "node_modules/vitest/vitest.mjs"), "run", ...more], { cwd: root, env, stdio: "inherit" });
  console.log(`== Node ${stdout.trim()}: ${status === 0 ? "passed" : "failed"}`);
  if (status !== 0) failed.push(major);
}
process.exit(failed.length === 0 ? 0 : 1);
