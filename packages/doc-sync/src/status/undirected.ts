// Conflicts without a declared source: documents that state different states of the same numbered thing.
import { folderOf } from "@caio/repo-model/text";
import { isHistoryPath } from "./entity-kinds.js";
import { isIdKind, isNear, isOneNumbering, isSameSubject, isSameThing, isUntitled, numberingsOf, type Numbering } from "./numbering.js";
import { parallelPlans } from "./parallel-plans.js";
import { states } from "./status-words.js";
import type { Statement, Statements } from "./statement.js";
import type { Label } from "./label.js";
import { compareTitles, isAkin, isFirstPart, isWithin } from "./titles.js";

/** Statements of one thing that do not agree. `stale` is the one that most others contradict, `others` what contradicts it. */
export interface Disagreement {
  readonly stale: Statement;
  readonly others: readonly Statement[];
  /** Further places of the same document that say what `stale` says. */
  readonly also: readonly Statement[];
}

/** Documents beyond this number are not compared in pairs: the cost would be quadratic. */
const mostNumberings = 600;
/** Numbers that a bare table must share with the one titled numbering of its kind. */
const leastBareShared = 3;
/** Of a number that more places name, what bears out others is not looked for. */
const mostPlaces = 100;

const contradict = (a: Statement, b: Statement): boolean => !a.token.fits.has(b.token.state) && !b.token.fits.has(a.token.state);

/**
 * What a document says of a number. Statements of one list or table that differ may be of parts of the thing, unless they call it the same; what two lists say
 * of it is a conflict.
 */
function clear(statements: readonly Statement[]): readonly Statement[] {
  const isPart = (one: Statement, other: Statement): boolean =>
    other.slot === one.slot && other.scope === one.scope && contradict(one, other) && !isSameTitle(one.label.title, other.label.title);
  return statements.filter((one) => !statements.some((other) => isPart(one, other)));
}

const isSameTitle = (a: string, b: string): boolean => a !== "" && b !== "" && compareTitles(a, b) === "same";

/** The numberings of documents that keep state (not history). */
function numberingsIn(documents: readonly Statements[]): Numbering[] {
  return documents.filter(({ source, mentions }) => mentions.length > 0 && !isHistoryPath(source.path)).flatMap(numberingsOf);
}

const statesSomething = ({ entries }: Numbering): boolean => [...entries.values()].some(({ statements }) => statements.length > 0);

/** Groups of two and more numberings that are one. */
export function sharedNumberings(documents: readonly Statements[]): Numbering[][] {
  const numberings = numberingsIn(documents).filter(statesSomething);
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
          if (isJoined(one, other) !== true) continue;
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
    // Of very many only those that state something are compared; and a bare table is then nobody's.
    const stated = own.length <= mostNumberings ? own : own.filter((one) => !isUntitled(one) && statesSomething(one));
    if (stated.length <= mostNumberings) found.push(...ofKind(stated));
  }
  return found;
}

/** The pairs of numberings that are one, by titles; a bare one joins where there is one titled numbering alone, in the repository or in its folder. Undefined: they plan for different subjects. */
function joined(numberings: readonly Numbering[]): (a: Numbering, b: Numbering) => boolean | undefined {
  const titled = numberings.filter((one) => !isUntitled(one));
  // Ids name one thing in the whole repository.
  const areParallel = parallelPlans(numberings.flatMap(({ path, kind }) => (isIdKind(kind) ? [] : [path])));
  const pairs = new Map<Numbering, Set<Numbering>>();
  let isOne = true;
  /** Folders whose documents number different things. */
  const divided = new Set<string>();
  for (const [index, a] of titled.entries()) {
    for (const b of titled.slice(index + 1)) {
      if (!areParallel(a.path, b.path) && isOneNumbering(a, b)) {
        pairs.set(a, (pairs.get(a) ?? new Set()).add(b));
        pairs.set(b, (pairs.get(b) ?? new Set()).add(a));
      } else if ([...a.entries.keys()].some((number) => b.entries.has(number))) {
        isOne = false;
        if (folderOf(a.path) === folderOf(b.path)) divided.add(folderOf(a.path));
      }
    }
  }
  return (a, b) => {
    if (a === b || pairs.get(a)?.has(b) === true) return true;
    if (areParallel(a.path, b.path)) return undefined;
    const [bare, other] = isUntitled(a) ? [a, b] : [b, a];
    if (!isUntitled(bare)) return false;
    const shared = [...bare.entries.keys()].filter((number) => other.entries.has(number)).length;
    // Beside one plan alone, what numbers its things alike speaks of it.
    const isBeside = folderOf(a.path) === folderOf(b.path) && !divided.has(folderOf(a.path)) && shared === bare.entries.size;
    return (isOne || isBeside || isSameSubject(bare, other)) && shared >= leastBareShared;
  };
}

type Conflicting = (a: Statement, b: Statement) => boolean;

/** "Phase 5: Next (Audio ports)" is not the phase 5 that is called "Ledger". */
function hasOtherAside(a: Label, b: Label): boolean {
  if (a.aside === undefined && b.aside === undefined) return false;
  const [one, other] = [a.aside ?? a.title, b.aside ?? b.title];
  return one !== "" && other !== "" && compareTitles(one, other) === "different" && !isAkin(one, other) && !isWithin(one, other);
}

