// audit.mjs [--advisories FOLDER]: known vulnerabilities in what is published (its dependencies, and what is bundled) and in the tools of the workspace, as the
// registry knows them, or a folder of advisories in OSV's format (github.com/github/advisory-database) does, without a network. Exit 1 for a published one of high
// severity or above; where nobody answers the question, "unknown" is said and the exit is 3, so that nobody takes it for a pass.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { advisoriesIn } from "./advisories.mjs";
import { bundledPackages } from "./bundled.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;

function unknown(reason) {
  console.log(`Known vulnerabilities: unknown; ${reason}.`);
  process.exit(3);
}

/** As the registry knows them: one list for each package. */
function fromRegistry() {
  const { stdout, stderr } = spawnSync("npm", ["audit", "--json", "--fetch-retries=0", "--fetch-timeout=30000"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    report = { error: { summary: stderr.trim() } };
  }
  if (report.error !== undefined || report.vulnerabilities === undefined || report.metadata === undefined) {
    const reason = report.error?.summary || report.message || "no report";
    unknown(`the registry does not answer (${String(reason).split("\n")[0].replace(/ - .*/, "")})`);
  }
  return Object.entries(report.vulnerabilities).map(([name, { severity, via }]) => ({
    name,
    severity,
    said: via.map((one) => (typeof one === "string" ? one : one.title)).join("; "),
  }));
}

const at = process.argv.indexOf("--advisories");
const folder = at === -1 ? undefined : process.argv[at + 1];
let found;
if (folder === undefined) found = fromRegistry();
else {
  const { advisories, read } = advisoriesIn(folder, lock);
  if (read === 0) unknown(`there is no advisory in ${folder}`);
  found = advisories;
}
const published = new Set(bundledPackages(root));
let isBad = false;
for (const { name, severity, said } of found) {
  const concerns = published.has(name);
  console.log(`${severity} ${name} (${concerns ? "published" : "a tool of this workspace"}): ${said}`);
  if (concerns && ["high", "critical"].includes(severity)) isBad = true;
}
const packages = Object.keys(lock).filter((path) => path.includes("node_modules/")).length;
console.log(`Known vulnerabilities: ${found.length} in ${packages} packages, ${found.filter(({ name }) => published.has(name)).length} of them published.`);
process.exit(isBad ? 1 : 0);
