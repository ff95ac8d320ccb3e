// The checks of the workspace: whatever a package exports that is one.
import { readdirSync, readFileSync } from "node:fs";
import type { Check } from "@caio/repo-model/check";

/** A check with the folder of its package, relative to the workspace's root. */
export interface PackagedCheck {
  readonly check: Check;
  readonly folder: string;
}

function isCheck(value: unknown): value is Check {
  if (typeof value !== "object" || value === null) return false;
  const { name, rules, documents, judge } = value as Partial<Check>;
  return typeof name === "string" && Array.isArray(rules) && documents instanceof URL && typeof judge === "function";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Imports each package that has a main export, and takes its checks, by name. */
export async function findChecks(root: string): Promise<readonly PackagedCheck[]> {
  const found: PackagedCheck[] = [];
  for (const folder of readdirSync(`${root}/packages`).toSorted()) {
    const manifest: unknown = JSON.parse(readFileSync(`${root}/packages/${folder}/package.json`, "utf8"));
    if (!isObject(manifest) || !isObject(manifest["exports"]) || manifest["exports"]["."] === undefined) continue;
    const module: unknown = await import(String(manifest["name"]));
    if (!isObject(module)) continue;
    for (const check of Object.values(module)) if (isCheck(check)) found.push({ check, folder: `packages/${folder}` });
  }
  return found.toSorted((a, b) => (a.check.name < b.check.name ? -1 : 1));
}
