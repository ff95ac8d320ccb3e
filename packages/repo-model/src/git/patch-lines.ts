// Reads `-p -U0` output as a stream of bytes: which lines each path gains. Combined differences of merges included.
import { fromBytes, repoPath, type RepoPath } from "../text/index.js";
import { addedStore } from "./added-store.js";
import type { AddedBytes, PastCommit, CommitMessage } from "./git-history.js";
import { hunkHead } from "./hunk-head.js";

/** Undoes git's C-style quoting of a name (`"a\tb\303\244"`), given as Latin-1; returns the name as text. */
export function unquoteName(name: string): string {
  if (!name.startsWith('"')) return /[^\0-\x7f]/.test(name) ? fromBytes(Buffer.from(name, "latin1")) : name;
  const escapes: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", '"': '"', "\\": "\\" };
  const raw = name
    .slice(1, -1)
    .replace(/\\([0-7]{3}|.)/g, (_all, code: string) => (/^[0-7]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code)));
  return fromBytes(Buffer.from(raw, "latin1"));
}

/** What begins a commit in the stream: a line that no patch can hold, then the message up to a NUL, which no message can hold. */
export interface CommitHead {
  readonly prefix: string;
  /** Reads the line, given as Latin-1; undefined where neither the commit nor what follows is to be read. */
  parse(line: string): PastCommit | undefined;
}

/** What a path gains is given in parts of about this many bytes. */
const mostAtOnce = 16 * 1024 * 1024;
/** Lines above it are cut there, and said to be. */
const longestLine = 64 * 1024 * 1024;
const [newline, backslash, plus, minus, space, sign, letterB, letterD] = [10, 92, 43, 45, 32, 64, 66, 100];

/** So far a line's end is looked for byte by byte: most lines are shorter, and to ask for it costs more than they do. */
const shortLine = 160;

/** Where the line that goes on at `from` ends; -1 where it does in no byte of the chunk. */
function lineEnd(chunk: Buffer, from: number): number {
  const near = Math.min(chunk.length, from + shortLine);
  for (let at = from; at < near; at++) if (chunk[at] === newline) return at;
  return near === chunk.length ? -1 : chunk.indexOf(newline, near);
}

/** Where the stream is: in a line of a header or a commit's message, at or in a line of a hunk, or behind all that is to be read. */
type State = "header" | "message" | "marks" | "added" | "passed" | "ended";

/**
 * A file's lines are given when the next file or commit begins, those of a large one in parts; the message of a commit before its lines.
 * The bytes of a part hold until the next part is asked for.
 */
export async function* readPatches(...args: Parameters<typeof patchesByChunk>): AsyncIterable<AddedBytes | CommitMessage> {
  for await (const parts of patchesByChunk(...args)) yield* parts;
}

/** The same, what each chunk ends at once, where it ends something: it holds until the next is asked for. */
export async function* patchesByChunk(
  chunks: AsyncIterable<Uint8Array>,
  head?: CommitHead,
  limits: { readonly part?: number; readonly line?: number } = {},
): AsyncIterable<readonly (AddedBytes | CommitMessage)[]> {
  const reader = patchReader(head, limits.part ?? mostAtOnce, limits.line ?? longestLine);
  for await (const chunk of chunks) {
    reader.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    const parts = reader.take();
    if (parts.length > 0) yield parts;
    if (reader.isEnded()) return;
  }
  reader.end();
  yield reader.take();
}

