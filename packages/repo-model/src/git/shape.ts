// Which shapes of repository isomorphic-git reads right; any other is named, never read wrong.
import { promises } from "node:fs";
import { join } from "node:path";
import { RepoError } from "../text/index.js";
import type { GitFolders } from "./read-only-fs.js";

const read = async (path: string): Promise<string> => promises.readFile(path, "utf8").catch(() => "");
const isThere = async (path: string): Promise<boolean> =>
  promises.access(path).then(
    () => true,
    () => false,
  );

function unsupported(shape: string): RepoError {
  return new RepoError("GIT_UNSUPPORTED", `Without native git a repository with ${shape} cannot be read.`, { hint: "Install git and put it on PATH." });
}

/** Signatures of index extensions that must be understood to read it: they begin with a lower-case letter. */
function requiredExtension(index: Buffer): string | undefined {
  for (const [signature, shape] of [
    ["link", "a split index"],
    ["sdir", "a sparse index"],
  ] as const) {
    for (let at = index.indexOf(signature, 12, "latin1"); at !== -1; at = index.indexOf(signature, at + 1, "latin1")) {
      // An extension ends where the next one or the checksum begins.
      const end = at + 8 + index.readUInt32BE(at + 4);
      if (end === index.length - 20 || /^[A-Za-z]{4}$/.test(index.toString("latin1", end, end + 4))) return shape;
    }
  }
  return undefined;
}

/** Throws GIT_UNSUPPORTED, naming the shape. */
export async function checkShape(folders: GitFolders): Promise<void> {
  const config = await read(join(folders.common, "config"));
  if (/objectformat\s*=\s*sha256/i.test(config)) throw unsupported("SHA-256 objects");
  if (/refstorage\s*=\s*reftable/i.test(config)) throw unsupported("the reftable format of refs");
  if (/promisor\s*=\s*true|partialclonefilter/i.test(config)) throw unsupported("objects left out by a partial clone");
  if (await isThere(join(folders.common, "objects", "info", "alternates"))) throw unsupported("objects in another repository (alternates)");
  const replaced = await promises.readdir(join(folders.common, "refs", "replace")).catch(() => []);
  if (replaced.length > 0 || /refs\/replace\//.test(await read(join(folders.common, "packed-refs")))) throw unsupported("replaced objects");
}

/** Throws GIT_UNSUPPORTED for an index that isomorphic-git would read wrong. */
export async function checkIndex(folders: GitFolders): Promise<void> {
  const index = await promises.readFile(folders.index).catch(() => undefined);
  if (index === undefined || index.length < 32) return;
  const version = index.readUInt32BE(4);
  if (version !== 2 && version !== 3) throw unsupported(`an index of version ${version}`);
  const extension = requiredExtension(index);
  if (extension !== undefined) throw unsupported(extension);
}
