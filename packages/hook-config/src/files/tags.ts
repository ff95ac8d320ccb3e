// Tags of files: what a file is by its kind, name, first line and bytes. Source: identify 2.6.20, identify.py.
import { nearest } from "@caio/repo-model/config";
import { endings, interpreters, names, unsureEndings } from "../data/file-tags.js";

type Rows = readonly (readonly [tags: string, names: string])[];
/** What names give which tags: read when it is first asked for, since most configurations name no type. */
function table(rows: Rows): () => ReadonlyMap<string, readonly string[]> {
  let made: ReadonlyMap<string, readonly string[]> | undefined;
  return () => (made ??= new Map(rows.flatMap(([tags, all]) => all.split(" ").map((name) => [name, tags.split(" ")] as const))));
}

const byEnding = table(endings);
const byUnsureEnding = table(unsureEndings);
const byName = table(names);
const byInterpreter = table(interpreters);

const kindTags = ["directory", "symlink", "socket", "file", "executable", "non-executable", "text", "binary"];
let known: ReadonlySet<string> | undefined;
const knownTags = (): ReadonlySet<string> =>
  (known ??= new Set([...kindTags, ...[byEnding, byUnsureEnding, byName, byInterpreter].flatMap((one) => [...one().values()].flat())]));

export const isKnownTag = (tag: string): boolean => knownTags().has(tag);
export const nearestTag = (tag: string): string | undefined => nearest(tag, [...knownTags()]);

/** Tags that a name gives. */
export function tagsOfName(path: string): ReadonlySet<string> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const found = new Set<string>();
  for (const part of [name, ...name.split(".")]) {
    const tags = byName().get(part);
    if (tags === undefined) continue;
    for (const tag of tags) found.add(tag);
    break;
  }
  // A leading run of dots belongs to the name: `.gitignore` has no ending.
  const dot = name.lastIndexOf(".");
  const letters = /[^.]/.test(name.slice(0, Math.max(dot, 0))) ? name.slice(dot + 1).toLowerCase() : "";
  for (const tag of letters === "" ? [] : (byEnding().get(letters) ?? byUnsureEnding().get(letters) ?? [])) found.add(tag);
  return found;
}

/** Tags of what a first line `#!` runs: `python3.11`, then `python3`, then `python`. */
function tagsOfInterpreter(path: string): readonly string[] {
  for (let name = path.slice(path.lastIndexOf("/") + 1); name !== ""; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
    const tags = byInterpreter().get(name);
    if (tags !== undefined) return tags;
  }
  return [];
}

function words(line: string): readonly string[] {
  const plain = line
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  return /["'\\]/.test(line) ? plain.map((word) => word.replace(/["']/g, "")) : plain;
}

/** The command of a first line `#!`; empty where there is none. */
function shebang(head: Uint8Array): readonly string[] {
  if (head[0] !== 0x23 || head[1] !== 0x21) return [];
  const end = head.indexOf(10);
  const line = Buffer.from(head.subarray(2, end === -1 ? head.length : end)).toString("latin1");
  if (/[^\t\n\v\f\r -~]/.test(line)) return [];
  const all = words(line);
  if (all[0] === "/usr/bin/env") return all.slice(all[1] === "-S" ? 2 : 1);
  return all;
}

/** Whether the first KiB holds text, as identify judges. */
function isText(head: Uint8Array): boolean {
  return head.subarray(0, 1024).every((byte) => (byte >= 7 && byte <= 13) || byte === 27 || (byte >= 0x20 && byte !== 0x7f));
}

export interface TaggedFile {
  readonly path: string;
  readonly kind: "file" | "executable" | "link" | "submodule";
  readonly tags: ReadonlySet<string>;
  /** Whether these are all of its tags. */
  readonly isSure: boolean;
}

/** Whether the bytes are needed to know a file's tags. */
export function needsBytes(path: string): boolean {
  const tags = tagsOfName(path);
  return !tags.has("text") && !tags.has("binary");
}

/** All tags of a file; `head` is its beginning, where `needsBytes` asks for it. */
export function tagsOf(path: string, kind: "file" | "executable" | "link" | "submodule", head: Uint8Array | undefined): ReadonlySet<string> {
  if (kind === "link") return new Set(["symlink"]);
  if (kind === "submodule") return new Set(["directory"]);
  const tags = new Set(["file", kind === "executable" ? "executable" : "non-executable"]);
  const named = tagsOfName(path);
  for (const tag of named) tags.add(tag);
  if (head === undefined) return tags;
  if (named.size === 0 && kind === "executable") for (const tag of tagsOfInterpreter(shebang(head)[0] ?? "")) tags.add(tag);
  if (!tags.has("text") && !tags.has("binary")) tags.add(isText(head) ? "text" : "binary");
  return tags;
}