/** What a range says within its own document another rule tells. */
const isOfRange = (a: Statement, b: Statement): boolean => a.source === b.source && (a.slot === "range" || b.slot === "range");

/** "Phase 3: Search foundation" is done, and "Phase 3: Search" is not: a part of it. */
function isPartDone(a: Statement, b: Statement): boolean {
  const [done, open] = a.token.state === "done" ? [a, b] : [b, a];
  return done.token.state === "done" && open.token.state !== "done" && isFirstPart(done.label.title, open.label.title);
}

/** What one numbering says of one number. */
interface Place {
  readonly numbering: Numbering;
  readonly statements: readonly Statement[];
}

const titlesOf = ({ numbering }: Place, number: string): readonly string[] => numbering.entries.get(number)?.titles ?? [];

/** Whether all titles of a number are alike. */
function namedOnce(places: readonly Place[], number: string): boolean {
  const [first = "", ...others] = places.flatMap((place) => titlesOf(place, number));
  return places.length <= mostPlaces && others.every((title) => compareTitles(title, first) === "same" || isAkin(title, first));
}

/** Whether one of two documents near each other names an id and says its state in words, and the other one has its title: "| US-16 | Pending |". */
function isBareId(a: Place, b: Place, number: string): boolean {
  const [bare, titled] = titlesOf(a, number).length === 0 ? [a, b] : [b, a];
  return (
    isIdKind(a.numbering.kind) &&
    titlesOf(bare, number).length === 0 &&
    titlesOf(titled, number).length > 0 &&
    isNear(bare.numbering, titled.numbering) &&
    bare.statements.every(({ token }) => token.word !== undefined)
  );
}

function ofKind(numberings: readonly Numbering[]): Disagreement[] {
  const isJoined = joined(numberings);
  const found: Disagreement[] = [];
  const byNumber = new Map<string, Place[]>();
  const placeOf = new Map<Statement, Place>();
  for (const numbering of numberings)
    for (const [number, entry] of numbering.entries) {
      const statements = clear(entry.statements);
      if (statements.length === 0) continue;
      const places = byNumber.get(number) ?? [];
      byNumber.set(number, places);
      const place = { numbering, statements };
      places.push(place);
      for (const one of statements) placeOf.set(one, place);
    }
  for (const [number, places] of byNumber) {
    const told = new Set<Statement>();
    const isNamed = namedOnce(places, number);
    for (const place of places) {
      const isSame = (one: Place, other: Place): boolean => {
        const isOne = isJoined(one.numbering, other.numbering);
        return isOne !== undefined && (isSameThing(one.numbering, other.numbering, number, isOne) || (isNamed && isBareId(one, other, number)));
      };
      const group = places.filter((other) => isSame(place, other));
      // What has no title may stand for two things that are not one.
      const isConflict: Conflicting = (a, b) => {
        const [one, other] = [placeOf.get(a), placeOf.get(b)];
        return (
          contradict(a, b) &&
          !isOfRange(a, b) &&
          !hasOtherAside(a.label, b.label) &&
          !isPartDone(a, b) &&
          one !== undefined &&
          other !== undefined &&
          isSame(one, other)
        );
      };
      // Documents that are one with those of the group, and not with this one: they bear out what the others say.
      const beyond =
        group.length < 2 || places.length > mostPlaces
          ? []
          : places.filter((far) => !group.includes(far) && group.some((one) => one !== place && isSame(one, far)));
      // One document after the other is told, until those that are left agree.
      let left = group.flatMap((one) => one.statements).filter((one) => !told.has(one));
      for (let next = judge(left, isConflict); next !== undefined; next = judge(left, isConflict)) {
        const { stale } = next;
        const also = left.filter((one) => one !== stale && one.source.path === stale.source.path && !contradict(one, stale));
        const more = beyond
          .flatMap((far) => far.statements)
          .filter((one) => contradict(stale, one) && !told.has(one) && isAkin(one.label.title, stale.label.title));
        found.push({ ...next, others: [...next.others, ...more], also });
        for (const one of [stale, ...also]) told.add(one);
        left = left.filter((one) => !told.has(one));
      }
    }
  }
  return found;
}

/** How many documents contradict: one that says a thing three times has one voice. */
const voices = (statements: readonly Statement[]): number => new Set(statements.map(({ source }) => source.path)).size;

/** The statement that most documents contradict; of equals the one that says least, for documents lag behind the work. */
function judge(statements: readonly Statement[], isConflict: Conflicting): Disagreement | undefined {
  let best: Disagreement | undefined;
  for (const stale of statements) {
    const others = statements.filter((other) => isConflict(stale, other));
    if (others.length === 0) continue;
    const more = best === undefined ? 1 : voices(others) - voices(best.others);
    if (best === undefined || more > 0 || (more === 0 && states.indexOf(stale.token.state) > states.indexOf(best.stale.token.state)))
      best = { stale, others, also: [] };
  }
  return best;
}
