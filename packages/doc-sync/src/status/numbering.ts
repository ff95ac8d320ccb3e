// Numberings: which numbered things documents speak of, and which documents speak of the same ones.
import { folderOf, type RepoPath } from "@caio/repo-model/text";
import { workKinds } from "./entity-kinds.js";
import { seriesOf, type SeriesEntry } from "./series.js";
import type { Statement, Statements } from "./statement.js";
import { compareTitles, isAkin, isEqual, isSpecific, isWithin, namesSubject } from "./titles.js";

/** One series of one kind in one document. */
export interface Numbering {
  readonly path: RepoPath;
  /** The title of its document. */
  readonly subject: string;
  readonly kind: string;
  /** By number: the titles that it has, and what is said of it. */
  readonly entries: ReadonlyMap<string, SeriesEntry>;
}

/** Whether a kind is that of ids (`US-016`): they name one thing in the whole repository. */
export const isIdKind = (kind: string): boolean => kind.endsWith("-");

/** The numberings of a document. */
export function numberingsOf(document: Statements): Numbering[] {
  const { source, title, mentions } = document;
  return [...new Set(mentions.map(({ label }) => label.kind))].flatMap((kind) => {
    const isKept = keepsState(document, kind);
    return seriesOf(document, kind).map((entries) => {
      const stated = isKept ? entries : new Map([...entries].map(([number, entry]) => [number, withoutLeads(entry)]));
      return { path: source.path, subject: title, kind, entries: stated };
    });
  });
}

/** "Next" before a thing leads on to it, and so does one behind its title in a document on another thing; in a column of states it is one. */
const isLead = ({ source, slot, token, suffix }: Statement): boolean =>
  slot !== "cell" &&
  /^[^\p{L}]*next\b/iu.test(source.text.slice(...token.range)) &&
  (ofOneThing.test(source.path) || suffix === undefined || token.range[0] < suffix[0]);

/** A document that is called after one thing (`PHASE_2_COMPLETE.md`) tells of that one. */
const ofOneThing = new RegExp(`(?:^|[/_. -])(?:${workKinds.join("|")})[_ -]?\\d[^/]*$`, "i");

/** "Next: Phase 4" leads on to the next page, except in a document that keeps the state of several things. */
function keepsState({ source, statements }: Statements, kind: string): boolean {
  if (ofOneThing.test(source.path)) return false;
  return new Set(statements.filter((one) => one.label.kind === kind && !isLead(one)).map(({ label }) => label.number)).size >= 2;
}

function withoutLeads({ titles, statements }: SeriesEntry): SeriesEntry {
  return { titles, statements: statements.filter((one) => !isLead(one)) };
}

const pairsOf = (a: SeriesEntry, b: SeriesEntry): (readonly [string, string])[] =>
  a.titles.flatMap((title) => b.titles.map((other) => [title, other] as const));

/** How many numbers two numberings share by title, and how many they use for different things. */
function compare(a: Numbering, b: Numbering): { same: number; specific: number; different: number; strange: number } {
  const result = { same: 0, specific: 0, different: 0, strange: 0 };
  for (const [number, one] of a.entries) {
    const two = b.entries.get(number);
    const pairs = two === undefined ? [] : pairsOf(one, two);
    if (pairs.length === 0) continue;
    const alike = pairs.filter(([title, other]) => compareTitles(title, other) === "same");
    if (alike.length > 0) {
      result.same++;
      if (alike.some((pair) => pair.some(isSpecific))) result.specific++;
    } else if (pairs.some(([title, other]) => compareTitles(title, other) === "different")) {
      result.different++;
      if (!pairs.some(([title, other]) => isAkin(title, other))) result.strange++;
    }
  }
  return result;
}

/** Whether one document lies in the other's folder or below it, or both are called the same. */
export const isNear = (a: Numbering, b: Numbering): boolean =>
  folderOf(a.path).startsWith(folderOf(b.path)) || folderOf(b.path).startsWith(folderOf(a.path)) || isSameSubject(a, b);

/** Whether two documents have the same title, which says what they are about. */
export const isSameSubject = (a: Numbering, b: Numbering): boolean => a.path !== b.path && isEqual(a.subject, b.subject) && namesSubject(a.subject);

const haveSameNumbers = (a: Numbering, b: Numbering): boolean =>
  a.entries.size === b.entries.size && [...a.entries.keys()].every((number) => b.entries.has(number));

/**
 * Whether two documents number the same things. Titles decide: none may differ, and enough must agree, more where the
 * documents lie in different branches of the tree.
 */
export function isOneNumbering(a: Numbering, b: Numbering): boolean {
  if (isIdKind(a.kind)) return false;
  const { same, specific, different, strange } = compare(a, b);
  // Plans are renumbered at their ends, and titles are reworded: a few other titles are borne where most agree.
  const isBorne =
    strange === 0
      ? (same > different && specific >= 1 && same >= 3) || (same >= different && specific >= 2 && same + different >= 4)
      : (same >= different * 2 && specific >= 2) || (same > different && specific >= 3);
  // One phase was given another name, and all others are the same.
  const isRenamed = different === 1 && same >= 3 && specific >= 1 && a.entries.size === b.entries.size && isNear(a, b);
  // The same numbers and no others, and what is called otherwise shares a word.
  const isReworded = strange === 0 && same >= different && specific >= 1 && haveSameNumbers(a, b) && isNear(a, b);
  if (different > 0 && !isBorne && !isRenamed && !isReworded) return false;
  return isNear(a, b) ? specific >= 1 || same >= 3 : specific >= 2 || (specific >= 1 && same >= 3);
}

/** Whether a number names one thing in two places. `isOne` says that the numberings are one. */
export function isSameThing(a: Numbering, b: Numbering, number: string, isOne: boolean): boolean {
  const [one, two] = [a.entries.get(number), b.entries.get(number)];
  if (one === undefined || two === undefined) return false;
  if (a === b) return true;
  const pairs = pairsOf(one, two);
  if (isIdKind(a.kind)) return pairs.length > 0 && pairs.every(([title, other]) => compareTitles(title, other) === "same" || isAkin(title, other));
  if (isOne) return pairs.every(([title, other]) => compareTitles(title, other) !== "different" || isAkin(title, other) || isWithin(title, other));
  return pairs.some(([title, other]) => isEqual(title, other)) && pairs.every(([title, other]) => compareTitles(title, other) !== "different");
}

/** Whether a numbering has no titles at all: a bare table of numbers and states. */
export function isUntitled({ kind, entries }: Numbering): boolean {
  return !isIdKind(kind) && entries.size > 0 && [...entries.values()].every(({ titles }) => titles.length === 0);
}
