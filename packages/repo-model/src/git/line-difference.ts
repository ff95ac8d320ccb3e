// Which lines of a text are new against an older one (Myers, O(ND), on lines; far apart texts count as wholly new).

/** A run of new lines: its first line in the new text, from 1, and the text with its line ends. */
export interface LineBlock {
  readonly line: number;
  readonly text: string;
}

const mostEdits = 4000;

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** For each line of `b`, whether it is kept from `a`. */
export function keptLines(a: readonly string[], b: readonly string[]): boolean[] {
  const kept = Array.from<boolean>({ length: b.length }).fill(false);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) kept[start++] = true;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    kept[--endB] = true;
  }
  const rows = endA - start;
  const columns = endB - start;
  if (rows === 0 || columns === 0) return kept;
  const limit = Math.min(rows + columns, mostEdits);
  const reach = new Int32Array(2 * limit + 3);
  const trace: Int32Array[] = [];
  const offset = limit + 1;
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(reach.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && (reach[offset + diagonal - 1] ?? 0) < (reach[offset + diagonal + 1] ?? 0));
      let x = down ? (reach[offset + diagonal + 1] ?? 0) : (reach[offset + diagonal - 1] ?? 0) + 1;
      let y = x - diagonal;
      while (x < rows && y < columns && a[start + x] === b[start + y]) {
        x++;
        y++;
      }
      reach[offset + diagonal] = x;
      if (x >= rows && y >= columns) {
        markKept(trace, edits, rows, columns, (line) => (kept[start + line] = true));
        return kept;
      }
    }
  }
  return kept;
}

/** Walks the trace back and marks the lines on its diagonals. */
function markKept(trace: readonly Int32Array[], edits: number, rows: number, columns: number, mark: (line: number) => void): void {
  let x = rows;
  let y = columns;
  for (let step = edits; step > 0; step--) {
    const reach = trace[step] ?? new Int32Array();
    const at = (diagonal: number): number => reach[diagonal + step + 1] ?? 0;
    const diagonal = x - y;
    const down = diagonal === -step || (diagonal !== step && at(diagonal - 1) < at(diagonal + 1));
    const previous = down ? diagonal + 1 : diagonal - 1;
    const fromX = at(previous);
    const fromY = fromX - previous;
    while (x > fromX && y > fromY && x > 0 && y > 0 && !(x - 1 < fromX || y - 1 < fromY)) {
      x--;
      y--;
      mark(y);
    }
    x = fromX;
    y = fromY;
  }
  while (x > 0 && y > 0) {
    x--;
    y--;
    mark(y);
  }
}

/** The blocks of lines that `after` has and `before` has not. */
export function addedBlocks(before: string, after: string): LineBlock[] {
  const lines = splitLines(after);
  const kept = keptLines(splitLines(before), lines);
  const blocks: LineBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (kept[at] === true) continue;
    const first = at;
    while (at + 1 < lines.length && kept[at + 1] !== true) at++;
    blocks.push({ line: first + 1, text: lines.slice(first, at + 1).join("") });
  }
  return blocks;
}
