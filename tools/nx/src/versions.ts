// The versions of Nx that the plugin is tried with: the workspace's own, and in the long form (`npm run nx-versions`) the newest of each major one.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A version of Nx, and the folder whose `node_modules` holds it. */
export interface NxVersion {
  readonly version: string;
  install(): string;
}

export const workspace = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");

/** Installs a version from the registry, alone in a folder; CAIO_NX_FOLDER may name one that holds some already, as `20.8.4/node_modules`. */
function installed(version: string): string {
  const kept = process.env["CAIO_NX_FOLDER"];
  if (kept !== undefined && existsSync(join(kept, version))) return join(kept, version);
  const at = mkdtempSync(join(tmpdir(), `caio-nx-${version}-`));
  writeFileSync(join(at, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", `nx@${version}`], { cwd: at, stdio: ["ignore", "ignore", "pipe"] });
  return at;
}

const majors = ["20.8.4", "21.6.11", "22.7.12", "23.3.2", "24.0.6"];

export const isFull = process.env["CAIO_NX"] === "full";

export const versions: readonly NxVersion[] = isFull
  ? majors.map((version) => ({ version, install: () => installed(version) }))
  : [{ version: "of this workspace", install: () => workspace }];
