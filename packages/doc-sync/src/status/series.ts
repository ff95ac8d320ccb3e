// Series: the numberings of one kind that a document holds. A long document may hold several plans, each with a phase 1 of its own.
import { addTo } from "@caio/repo-model/text";
import type { Label } from "./label.js";
import type { Mention, Statement, Statements } from "./statement.js";
import { compareTitles, isAkin, isBegunAlike, isWithin } from "./titles.js";

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

/** Headings of one level that number no thing twice are one plan, be it that sections divide it ("Active", "Done"). */
function withoutParents(known: readonly Series[]): Series[] {
  const levels = new Map<string, Series[]>();
  for (const series of known) {
    const level = /^heading \d+/.exec([...series.scopes][0] ?? "")?.[0];
    if (level !== undefined) addTo(levels, level, series);
  }
  const parts = [...levels.values()].filter((own) => own.length > 1 && areDisjoint(own));
  const divided = new Set(parts.flat());
  return [
    ...parts.map((own) => ({ scopes: new Set(own.flatMap(({ scopes }) => [...scopes])), entries: new Map(own.flatMap(({ entries }) => [...entries])) })),
    ...known.filter((series) => !divided.has(series)),
  ];
}

const areDisjoint = (known: readonly Series[]): boolean =>
  new Set(known.flatMap(({ entries }) => [...entries.keys()])).size === known.reduce((sum, { entries }) => sum + entries.size, 0);

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

/** Numbers that two series call alike, and numbers that they use for different things. */
function compare(a: Series, b: Series): { readonly shared: number; readonly same: number; readonly different: readonly string[] } {
  const different: string[] = [];
  let [shared, same] = [0, 0];
  for (const [number, { titles }] of a.entries) {
    const other = b.entries.get(number);
    if (other === undefined) continue;
    shared++;
    if (titles.some((title) => isOther(other.titles, title))) different.push(number);
    else if (titles.some((title) => other.titles.some((one) => compareTitles(title, one) === "same"))) same++;
  }
  return { shared, same, different };
}

/** Whether two series of a document are one: titles agree, and hardly one differs; or one has no titles and the other holds its numbers. */
function isOne(a: Series, b: Series): boolean {
  const { shared, same, different } = compare(a, b);
  if (different.length > 0) return same >= 2 && same >= different.length * 2;
  return same > 0 || (shared >= 2 && (isBare(a) || isBare(b)));
}

const isLike = (titles: readonly string[], others: readonly string[]): boolean =>
  titles.every((title) =>
    others.every((other) => compareTitles(title, other) !== "different" || isAkin(title, other) || isWithin(title, other) || isBegunAlike(title, other)),
  );

/** What a document says once of one thing of its only plan that has the number, in slightly other words. */
function onlyLike(known: readonly Series[], { entries }: Series): readonly Series[] {
  const [[number, { titles }] = ["", { titles: [] }], second] = [...entries];
  if (second !== undefined) return [];
  const [only, other] = known.filter((one) => one.entries.has(number));
  return only !== undefined && other === undefined && only.entries.size > 1 && isLike(titles, only.entries.get(number)?.titles ?? []) ? [only] : [];
}

/** The series of one kind in a document. Linear in the mentions, quadratic in the few plans. */
export function seriesOf({ statements, mentions }: Statements, kind: string): Map<string, SeriesEntry>[] {
  const own = mentions.filter(({ label }) => label.kind === kind);
  const merged: Series[] = [];
  const apart = new Set<string>();
  for (const series of withoutParents(scopesOf(own))) {
    const fits = merged.length > 50 ? [] : merged.filter((one) => isOne(one, series));
    const [target] = fits.length > 0 ? fits : isBare(series) ? onlyTitled(merged, series) : onlyLike(merged, series);
    // What fits two plans belongs to neither for certain.
    if (target === undefined || fits.length > 1) {
      merged.push(series);
      continue;
    }
    for (const scope of series.scopes) target.scopes.add(scope);
    const { different } = compare(series, target);
    for (const [number, { titles }] of series.entries) {
      // In one plan the same thing in other words, or another thing.
      if (different.includes(number) && !isLike(titles, target.entries.get(number)?.titles ?? [])) {
        for (const scope of series.scopes) apart.add(`${scope}\0${number}`);
        continue;
      }
      if (titles.length === 0) addTitle(target, { kind, number, title: "" });
      for (const title of titles) addTitle(target, { kind, number, title });
    }
  }
  for (const statement of statements) {
    if (statement.label.kind !== kind || apart.has(`${statement.scope ?? ""}\0${statement.label.number}`)) continue;
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
