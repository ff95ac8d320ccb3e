// Which shapes of repository isomorphic-git reads right; any other is named, never read wrong.
import { promises } from "node:fs";
import { join } from "node:path";
import { RepoError } from "../text/index.js";
import type { GitFolders } from "./folders.js";

const read = async (path: string): Promise<string> => promises.readFile(path, "utf8").catch(() => "");
const isThere = async (path: string): Promise<boolean> =>
  promises.access(path).then(
    () => true,
    () => false,
  );

function unsupported(shape: string): RepoError {
  return new RepoError("GIT_UNSUPPORTED", `Without native git a repository with ${shape} cannot be read.`, { hint: "Install git and put it on PATH." });
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
