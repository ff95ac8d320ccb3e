// What lies in the repository, as `init` asks for it.
import { child, parseData, type DataNode } from "@caio/repo-model/data";
import { repoPath, type Edit, type RepoPath } from "@caio/repo-model/text";
import type { FileTree } from "@caio/repo-model/tree";

/** A data file that was read without a fault. */
export interface DataFile {
  readonly path: RepoPath;
  readonly text: string;
  readonly root: DataNode | undefined;
  /** The line end that it uses. */
  readonly end: "\n" | "\r\n";
}

export interface Look {
  has(path: string): boolean;
  /** The paths below a folder. */
  below(folder: string): readonly RepoPath[];
  text(path: string): Promise<string | undefined>;
  /** Undefined where the file is not there or cannot be read: then nothing is offered for it. */
  data(path: string): Promise<DataFile | undefined>;
}

/** Reads a text as data; undefined where it has a fault. */
export async function readData(path: string, text: string): Promise<DataFile | undefined> {
  const document = await parseData(path, text);
  if (document === undefined || document.problems.length > 0) return undefined;
  return { path: repoPath(path), text, root: document.root, end: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** Looks at a tree. */
export async function lookAt(files: FileTree): Promise<Look> {
  const paths = (await files.list()).filter(({ kind }) => kind === "file" || kind === "executable").map(({ path }) => path);
  const all = new Set<string>(paths);
  const text = async (path: string): Promise<string | undefined> =>
    all.has(path) ? (await files.text(repoPath(path)).catch(() => undefined))?.text : undefined;
  return {
    has: (path) => all.has(path),
    below: (folder) => paths.filter((path) => path.startsWith(`${folder}/`)),
    text,
    async data(path) {
      const own = await text(path);
      return own === undefined ? undefined : readData(path, own);
    },
  };
}

/** Lines put in at the end of the line that holds `offset`. */
export function insertAfter({ path, text, end }: DataFile, offset: number, lines: string): Edit {
  const at = text.indexOf("\n", Math.max(0, offset - (text[offset - 1] === "\n" ? 1 : 0)));
  const body = lines.replaceAll("\n", end);
  return at === -1 ? { path, range: [text.length, text.length], text: `${end}${body}` } : { path, range: [at + 1, at + 1], text: body };
}

/** Lines put in at the end of a file, after an empty one. */
export function appendTo({ path, text, end }: DataFile, lines: string): Edit {
  const gap = text === "" || /\n\s*\n$/.test(text) ? "" : text.endsWith("\n") ? end : `${end}${end}`;
  return { path, range: [text.length, text.length], text: `${gap}${lines.replaceAll("\n", end)}` };
}

/** The blanks that stand before an offset on its line. */
export function indentAt(text: string, offset: number): string {
  const from = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(from, offset))?.[0] ?? "";
}

/** The value at keys of a map. */
export function valueAt(node: DataNode | undefined, ...keys: readonly string[]): DataNode | undefined {
  return keys.reduce<DataNode | undefined>((inner, key) => child(inner, key), node);
}

/** An entry put into a JSON object: in the order of the names, written as its neighbours are. */
export function insertJson({ path, text, end }: DataFile, map: DataNode | undefined, key: string, value: string, isSorted: boolean): Edit | undefined {
  if (map?.kind !== "map") return undefined;
  const after = isSorted ? map.entries.find((entry) => entry.key > key) : undefined;
  if (after !== undefined) {
    const from = after.keyRange[0];
    const isOwnLine = /^\s*$/.test(text.slice(text.lastIndexOf("\n", from - 1) + 1, from));
    return { path, range: [from, from], text: `${JSON.stringify(key)}: ${value},${isOwnLine ? `${end}${indentAt(text, from)}` : " "}` };
  }
  const last = map.entries.at(-1);
  if (last === undefined) {
    const inner = `${indentAt(text, map.range[0])}  `;
    const at = map.range[0] + 1;
    return { path, range: [at, at], text: `${end}${inner}${JSON.stringify(key)}: ${value}${/^\s*\n/.test(text.slice(at)) ? "" : `${end}${inner.slice(2)}`}` };
  }
  const at = last.value.range[1];
  const isOwnLine = /^\s*$/.test(text.slice(text.lastIndexOf("\n", last.keyRange[0] - 1) + 1, last.keyRange[0]));
  return { path, range: [at, at], text: `,${isOwnLine ? `${end}${indentAt(text, last.keyRange[0])}` : " "}${JSON.stringify(key)}: ${value}` };
}

/** An item put at the end of a JSON list, written as its neighbours are. */
export function appendJson({ path, text, end }: DataFile, list: DataNode, value: string): Edit | undefined {
  if (list.kind !== "list") return undefined;
  const last = list.items.at(-1);
  if (last === undefined) return { path, range: [list.range[0] + 1, list.range[0] + 1], text: value };
  const at = last.range[1];
  const isOwnLine = /^\s*$/.test(text.slice(text.lastIndexOf("\n", last.range[0] - 1) + 1, last.range[0]));
  return { path, range: [at, at], text: `,${isOwnLine ? `${end}${indentAt(text, last.range[0])}` : " "}${value}` };
}
