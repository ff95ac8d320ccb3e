// Series: the numberings of one kind that a document holds. A long document may hold several plans, each with a phase 1 of its own.
import type { Label } from "./label.js";
import type { Mention, Statement, Statements } from "./statement.js";
import { compareTitles } from "./titles.js";

/** One thing of a series: the titles that it has, and what is said of it. */
export interface SeriesEntry {
  readonly titles: string[];
  readonly statements: Statement[];
}

interface Series {
  readonly scopes: Set<string>;
  readonly entries: Map<string, SeriesEntry>;
}

/** A document that speaks more often than this of one number uses it as an attribute of other things. */
const mostStatements = 20;

const isOther = (titles: readonly string[], title: string): boolean => title !== "" && titles.some((one) => compareTitles(one, title) === "different");

/** Mentions of one scope in the order of the document; one that comes again with another title begins a new plan. */
function scopesOf(mentions: readonly Mention[]): Series[] {
  const byScope = new Map<string, Series[]>();
  for (const { scope, label } of mentions) {
    const known = byScope.get(scope) ?? [];
    byScope.set(scope, known);
    let series = known.at(-1);
    const before = series?.entries.get(label.number);
    if (series === undefined || (before !== undefined && isOther(before.titles, label.title)))
      known.push((series = { scopes: new Set([scope]), entries: new Map() }));
    addTitle(series, label);
  }
  // Scopes that hold more than one plan can not be told apart by where a statement stands.
  return [...byScope.values()].flatMap((known) => (known.length === 1 ? known : []));
}

function addTitle({ entries }: Series, { number, title }: Label): void {
  const entry = entries.get(number) ?? { titles: [], statements: [] };
  entries.set(number, entry);
  if (title !== "" && !entry.titles.includes(title) && entry.titles.length <= mostStatements) entry.titles.push(title);
}

const isBare = ({ entries }: Series): boolean => [...entries.values()].every(({ titles }) => titles.length === 0);

/** The one plan of a document, where it holds the one number that is named without a title. */
function onlyTitled(known: readonly Series[], { entries }: Series): readonly Series[] {
  const [only, second] = known.filter((one) => !isBare(one));
  return only !== undefined && second === undefined && [...entries.keys()].every((number) => only.entries.has(number)) ? [only] : [];
}

/** Whether two series of a document are one: some title is the same and none differs, or one has no titles and the other holds its numbers. */
function isOne(a: Series, b: Series): boolean {
  let same = 0;
  let shared = 0;
  for (const [number, { titles }] of a.entries) {
    const other = b.entries.get(number);
    if (other === undefined) continue;
    shared++;
    if (titles.some((title) => isOther(other.titles, title))) return false;
    if (titles.some((title) => other.titles.some((one) => compareTitles(title, one) === "same"))) same++;
  }
  if (same > 0) return true;
  return shared >= 2 && (isBare(a) || isBare(b));
}

/** The series of one kind in a document. Linear in the mentions, quadratic in the few plans. */
export function seriesOf({ statements, mentions }: Statements, kind: string): Map<string, SeriesEntry>[] {
  const own = mentions.filter(({ label }) => label.kind === kind);
  const merged: Series[] = [];
  for (const series of scopesOf(own)) {
    const fits = merged.length > 50 ? [] : merged.filter((one) => isOne(one, series));
    const [target] = fits.length === 0 && isBare(series) ? onlyTitled(merged, series) : fits;
    // What fits two plans belongs to neither for certain.
    if (target === undefined || fits.length > 1) {
      merged.push(series);
      continue;
    }
    for (const scope of series.scopes) target.scopes.add(scope);
    for (const [number, { titles }] of series.entries) {
      if (titles.length === 0) addTitle(target, { kind, number, title: "" });
      for (const title of titles) addTitle(target, { kind, number, title });
    }
  }
  for (const statement of statements) {
    if (statement.label.kind !== kind) continue;
    merged
      .find(({ scopes }) => scopes.has(statement.scope ?? ""))
      ?.entries.get(statement.label.number)
      ?.statements.push(statement);
  }
  return merged.map(({ entries }) => {
    for (const [number, entry] of entries) if (entry.statements.length > mostStatements || entry.titles.length > mostStatements) entries.delete(number);
    return entries;
  });
}
