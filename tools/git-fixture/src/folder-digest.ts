// Whether a folder is still as it was.
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** SHA-256 over the names, modes and bytes of all that stands in a folder; times are no part of it. */
export function folderDigest(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    const stat = lstatSync(join(folder, name));
    hash.update(`${name}\0${stat.mode}\0`);
    if (stat.isFile()) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex");
}
