// Advisories of npm packages in OSV's format (https://ossf.github.io/osv-schema/): which of them concern the packages of a lockfile.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";

/** Whether a version lies in one of the ranges, or is named. */
function concerns(version, { ranges = [], versions = [] }) {
  if (versions.includes(version)) return true;
  return ranges.some(({ type, events = [] }) => {
    if (type !== "SEMVER" && type !== "ECOSYSTEM") return false;
    let is = false;
    for (const { introduced, fixed, last_affected: last } of events) {
      if (introduced !== undefined && (introduced === "0" || semver.gte(version, introduced))) is = true;
      if (fixed !== undefined && semver.gte(version, fixed)) is = false;
      if (last !== undefined && semver.gt(version, last)) is = false;
    }
    return is;
  });
}

/** How many files of advisories there are below a folder, and those that concern an entry of the lockfile. A withdrawn one concerns nobody. */
export function advisoriesIn(folder, lock) {
  const versions = new Map();
  for (const [path, { version, link }] of Object.entries(lock)) {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    if (path.includes("node_modules/") && link !== true && version !== undefined) versions.set(name, (versions.get(name) ?? new Set()).add(version));
  }
  const advisories = [];
  let read = 0;
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!file.endsWith(".json")) continue;
    const { id, affected, withdrawn, summary, database_specific: more } = JSON.parse(readFileSync(join(folder, file), "utf8"));
    if (!Array.isArray(affected)) continue;
    read++;
    if (withdrawn !== undefined) continue;
    for (const one of affected) {
      const name = one.package?.name;
      if (one.package?.ecosystem !== "npm" || ![...(versions.get(name) ?? [])].some((version) => concerns(version, one))) continue;
      advisories.push({ name, severity: String(more?.severity ?? "unknown").toLowerCase(), said: `${id} ${summary ?? ""}`.trim() });
      break;
    }
  }
  return { advisories, read };
}
