// Signs: the places of a document around which statuses are read. One pass finds them all; most documents have few, and each reader looks at these alone.
import type { Range, SourceText } from "@caio/repo-model/text";
import { isForeign, workKinds } from "./entity-kinds.js";
import { wordFinder } from "./words.js";

/** Offsets, ascending. */
type Places = readonly number[];

export interface Signs {
  /** Kinds of work, with a number or without: `phase`. */
  readonly kinds: Places;
  /** Where something is named by a kind with its number, or by an id (its hyphen), or is the head of a column. */
  readonly labels: Places;
  readonly ids: Places;
  readonly hasRange: boolean;
  readonly hasNumberedKind: boolean;
  /** Words that head a legend. */
  readonly legends: Places;
  /** `Legend:` */
  readonly legendLines: Places;
  /** `5/9`, `5 of 9`, `all 5`. */
  readonly sums: Places;
  /** "(to be created)": of what is not there. */
  readonly absences: Places;
  /** `Status:`, `State:` */
  readonly statusLines: Places;
  /** `ID:` */
  readonly idLines: Places;
}

const legendWords = ["legend", "key", "icons", "symbols", "indicators", "markers", "codes", "definitions"];
const absenceWords = ["created", "written", "added", "authored", "drafted", "yet", "missing", "soon"];
const of = (words: readonly string[]): ReadonlySet<string> => new Set(words);
const [kinds, legends, absences] = [of(workKinds), of(legendWords), of(absenceWords)];
const find = wordFinder([...workKinds, ...legendWords, ...absenceWords, "status", "state", "id", "of", "all"]);

