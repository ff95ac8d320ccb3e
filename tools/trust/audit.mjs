// audit.mjs: known vulnerabilities in what is published (its dependencies, and what is bundled), as the registry knows them. Exit 1 for one of high severity or above; where
// the registry does not answer the question, "unknown" is said and the exit is 3, so that nobody takes it for a pass.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { bundledPackages } from "./bundled.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { stdout, stderr } = spawnSync("npm", ["audit", "--json"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
let report;
try {
  report = JSON.parse(stdout);
} catch {
  report = { error: { summary: stderr.trim() } };
}
if (report.error !== undefined || report.vulnerabilities === undefined || report.metadata === undefined) {
  const reason = report.error?.summary || report.message || "no report";
  console.log(`Known vulnerabilities: unknown; the registry does not answer (${String(reason).split("\n")[0].replace(/ - .*/, "")}).`);
  process.exit(3);
}
const published = new Set(bundledPackages(root));
let isBad = false;
for (const [name, { severity, via, isDirect }] of Object.entries(report.vulnerabilities)) {
  const concerns = published.has(name);
  const said = via.map((one) => (typeof one === "string" ? one : one.title)).join("; ");
  console.log(`${severity} ${name}${concerns ? " (published)" : isDirect ? " (a tool of this workspace)" : ""}: ${said}`);
  if (concerns && ["high", "critical"].includes(severity)) isBad = true;
}
console.log(
  `Known vulnerabilities: ${Object.keys(report.vulnerabilities).length} in ${report.metadata.dependencies?.total ?? "?"} packages, published ones are marked.`,
);
process.exit(isBad ? 1 : 0);