function patchReader(
  head: CommitHead | undefined,
  partSize: number,
  lineSize: number,
): { push(chunk: Buffer): void; end(): void; isEnded(): boolean; take(): readonly (AddedBytes | CommitMessage)[] } {
  const store = addedStore(lineSize);
  const headByte = head?.prefix.charCodeAt(0);
  let done: (AddedBytes | CommitMessage)[] = [];
  let commit: PastCommit | undefined;
  let path: RepoPath | undefined;
  let isBinary = false;
  let state: State = "header";
  // What of a header or message the chunks before held.
  let parts: Buffer[] = [];
  // Lines of the hunk still to come, by side; a combined hunk has several old sides.
  let oldLeft: number[] = [];
  let newLeft = 0;
  let line = 0;
  // Marks read of the line so far: how many, and whether one says that the line was removed, or that a parent has it.
  let marks = 0;
  let isRemoved = false;
  let isOwn = true;
  let isRemark = false;

  const hasLines = (): boolean => newLeft > 0 || oldLeft.some((left) => left > 0);
  const takePart = (): void => {
    const part = store.take();
    if (path !== undefined) done.push({ path, ...part, isBinary, ...(commit === undefined ? {} : { commit }) });
  };
  const endFile = (): void => {
    takePart();
    path = undefined;
    isBinary = false;
    oldLeft = [];
    newLeft = 0;
  };
  /** Reads a line outside of hunks. Most say nothing that is needed, by their first byte: no text is made of them. */
  const readHeader = (bytes: Buffer, from: number, end: number): void => {
    const first = bytes[from];
    if (first === backslash) store.dropNewline();
    else if (first === sign) readHunk(bytes, from, end);
    else if (first === letterD || first === plus || first === letterB || first === headByte) readNamed(bytes.toString("latin1", from, end));
  };
  const readNamed = (text: string): void => {
    if (head !== undefined && text.startsWith(head.prefix)) {
      endFile();
      commit = head.parse(text);
      state = commit === undefined ? "ended" : "message";
    } else if (text.startsWith("diff --")) {
      endFile();
      const combined = text.startsWith("diff --git ") ? undefined : /^diff --(?:cc|combined) (.*)$/.exec(text)?.[1];
      if (combined !== undefined) path = repoPath(unquoteName(combined));
    } else if (text.startsWith("+++ ")) {
      // A name with a space is followed by a tab.
      const name = text.endsWith("\t") ? text.slice(4, -1) : text.slice(4);
      if (name !== "/dev/null") path = repoPath(unquoteName(name).replace(/^b\//, ""));
    } else if (text.startsWith("Binary files ")) {
      isBinary = true;
      const name = / and (?:(?:"b\/((?:[^"\\]|\\.)*)")|b\/(.*)) differ$/.exec(text);
      if (name !== null) path ??= repoPath(unquoteName(name[1] === undefined ? (name[2] ?? "") : `"${name[1]}"`));
    }
  };
  const readHunk = (bytes: Buffer, from: number, end: number): void => {
    const hunk = hunkHead(bytes, from, end);
    if (hunk === undefined) return;
    store.endBlock();
    oldLeft = hunk.old;
    newLeft = hunk.count;
    line = hunk.line;
    if (hasLines()) beginLine();
  };
  const beginLine = (): void => {
    state = "marks";
    marks = 0;
    isRemoved = false;
    isOwn = true;
    isRemark = false;
  };
  /** Reads the marks of a line from `at` on; returns where they end in this chunk. */
  const readMarks = (chunk: Buffer, from: number): number => {
    let at = from;
    for (; at < chunk.length && marks < oldLeft.length && chunk[at] !== newline; at++, marks++) {
      const mark = chunk[at];
      if (marks === 0 && mark === backslash) {
        isRemark = true;
        break;
      }
      if (mark !== plus) isOwn = false;
      if (mark === minus) isRemoved = true;
      markedBy[marks] = mark ?? space;
    }
    if (at < chunk.length) endMarks();
    return at;
  };
  const markedBy: number[] = [];
  const endMarks = (): void => {
    state = "passed";
    if (isRemark) return;
    for (let side = 0; side < oldLeft.length; side++) {
      const mark = side < marks ? markedBy[side] : undefined;
      if (mark === (isRemoved ? minus : space)) oldLeft[side] = (oldLeft[side] ?? 0) - 1;
    }
    // In a merge, a line is its own where it differs from every parent; with one side, `+` is all there is.
    if (!isRemoved && isOwn && marks === oldLeft.length) {
      store.beginLine(line);
      state = "added";
    } else store.endBlock();
  };
  const endLine = (): void => {
    if (state === "added") store.endLine();
    if (!isRemark && !isRemoved) {
      newLeft--;
      line++;
    }
    if (store.size() > partSize) takePart();
    if (hasLines()) beginLine();
    else state = "header";
  };
  /** What stands from `from` to `end`, with what the chunks before held of it. */
  const whole = (chunk: Buffer, from: number, end: number): Buffer => {
    const last = chunk.subarray(from, end);
    if (parts.length === 0) return last;
    const all = Buffer.concat([...parts, last]);
    parts = [];
    return all;
  };
  /** Keeps what is left of a chunk for later, where it does not end what is read. */
  const keep = (chunk: Buffer, from: number): void => void parts.push(Buffer.from(chunk.subarray(from)));
  return {
    push(chunk) {
      store.restart();
      for (let at = 0; at < chunk.length;) {
        if (state === "ended") return;
        if (state === "marks") at = readMarks(chunk, at);
        else if (state === "message") {
          const end = chunk.indexOf(0, at);
          if (end === -1) return keep(chunk, at);
          if (commit !== undefined) done.push({ commit, message: fromBytes(whole(chunk, at, end)).trimEnd() });
          state = "header";
          at = end + 1;
        } else if (state === "header") {
          const end = lineEnd(chunk, at);
          if (end === -1) return keep(chunk, at);
          if (parts.length === 0) readHeader(chunk, at, end);
          else {
            const all = whole(chunk, at, end);
            readHeader(all, 0, all.length);
          }
          at = end + 1;
        } else {
          const end = lineEnd(chunk, at);
          if (state === "added") store.add(chunk, at, end === -1 ? chunk.length : end);
          if (end === -1) return;
          endLine();
          at = end + 1;
        }
      }
    },
    end() {
      store.restart();
      if (state === "added") store.endLine();
      if (state === "header" && parts.length > 0) {
        const last = Buffer.concat(parts);
        readHeader(last, 0, last.length);
      }
      endFile();
    },
    isEnded: () => state === "ended",
    take() {
      const taken = done;
      done = [];
      return taken;
    },
  };
}
