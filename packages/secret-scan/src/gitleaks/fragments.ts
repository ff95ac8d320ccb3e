// Cuts a file as gitleaks does (`sources/file.go`, 8.30): a rule sees one piece at a time, so that other cuts would find other things.

/** A piece is read in one go, … */
const pieceSize = 100_000;
/** … and then on to the next empty line, but not further than this. */
const mostAhead = 25_000;
/** What Go's buffered reader holds when it is read byte by byte; the next piece begins with the rest of it alone. */
const bufferSize = 4096;

const isSpace = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13;

/** Whether the bytes before `end` end with an empty line. */
function endsWithEmptyLine(bytes: Uint8Array, start: number, end: number): boolean {
  let lines = 0;
  for (let at = end - 1; at >= start && isSpace(bytes[at]); at--) if (bytes[at] === 10 && ++lines >= 2) return true;
  return false;
}

/** The pieces of a file as half-open ranges of bytes. */
export function* fragments(bytes: Uint8Array): Iterable<readonly [start: number, end: number]> {
  let at = 0;
  let buffered = 0;
  while (at < bytes.length) {
    const start = at;
    at = buffered > at ? Math.min(buffered, at + pieceSize) : Math.min(bytes.length, at + pieceSize);
    buffered = Math.max(buffered, at);
    const whole = at;
    if (!endsWithEmptyLine(bytes, start, at)) {
      for (let lines = 0; ;) {
        const last = bytes[at - 1];
        if (last === 10) {
          if (++lines >= 2) break;
        } else if (!isSpace(last)) lines = 0;
        if (at - whole >= mostAhead || at >= bytes.length) break;
        if (at === buffered) buffered = Math.min(bytes.length, at + bufferSize);
        at++;
      }
    }
    yield [start, at];
  }
}
