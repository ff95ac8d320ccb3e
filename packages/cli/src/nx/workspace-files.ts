// Files of a workspace as the plugin reads them. What is wrong with one is told by Nx.
import { readFileSync } from "node:fs";
import { isRecord, parseJson, type JsonMap } from "../json.js";

/** Undefined for a file that cannot be read. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Empty for a file that cannot be read, or holds no map. */
export function readJson(path: string): JsonMap {
  const value = parseJson(readText(path) ?? "");
  return isRecord(value) ? value : {};
}
