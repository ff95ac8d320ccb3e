// A repository in memory, for tests of rules.
import type { Repository } from "@caio/repo-model/git";
import { memoryTree } from "@caio/repo-model/tree";

/** A repository without git whose files are `files`, by path. */
export function memoryRepo(files: Readonly<Record<string, string | Uint8Array>>): Repository {
  return { root: "/memory", files: memoryTree(files) };
}
