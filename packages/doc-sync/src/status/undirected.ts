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

/** Finds the disagreements of documents that keep state (not history). */
export function disagreements(documents: readonly Statements[]): Disagreement[] {
  const numberings = documents.filter(({ source, mentions }) => mentions.length > 0 && !historyPath.test(source.path)).flatMap(numberingsOf);
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
    const seen = new Set<Statement>();
    for (const place of places) {
      const group = places.filter(
        (other) =>
          isJoined(place.numbering, other.numbering) && place.titles.every((title) => other.titles.every((one) => compareTitles(title, one) !== "different")),
      );
      const statements = group.flatMap((one) => one.statements).filter((one) => !seen.has(one));
      const disagreement = judge(statements);
      if (disagreement === undefined) continue;
      for (const one of [disagreement.stale, ...disagreement.others]) seen.add(one);
      found.push(disagreement);
    }
  }
  return found;
}

/** The statement that the most others contradict; of equals the one that says least, for documents lag behind the work. */
function judge(statements: readonly Statement[]): Disagreement | undefined {
  let best: Disagreement | undefined;
  for (const stale of statements) {
    const others = statements.filter((other) => contradict(stale, other));
    if (others.length === 0) continue;
    const isWorse =
      best === undefined ||
      others.length > best.others.length ||
      (others.length === best.others.length && states.indexOf(stale.token.state) > states.indexOf(best.stale.token.state));
    if (isWorse) best = { stale, others };
  }
  return best;
}
