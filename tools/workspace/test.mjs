// `npm test`: installs what is missing, then lint, types, build, format and all tests; ends with `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { install, need } from "./install.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
install();
need("tools/peers", [
  "pre-commit",
  "packaging",
  "verdaccio",
  "gitleaks",
  "detect-secrets",
  "prek",
  "husky",
  "lint-staged",
  "lefthook",
  "simple-git-hooks",
  "actionlint",
  "check-jsonschema",
  "chromium",
  "zsh",
  "fish",
]);
const env = { ...process.env, NX_DAEMON: "false", NX_NO_CLOUD: "true", NO_COLOR: "1" };
let passed = 0;
let failed = 0;

/** One step of the gate counts as one test. */
function step(name, command, args) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env });
  if (status === 0) passed++;
  else {
    failed++;
    console.log(`FAILED: ${name}`);
  }
}

step("lint, types, build", "npx", ["nx", "run-many", "-t", "lint", "typecheck", "build", "--outputStyle=static"]);
// Plain knip takes a dependency for declared when any package of the workspace declares it.
step("dependencies and dead files", "npx", ["knip", "--strict", "--exclude", "exports,types"]);
step("format", "npx", ["oxfmt", "--check", "packages", "examples", "tools"]);

step("caio on itself", process.execPath, ["packages/cli/dist/bin.cjs", "check"]);

// What nobody answers is neither passed nor failed: it is said.
console.log("\n== known vulnerabilities");
const audit = spawnSync(process.execPath, ["tools/trust/audit.mjs"], { stdio: ["ignore", "inherit", "inherit"], env });
if (audit.status === 0) passed++;
else if (audit.status !== 3) {
  failed++;
  console.log("FAILED: known vulnerabilities");
}

const folder = mkdtempSync(join(tmpdir(), "caio-test-"));
const report = join(folder, "vitest.json");
console.log("\n== tests");
// Most tests wait for programs that they have begun: on two processors one worker, which is vitest's own choice, leaves one of them idle.
const workers = Math.max(2, availableParallelism() - 1);
const { status } = spawnSync("npx", ["vitest", "run", `--maxWorkers=${workers}`, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], {
  stdio: ["ignore", "inherit", "inherit"],
  env,
});
let skipped = 0;
try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped = result.numPendingTests + result.numTodoTests;
  // A file that does not load has no tests that could fail.
  if (status !== 0 && result.numFailedTests === 0) failed++;
} catch {
  failed++;
  console.log("FAILED: the test runner left no report");
}
rmSync(folder, { recursive: true });
if (skipped > 0) {
  console.log(`SKIPPED: ${skipped} tests were not run.`);
  if (process.env.CI === "true") failed++;
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
