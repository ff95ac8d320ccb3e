// Trees read object by object: of a commit of which few files are wanted, or two that differ in few, a listing of all would cost more.
import { fromBytes, repoPath, toBytes, type RepoPath } from "../text/index.js";
import type { FileEntry } from "../tree/index.js";
import type { Change } from "./git-history.js";
import { kindOfMode } from "./mode.js";
import type { ObjectReader } from "./objects.js";

/** `name` holds bytes as Latin-1, as trees are sorted; a folder's ends in `/`, as if it were sorted by that. */
interface TreeEntry {
  readonly name: string;
  readonly mode: string;
  readonly id: string;
}

/** The mode that git shows: trees of old have others (git: `canon_mode`). */
function canonicalMode(written: string): string {
  const mode = Number.parseInt(written, 8);
  const type = mode & 0o170000;
  if (type === 0o100000) return (mode & 0o100) === 0 ? "100644" : "100755";
  return type === 0o120000 ? "120000" : type === 0o040000 ? "040000" : "160000";
}

/** Reads a tree object: `mode SP name NUL id` again and again; undefined where it is not whole. */
function parseTree(bytes: Buffer, idLength: number): readonly TreeEntry[] | undefined {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space + 1);
    if (space === -1 || end === -1 || end + 1 + idLength > bytes.length) return undefined;
    const mode = canonicalMode(bytes.toString("latin1", at, space));
    const name = bytes.toString("latin1", space + 1, end);
    at = end + 1 + idLength;
    entries.push({ name: mode === "040000" ? `${name}/` : name, mode, id: bytes.toString("hex", end + 1, at) });
  }
  return entries;
}

const bytesOf = (path: string): string => Buffer.from(toBytes(path)).toString("latin1");
const pathOf = (bytes: string): RepoPath => repoPath(fromBytes(Buffer.from(bytes, "latin1")));

/** A file of a tree: never a folder. */
export type TreeFile = FileEntry & { readonly id: string };

/** What asks for too much, or for an object that git does not have: the caller asks git itself. */
export const tooMuch = Symbol("too much");

function joined<T>(parts: readonly (readonly T[] | typeof tooMuch)[]): T[] | typeof tooMuch {
  const all: T[] = [];
  for (const part of parts) {
    if (part === tooMuch) return tooMuch;
    for (const one of part) all.push(one);
  }
  return all;
}

export interface TreeReader {
  /** The file at a path below the tree that `root` names (`COMMIT^{tree}`); undefined where there is none. */
  fileAt(root: string, path: RepoPath): Promise<TreeFile | undefined | typeof tooMuch>;
  /** The files in a folder and below it. */
  filesBelow(root: string, folder: string): Promise<readonly TreeFile[] | typeof tooMuch>;
  /** As `diff-tree -r --raw --no-renames` tells, in its order. */
  difference(from: string, to: string): Promise<readonly Change[] | typeof tooMuch>;
}

/** Trees that one question may read. */
const mostTrees = 500;

/** A reader of trees. What it read it keeps. */
export function treeReader(read: ObjectReader, idLength: number): TreeReader {
  const zeros = "00".repeat(idLength);
  const known = new Map<string, Promise<readonly TreeEntry[] | undefined>>();
  const entriesOf = (name: string): Promise<readonly TreeEntry[] | undefined> => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const made = read(name).then((bytes) => (bytes === undefined ? undefined : parseTree(bytes, idLength)));
    known.set(name, made);
    return made;
  };
  const fileOf = ({ mode, id }: TreeEntry, path: RepoPath): TreeFile => ({ path, kind: kindOfMode(mode), id, tracked: true });

  /** The tree at a folder; "" where there is none. */
  const treeAt = async (root: string, folder: string): Promise<string | typeof tooMuch> => {
    let at = root;
    for (const name of folder.split("/")) {
      const entries = await entriesOf(at);
      if (entries === undefined) return tooMuch;
      const found = entries.find((one) => one.name === `${name}/`);
      if (found === undefined) return "";
      at = found.id;
    }
    return at;
  };

  const below = async (tree: string, prefix: string, budget: { left: number }): Promise<TreeFile[] | typeof tooMuch> => {
    const entries = budget.left-- > 0 ? await entriesOf(tree) : undefined;
    if (entries === undefined) return tooMuch;
    const parts = await Promise.all(
      entries.map((entry) =>
        entry.name.endsWith("/") ? below(entry.id, `${prefix}${entry.name}`, budget) : [fileOf(entry, pathOf(`${prefix}${entry.name}`))],
      ),
    );
    return joined(parts);
  };

  const one = (status: Change["status"], path: string, old: TreeEntry | undefined, now: TreeEntry | undefined): Change => ({
    status,
    path: pathOf(path),
    oldMode: old?.mode ?? "000000",
    newMode: now?.mode ?? "000000",
    oldId: old?.id ?? zeros,
    newId: now?.id ?? zeros,
  });

  /** The changes between two trees, of which one may be missing. */
  const between = async (from: string | undefined, to: string | undefined, prefix: string, budget: { left: number }): Promise<Change[] | typeof tooMuch> => {
    budget.left -= 2;
    if (budget.left < 0) return tooMuch;
    const [before, after] = await Promise.all([from === undefined ? [] : entriesOf(from), to === undefined ? [] : entriesOf(to)]);
    if (before === undefined || after === undefined) return tooMuch;
    const parts: (Promise<Change[] | typeof tooMuch> | Change[])[] = [];
    const compare = (old: TreeEntry | undefined, now: TreeEntry | undefined): void => {
      if (old?.id === now?.id && old?.mode === now?.mode) return;
      const name = `${prefix}${(old ?? now)?.name ?? ""}`;
      if (name.endsWith("/")) parts.push(between(old?.id, now?.id, name, budget));
      else if (old === undefined || now === undefined) parts.push([one(now === undefined ? "D" : "A", name, old, now)]);
      else parts.push([one(old.mode.slice(0, 3) === now.mode.slice(0, 3) ? "M" : "T", name, old, now)]);
    };
    for (let left = 0, right = 0; left < before.length || right < after.length;) {
      const old = before[left];
      const now = after[right];
      const isOld = old !== undefined && (now === undefined || old.name <= now.name);
      const isNow = now !== undefined && (old === undefined || now.name <= old.name);
      compare(isOld ? old : undefined, isNow ? now : undefined);
      if (isOld) left++;
      if (isNow) right++;
    }
    return joined(await Promise.all(parts));
  };

  return {
    async fileAt(root, path) {
      const name = bytesOf(path);
      const slash = name.lastIndexOf("/");
      const tree = slash === -1 ? root : await treeAt(root, name.slice(0, slash));
      if (tree === tooMuch || tree === "") return tree === "" ? undefined : tooMuch;
      const entries = await entriesOf(tree);
      if (entries === undefined) return tooMuch;
      const found = entries.find((entry) => entry.name === name.slice(slash + 1));
      return found === undefined ? undefined : fileOf(found, path);
    },
    async filesBelow(root, folder) {
      const name = bytesOf(folder);
      const tree = await treeAt(root, name);
      return tree === tooMuch ? tooMuch : tree === "" ? [] : below(tree, `${name}/`, { left: mostTrees });
    },
    difference: (from, to) => between(from, to, "", { left: mostTrees }),
  };
}