const names = workKinds.join("|");
const numberedKind = new RegExp(`(?:${names})[ \\t]*(?:#|no\\.?|-|–)?[ \\t]*\\d`, "iy");
const columnHead = new RegExp(`(?:${names})s?(?: ?(?:#|no\\.?|number|id))?[ \\t*_]*\\|`, "iy");
const rangeOfKinds = new RegExp(`(?:${names})s?[ \\t]+\\d{1,3}[ \\t]*(?:-|–|—|\\.\\.|to|through)`, "iy");
const spaced = new RegExp(`(?:${names})[ \\t]+\\d`, "iy");
const legendWord = new RegExp(`(?:${legendWords.join("|")})(?![a-z])`, "iy");
const legendLine = /(?:legend|key)[*_]*[ \t]*:/iy;
const statusLine = /(?:status|state)[*_]{0,3}[ \t]*[:–—-]/iy;
const idLine = /id[*_]{0,3}[ \t]*:/iy;
/** Directly behind a path, a dash or a bracket begins what says that it is absent. */
const absence =
  /[-–—:(][\s*_(]*(?:(?:to be|will be|yet to be) (?:created|written|added|authored|drafted)|(?:not|never) (?:yet )?(?:created|written|added)|does(?: not|n't) exist yet|not there yet|file missing|coming soon)/i;

function standsAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isSpace = (unit: number): boolean => unit === 32;

const digitAt = (text: string, at: number): boolean => at >= 0 && at < text.length && isDigit(text.charCodeAt(at));

/** Whether a digit stands at `at`, or behind the blank there; `step` leads away from it. */
const isNearDigit = (text: string, at: number, step: number): boolean => digitAt(text, at) || (text.startsWith(" ", at) && digitAt(text, at + step));

/** Whether digits stand on both sides of a text from `start` to `end`, a blank between them at most. */
const isBetweenDigits = (text: string, start: number, end: number): boolean => isNearDigit(text, start - 1, -1) && isNearDigit(text, end, 1);

const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;
const isWord = (unit: number): boolean => isDigit(unit) || unit === 95 || isCapital(unit) || (unit >= 97 && unit <= 122);

/** Whether the hyphen at `at` stands in an id of the repository's own: `US-16`. */
function isId(text: string, at: number): boolean {
  if (at < 1 || !digitAt(text, at + 1)) return false;
  let start = at;
  for (let unit = text.charCodeAt(start - 1); start > at - 11 && (isCapital(unit) || isDigit(unit)); unit = text.charCodeAt(start - 1)) start--;
  return (
    start < at &&
    at - start <= 10 &&
    isCapital(text.charCodeAt(start)) &&
    !isWord(text.charCodeAt(start - 1)) &&
    !isForeign(text.slice(start, at), text.slice(at + 1, at + 4))
  );
}

function read(text: string): Signs {
  const signs = { kinds: [], labels: [], ids: [], legends: [], legendLines: [], sums: [], absences: [], statusLines: [], idLines: [] } satisfies Record<
    string,
    number[]
  > as Record<"kinds" | "labels" | "ids" | "legends" | "legendLines" | "sums" | "absences" | "statusLines" | "idLines", number[]>;
  let [hasRange, hasNumberedKind] = [false, false];
  find(
    text,
    (word, at) => {
      if (kinds.has(word)) {
        signs.kinds.push(at);
        if (standsAt(numberedKind, text, at) || standsAt(columnHead, text, at)) signs.labels.push(at);
        hasRange ||= standsAt(rangeOfKinds, text, at);
        hasNumberedKind ||= standsAt(spaced, text, at);
      } else if (legends.has(word)) {
        if (standsAt(legendWord, text, at)) signs.legends.push(at);
        if (standsAt(legendLine, text, at)) signs.legendLines.push(at);
      } else if (absences.has(word)) {
        // With a blank before it each of these goes on something.
        if (isSpace(text.charCodeAt(at - 1)) && absence.test(text.slice(Math.max(0, at - 40), at + 12))) signs.absences.push(at);
      } else if (word === "of") {
        if (isBetweenDigits(text, at, at + 2) || /\d ?out of ?\d/.test(text.slice(Math.max(0, at - 6), at + 4))) signs.sums.push(at);
      } else if (word === "all") {
        if (isDigit(text.charCodeAt(at + 4))) signs.sums.push(at);
      } else if (word === "id") {
        if (standsAt(idLine, text, at)) signs.idLines.push(at);
      } else if (standsAt(statusLine, text, at)) signs.statusLines.push(at);
    },
    (unit, at) => {
      if (unit === 47) {
        if (isBetweenDigits(text, at, at + 1)) signs.sums.push(at);
      } else if (unit === 77) {
        // "M3": milestone 3, and no part of a longer name.
        if (!/[\p{L}\p{N}_./\\&-]/u.test(text.charAt(at - 1))) signs.labels.push(at);
      } else if (unit === 45 && isId(text, at)) {
        signs.ids.push(at);
        signs.labels.push(at);
      }
    },
  );
  return { ...signs, hasRange, hasNumberedKind };
}

const known = new WeakMap<SourceText, Signs>();

/** The signs of a document, looked for once. */
export function signsOf(source: SourceText): Signs {
  let signs = known.get(source);
  if (signs === undefined) known.set(source, (signs = read(source.text)));
  return signs;
}

/** Whether one of the places lies in a range. */
export function isAmong(places: Places, [start, end]: Range): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? end) < end;
}

/** The index of the last range that begins at or before a place, -1 where none does. The ranges are in the order of their starts. */
function lastBefore(ranges: readonly Range[], place: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[0] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The ranges that hold one of the places; they are in the order of their starts and none lies in another. Places are few and ranges are many. */
export function rangesWith(ranges: readonly Range[], places: Places): readonly Range[] {
  const found: Range[] = [];
  let last = -1;
  for (const place of places) {
    const index = lastBefore(ranges, place);
    const range = ranges[index];
    if (index <= last || range === undefined || place >= range[1]) continue;
    last = index;
    found.push(range);
  }
  return found;
}

/** Places of two kinds, ascending. */
export function eitherPlace(a: Places, b: Places): Places {
  return b.length === 0 ? a : a.length === 0 ? b : [...a, ...b].toSorted((one, other) => one - other);
}

/** Whether one of the ranges, in the order of their starts, begins at a place. */
export function beginsAt(ranges: readonly Range[], place: number): boolean {
  return ranges[lastBefore(ranges, place)]?.[0] === place;
}
