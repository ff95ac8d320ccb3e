// HEAD's commit, read from its files where they surely say what git would; a process for it costs as much as reading a small repository.
import { join } from "node:path";
import { textOf, type GitFolders } from "./folders.js";

const id = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/**
 * The id that HEAD names: itself, or the branch's (gitrepository-layout). A loose ref holds before a packed one. Undefined where only git can tell:
 * no commit yet, a ref that names another, refs in a table (reftable), a HEAD that names no branch.
 */
export function headCommit({ own, common }: GitFolders): string | undefined {
  const head = textOf(join(own, "HEAD")).trim();
  if (id.test(head)) return head;
  const ref = /^ref: (refs\/heads\/[^\0\n]+)$/.exec(head)?.[1];
  // What `..` would lead to is no branch, and git says so.
  if (ref === undefined || ref.split("/").some((part) => part === "" || part.startsWith("."))) return undefined;
  const loose = textOf(join(common, ref)).trim();
  if (loose !== "") return id.test(loose) ? loose : undefined;
  const packed = textOf(join(common, "packed-refs"));
  const at = packed.startsWith("#") ? packed.indexOf(` ${ref}\n`) : -1;
  const line = at === -1 ? "" : packed.slice(packed.lastIndexOf("\n", at) + 1, at);
  return id.test(line) ? line : undefined;
}
