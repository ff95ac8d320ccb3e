// Reads `-p -U0` output as a stream: which lines each path gains. Combined differences of merges included.
import { fromBytes, repoPath, type RepoPath } from "../text/index.js";
import type { AddedLines, CommitInfo } from "./git-history.js";

type Block = { line: number; text: string };

/** Undoes git's C-style quoting of a name (`"a\tb\303\244"`), given as Latin-1; returns the name as text. */
export function unquoteName(name: string): string {
  if (!name.startsWith('"')) return fromBytes(Buffer.from(name, "latin1"));
  const escapes: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", '"': '"', "\\": "\\" };
  const raw = name
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_all, code: string) => (/^[0-7]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code)));
  return fromBytes(Buffer.from(raw, "latin1"));
}

/** What begins a commit in the stream: a line that no patch can hold. */
export interface CommitHead {
  readonly prefix: string;
  parse(line: string): CommitInfo;
}

/** What a path gains is yielded in parts of about this many bytes. */
const mostAtOnce = 16 * 1024 * 1024;

/** Lines are Latin-1, one unit a byte, without their LF. A file's lines are yielded when the next file or commit begins, those of a large one in parts. */
export async function* readPatches(lines: AsyncIterable<string>, head?: CommitHead): AsyncIterable<AddedLines> {
  let commit: CommitInfo | undefined;
  let path: RepoPath | undefined;
  let blocks: Block[] = [];
  let isBinary = false;
  // Lines of the hunk still to come, by side; a combined hunk has several old sides.
  let oldLeft: number[] = [];
  let newLeft = 0;
  let line = 0;
  let current: { line: number; parts: string[] } | undefined;
  const endBlock = (): void => {
    if (current !== undefined) blocks.push({ line: current.line, text: fromBytes(Buffer.from(current.parts.join(""), "latin1")) });
    current = undefined;
  };
  let held = 0;
  const takePart = (): AddedLines | undefined => {
    endBlock();
    const part = path === undefined ? undefined : { path, blocks, isBinary, ...(commit === undefined ? {} : { commit }) };
    blocks = [];
    held = 0;
    return part;
  };
  const endFile = (): AddedLines | undefined => {
    endBlock();
    const done = path === undefined ? undefined : { path, blocks, isBinary, ...(commit === undefined ? {} : { commit }) };
    path = undefined;
    blocks = [];
    held = 0;
    isBinary = false;
    oldLeft = [];
    newLeft = 0;
    return done;
  };
  for await (const text of lines) {
    const sides = oldLeft.length;
    if (newLeft > 0 || oldLeft.some((left) => left > 0)) {
      if (text.startsWith("\\")) continue;
      const marks = text.slice(0, sides);
      if (marks.includes("-")) {
        for (let side = 0; side < sides; side++) if (marks[side] === "-") oldLeft[side] = (oldLeft[side] ?? 0) - 1;
        endBlock();
        continue;
      }
      for (let side = 0; side < sides; side++) if (marks[side] === " ") oldLeft[side] = (oldLeft[side] ?? 0) - 1;
      newLeft--;
      // In a merge, a line is its own where it differs from every parent; with one side, `+` is all there is.
      if (marks === "+".repeat(sides)) {
        current ??= { line, parts: [] };
        current.parts.push(`${text.slice(sides)}\n`);
        held += text.length;
      } else endBlock();
      line++;
      if (held > mostAtOnce) {
        const part = takePart();
        if (part !== undefined) yield part;
      }
      continue;
    }
    if (text.startsWith("\\")) {
      const last = current?.parts.at(-1);
      if (current !== undefined && last !== undefined) current.parts[current.parts.length - 1] = last.slice(0, -1);
      continue;
    }
    if (head !== undefined && text.startsWith(head.prefix)) {
      const done = endFile();
      if (done !== undefined) yield done;
      commit = head.parse(text);
      continue;
    }
    if (text.startsWith("diff --")) {
      const done = endFile();
      if (done !== undefined) yield done;
      const combined = /^diff --(?:cc|combined) (.*)$/.exec(text)?.[1];
      if (combined !== undefined) path = repoPath(unquoteName(combined));
      continue;
    }
    if (text.startsWith("+++ ")) {
      // A name with a space is followed by a tab.
      const name = text.slice(4).replace(/\t$/, "");
      if (name !== "/dev/null") path = repoPath(unquoteName(name).replace(/^b\//, ""));
      continue;
    }
    if (text.startsWith("Binary files ")) {
      isBinary = true;
      const name = / and (?:(?:"b\/((?:[^"\\]|\\.)*)")|b\/(.*)) differ$/.exec(text);
      if (name !== null) path ??= repoPath(unquoteName(name[1] === undefined ? (name[2] ?? "") : `"${name[1]}"`));
      continue;
    }
    const hunk = /^(@@+) ((?:-\d+(?:,\d+)? )+)\+(\d+)(?:,(\d+))? @@/.exec(text);
    if (hunk !== null) {
      endBlock();
      oldLeft = (hunk[2] ?? "")
        .trim()
        .split(" ")
        .map((side) => Number(side.split(",")[1] ?? 1));
      newLeft = Number(hunk[4] ?? 1);
      line = Number(hunk[3]);
    }
  }
  const done = endFile();
  if (done !== undefined) yield done;
}
