// The head of a hunk in a patch, `@@ -1,2 +3,4 @@`, read from its bytes: a history has one for every few lines.

export interface HunkHead {
  /** How many lines it takes of each old side; a combined difference has several. */
  readonly old: number[];
  /** The first new line, and how many there are. */
  readonly line: number;
  readonly count: number;
}

const [space, plus, comma, minus, at] = [32, 43, 44, 45, 64];
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** The head that begins at `from`; undefined where there is none. */
export function hunkHead(bytes: Uint8Array, from: number, end: number): HunkHead | undefined {
  let next = from;
  /** Reads a number; -1 where there is none. */
  const number = (): number => {
    if (next >= end || !isDigit(bytes[next])) return -1;
    let value = 0;
    for (; next < end && isDigit(bytes[next]); next++) value = value * 10 + (bytes[next] as number) - 48;
    return value;
  };
  const skips = (byte: number): boolean => next < end && bytes[next] === byte && next++ >= 0;
  while (skips(at));
  if (next - from < 2 || !skips(space)) return undefined;
  const old: number[] = [];
  while (skips(minus)) {
    const first = number();
    const count = skips(comma) ? number() : 1;
    if (first < 0 || count < 0 || !skips(space)) return undefined;
    old.push(count);
  }
  if (old.length === 0 || !skips(plus)) return undefined;
  const line = number();
  const count = skips(comma) ? number() : 1;
  return line >= 0 && count >= 0 && skips(space) && skips(at) && skips(at) ? { old, line, count } : undefined;
}
