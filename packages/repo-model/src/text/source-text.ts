// A text with its path: the only maker of locations.
import type { RepoPath } from "./repo-path.js";

/** Half-open, in UTF-16 units of the text. */
export type Range = readonly [start: number, end: number];

/** From 1; columns in UTF-16 units, a byte-order mark not counted. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A place in a file; `commit` where the text is not that of the judged state (history findings). */
export interface Location {
  readonly path: RepoPath;
  readonly range: Range;
  readonly start: Position;
  readonly end: Position;
  readonly commit?: string;
}

/** A file's text, byte-order mark included. Lines end at LF, CRLF or a lone CR. */
export interface SourceText {
  readonly path: RepoPath;
  readonly text: string;
  /** Offset of the first unit of each line. */
  readonly lineStarts: readonly number[];
  /** Whether the text may hold what is written for caio itself: suppressions, markers of sections. */
  readonly namesCaio: boolean;
  /** Throws RangeError when the range does not lie in the text. */
  at(range: Range): Location;
  position(offset: number): Position;
  /** The range of a line (from 1) without its line end; undefined past the last line. */
  lineRange(line: number): Range | undefined;
}

/** A location that knows its text. A copy of its fields does not: a private field costs next to nothing, and a map of all locations much, where there are many. */
class Place implements Location {
  readonly path: RepoPath;
  readonly range: Range;
  readonly start: Position;
  readonly end: Position;
  declare readonly commit?: string;
  readonly #source: SourceText | (() => SourceText);

  constructor({ path, range, start, end, commit }: Location, source: SourceText | (() => SourceText)) {
    this.path = path;
    this.range = range;
    this.start = start;
    this.end = end;
    if (commit !== undefined) this.commit = commit;
    this.#source = source;
  }

  static sourceOf(location: Location): SourceText | undefined {
    if (!(#source in location)) return undefined;
    const source = location.#source;
    return typeof source === "function" ? source() : source;
  }
}

/** The text that a location was made from: for code frames and fingerprints. */
export function sourceOf(location: Location): SourceText | undefined {
  return Place.sourceOf(location);
}

/** The same place, shown from another text that is made when it is first asked for. */
export function shownFrom(location: Location, source: () => SourceText): Location {
  return new Place(location, source);
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  const carriage = text.includes("\r");
  if (!carriage) {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Index of the line that holds `offset`, by binary search. */
function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// An expression finds it in half of the time that `includes` takes.
const caio = /caio[:-]/;

/** A class, for a literal with a getter costs many times as much, and each file that is read has one. */
class Source implements SourceText {
  readonly path: RepoPath;
  readonly text: string;
  readonly #commit: string | undefined;
  /** Lines of the file that stand above the text. */
  readonly #above: number;
  #starts: readonly number[] | undefined;
  #namesCaio: boolean | undefined;

  constructor(path: RepoPath, text: string, commit: string | undefined, firstLine: number) {
    this.path = path;
    this.text = text;
    this.#commit = commit;
    this.#above = firstLine - 1;
  }

  get lineStarts(): readonly number[] {
    return (this.#starts ??= findLineStarts(this.text));
  }

  get namesCaio(): boolean {
    return (this.#namesCaio ??= caio.test(this.text));
  }

  position(offset: number): Position {
    const index = lineIndex(this.lineStarts, offset);
    const from = index === 0 ? (this.text.charCodeAt(0) === 0xfeff ? 1 : 0) : (this.lineStarts[index] as number);
    return { line: index + 1 + this.#above, column: Math.max(0, offset - from) + 1 };
  }

  at(range: Range): Location {
    const [start, end] = range;
    if (!(start >= 0 && start <= end && end <= this.text.length)) throw new RangeError(`The range ${start}..${end} does not lie in ${this.path}.`);
    const place = { path: this.path, range, start: this.position(start), end: this.position(end) };
    return new Place(this.#commit === undefined ? place : { ...place, commit: this.#commit }, this);
  }

  lineRange(line: number): Range | undefined {
    const start = this.lineStarts[line - 1 - this.#above];
    if (start === undefined) return undefined;
    let end = this.lineStarts[line - this.#above] ?? this.text.length;
    if (end > start && this.text.charCodeAt(end - 1) === 10) end--;
    if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    return [start, end];
  }
}

/** Makes the source text of a file, or of a part of it that begins with the line `firstLine`. Line starts are found when first asked for. */
export function sourceText(path: RepoPath, text: string, options: { readonly commit?: string; readonly firstLine?: number } = {}): SourceText {
  return new Source(path, text, options.commit, options.firstLine ?? 1);
}

/** The range of the whole line that holds `offset`, without its line end. */
export function lineRangeAt(source: SourceText, offset: number): Range {
  return source.lineRange(source.position(offset).line) as Range;
}
