// Texts in three quotes that document a program: Python's (PEP 257) and Elixir's. What they print is shown, not used.
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
