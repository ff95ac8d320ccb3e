// Texts that document a program: in three quotes Python's (PEP 257) and Elixir's, and comments of which a tool makes pages. What they print is shown, not used.
import type { Blob } from "../detect/candidate.js";

const documented = /\.(?:pyi?|exs?)$/i;
/** Where a statement begins, or Elixir's attribute of documentation. */
const statement = /(?:^|\n)[ \t]{0,80}(?:@(?:module|type)?doc[ \t]{1,8}(?:~[sS])?|[rRuU]{1,2})?$/;

const read = new WeakMap<Blob, readonly (readonly [start: number, end: number])[]>();

/** The ranges of a text's docstrings, in their order; linear. */
function docstringsOf(text: string): (readonly [start: number, end: number])[] {
  const found: (readonly [start: number, end: number])[] = [];
  const opening = /"""|'''/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const close = text.indexOf(match[0], opening.lastIndex);
    const end = close === -1 ? text.length : close;
    if (statement.test(text.slice(Math.max(0, match.index - 120), match.index))) found.push([match.index, end]);
    if (close === -1) break;
    opening.lastIndex = close + 3;
  }
  return found;
}

/** Whether an offset stands in a docstring. */
export function isInDocstring(blob: Blob, at: number): boolean {
  if (!documented.test(blob.path)) return false;
  let ranges = read.get(blob);
  if (ranges === undefined) read.set(blob, (ranges = docstringsOf(blob.text)));
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return at < (ranges[low - 1]?.[1] ?? 0);
}

/** How far a documenting comment reaches. */
const commentReach = 3000;
/** A line of code in a Go doc comment, as gofmt writes it. */
const goCode = /^\/\/(?:\t| {2,})/;

/** Whether the Go comment around an offset documents what is declared behind it (https://go.dev/doc/comment). */
function documentsGo(text: string, at: number): boolean {
  const lines = text
    .slice(at, at + commentReach)
    .split("\n")
    .slice(1);
  const next = lines.find((line) => !line.startsWith("//"));
  return next !== undefined && /^(?:func|type|var|const|package)\b/.test(next);
}

/** A record that is no code of the language that it stands in; commented out, one of JavaScript's may be. */
const member = /^\s*"[\w.-]{1,60}"\s*:/;
const ofRecords = /\.(?:[cm]?[jt]sx?|json[5c]?|vue|svelte)$/i;

/** Whether an offset stands in a comment that documents: one of three slashes, one that two stars open, code in a Go doc comment, and a record that a comment shows. */
export function isInDocComment({ path, text }: Blob, at: number): boolean {
  // One line may have megabytes.
  const near = text.slice(Math.max(0, at - 402), at);
  const line = near.slice(near.lastIndexOf("\n") + 1);
  if (line.length > 400) return false;
  if (/^\s*\/\/[/!](?!\/)/.test(line)) return true;
  if (path.endsWith(".go") && goCode.test(line)) return documentsGo(text, at);
  const before = text.slice(Math.max(0, at - commentReach), at);
  if (member.test(line) && !ofRecords.test(path)) return before.lastIndexOf("/*") > before.lastIndexOf("*/");
  if (!/^\s*\*(?!\/)/.test(line)) return false;
  return before.lastIndexOf("/**") > before.lastIndexOf("*/");
}
