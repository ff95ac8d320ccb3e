// Line ends of a text that sections are written into.

/** The start of the line behind the one that holds `offset`; the text's end where there is none. */
export function lineAfter(text: string, offset: number): number {
  const end = /\r\n|\n|\r/g;
  end.lastIndex = offset;
  return end.exec(text) === null ? text.length : end.lastIndex;
}

/** The line end that a text uses most; LF for a text without any. */
export function lineEndOf(text: string): string {
  const carriage = text.split("\r\n").length - 1;
  const plain = text.split("\n").length - 1 - carriage;
  return carriage > plain ? "\r\n" : "\n";
}

/** The start of the line that holds `offset`. Walks back by units: a search for a line end that the text does not use would go to its beginning. */
export function lineStartOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at--;
  return at;
}
