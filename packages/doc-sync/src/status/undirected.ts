// Conflicts without a declared source: documents that state different states of the same numbered thing.
import { historyPath } from "./entity-kinds.js";
import { compareTitles } from "./titles.js";
import { isOneNumbering, isUntitled, numberingsOf, type Numbering } from "./numbering.js";
import { states } from "./status-words.js";
import type { Statement, Statements } from "./statement.js";

/** Statements of one thing that do not agree. `stale` is the one that most others contradict, `others` what contradicts it. */
export interface Disagreement {
  readonly stale: Statement;
  readonly others: readonly Statement[];
}

/** Documents beyond this number are not compared in pairs: the cost would be quadratic. */
const mostNumberings = 600;
/** Numbers that a bare table must share with the one titled numbering of its kind. */
const leastBareShared = 3;

const contradict = (a: Statement, b: Statement): boolean => !a.token.fits.has(b.token.state) && !b.token.fits.has(a.token.state);

/** What a document says of a number, where it says one thing: statements of a slot that differ among themselves say nothing. */
function clear(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter((one) => !statements.some((other) => other.slot === one.slot && contradict(one, other)));
}

/** The numberings of documents that keep state (not history). */
function numberingsIn(documents: readonly Statements[]): Numbering[] {
  return documents.filter(({ source, mentions }) => mentions.length > 0 && !historyPath.test(source.path)).flatMap(numberingsOf);
}

/** Groups of two and more numberings that are one. */
export function sharedNumberings(documents: readonly Statements[]): Numbering[][] {
  const numberings = numberingsIn(documents).filter(({ entries }) => [...entries.values()].some(({ statements }) => statements.length > 0));
  const groups: Numbering[][] = [];
  for (const kind of new Set(numberings.map((one) => one.kind))) {
    const left = new Set(numberings.filter((one) => one.kind === kind));
    if (left.size > mostNumberings) continue;
    const isJoined = joined([...left]);
    for (const first of left) {
      const group = [first];
      left.delete(first);
      for (const one of group) {
        for (const other of left) {
          if (!isJoined(one, other)) continue;
          group.push(other);
          left.delete(other);
        }
      }
      if (group.length > 1) groups.push(group);
    }
  }
  return groups;
}

/** Finds the disagreements of documents that keep state. */
export function disagreements(documents: readonly Statements[]): Disagreement[] {
  const numberings = numberingsIn(documents);
  const found: Disagreement[] = [];
  for (const kind of new Set(numberings.map((one) => one.kind))) {
    const own = numberings.filter((one) => one.kind === kind);
    if (own.length <= mostNumberings) found.push(...ofKind(own));
  }
  return found;
}

/** The pairs of numberings that are one, by titles; a bare one joins where there is one titled numbering alone. */
function joined(numberings: readonly Numbering[]): (a: Numbering, b: Numbering) => boolean {
  const titled = numberings.filter((one) => !isUntitled(one));
  const pairs = new Set<string>();
  const key = (a: Numbering, b: Numbering): string => (a.path < b.path ? `${a.path}\0${b.path}` : `${b.path}\0${a.path}`);
  let isOne = true;
  for (const [index, a] of titled.entries()) {
    for (const b of titled.slice(index + 1)) {
      if (isOneNumbering(a, b)) pairs.add(key(a, b));
      else if ([...a.entries.keys()].some((number) => b.entries.has(number))) isOne = false;
    }
  }
  return (a, b) => {
    if (a === b || pairs.has(key(a, b))) return true;
    if (!isOne || (!isUntitled(a) && !isUntitled(b))) return false;
    return [...a.entries.keys()].filter((number) => b.entries.has(number)).length >= leastBareShared;
  };
}

function ofKind(numberings: readonly Numbering[]): Disagreement[] {
  const isJoined = joined(numberings);
  const found: Disagreement[] = [];
  const numbers = new Set(numberings.flatMap(({ entries }) => [...entries.keys()]));
  for (const number of numbers) {
    const places = numberings.flatMap((numbering) => {
      const statements = clear(numbering.entries.get(number)?.statements ?? []);
      return statements.length === 0 ? [] : [{ numbering, statements, titles: numbering.entries.get(number)?.titles ?? [] }];
    });
    const told = new Set<Statement>();
    for (const place of places) {
      const group = places.filter(
        (other) =>
          isJoined(place.numbering, other.numbering) && place.titles.every((title) => other.titles.every((one) => compareTitles(title, one) !== "different")),
      );
      // One document after the other is told, until those that are left agree.
      let left = group.flatMap((one) => one.statements).filter((one) => !told.has(one));
      for (let next = judge(left); next !== undefined; next = judge(left)) {
        const { stale } = next;
        found.push(next);
        for (const one of left) if (one.source.path === stale.source.path) told.add(one);
        left = left.filter((one) => !told.has(one));
      }
    }
  }
  return found;
}

/** How many documents contradict: one that says a thing three times has one voice. */
const voices = (statements: readonly Statement[]): number => new Set(statements.map(({ source }) => source.path)).size;

/** The statement that most documents contradict; of equals the one that says least, for documents lag behind the work. */
function judge(statements: readonly Statement[]): Disagreement | undefined {
  let best: Disagreement | undefined;
  for (const stale of statements) {
    const others = statements.filter((other) => contradict(stale, other));
    if (others.length === 0) continue;
    const more = best === undefined ? 1 : voices(others) - voices(best.others);
    if (best === undefined || more > 0 || (more === 0 && states.indexOf(stale.token.state) > states.indexOf(best.stale.token.state))) best = { stale, others };
  }
  return best;
}
