// Mirrors against their source: which statements contradict it, and whether the same thing is meant.
import type { DeclaredSource, Mirror, SourceEntry } from "./declared.js";
import { identity } from "./entity.js";
import type { Statement } from "./statement.js";
import { compareTitles, isAkin, isSpecific, type Likeness } from "./titles.js";

/** A mirror's statement that contradicts its source. */
export interface Conflict {
  readonly declared: DeclaredSource;
  readonly statement: Statement;
  readonly truth: SourceEntry;
  /** Statements of the same document: its style. */
  readonly siblings: readonly Statement[];
  /** Whether it is certain that the same thing is meant: titles agree, or the mirrors do not use the number for different things. */
  readonly isCertain: boolean;
}

/** How a title compares with those that the source has for the thing. */
function likenessOf(title: string, { titles }: Pick<SourceEntry, "titles">): Likeness {
  const all = titles.map((own) => compareTitles(own, title));
  return all.includes("same") ? "same" : all.includes("different") ? "different" : "unknown";
}

/** How a mirror numbers things: as its source does, mostly so, or otherwise. Titles decide. */
function numberingOf(mirror: Mirror, entries: DeclaredSource["entries"]): "same" | "likely" | "other" {
  const same = new Set<string>();
  const different = new Set<string>();
  for (const { label } of mirror.mentions) {
    const key = identity(label);
    const truth = entries.get(key);
    const likeness = truth === undefined ? "unknown" : likenessOf(label.title, truth);
    if (likeness === "same") same.add(key);
    else if (likeness === "different") different.add(key);
  }
  const strange = [...different].filter((key) => !same.has(key)).length;
  if (strange > same.size) return "other";
  return same.size >= 2 && same.size > strange ? "same" : "likely";
}

/** What titles the mirrors have for a number. */
function titlesOf(mirrors: readonly Mirror[]): ReadonlyMap<string, ReadonlySet<string>> {
  const titles = new Map<string, Set<string>>();
  for (const { mentions } of mirrors)
    for (const { label } of mentions) {
      const key = identity(label);
      const own = titles.get(key) ?? new Set();
      titles.set(key, own);
      if (label.title !== "" && own.size < 50) own.add(label.title);
    }
  return titles;
}

/** The conflicts of a source with its mirrors. */
export function conflictsOf(declared: DeclaredSource): Conflict[] {
  const conflicts: Conflict[] = [];
  const numberings = new Map(declared.mirrors.map((mirror) => [mirror, numberingOf(mirror, declared.entries)]));
  const titles = titlesOf(declared.mirrors.filter((mirror) => numberings.get(mirror) !== "other"));
  for (const mirror of declared.mirrors) {
    const numbering = numberings.get(mirror);
    for (const statement of mirror.statements) {
      const { label } = statement;
      const truth = declared.entries.get(identity(label));
      const token = truth?.entry.token;
      if (truth === undefined || token === undefined || token.fits.has(statement.token.state) || statement.token.fits.has(token.state)) continue;
      const likeness = likenessOf(label.title, truth);
      // A document with a numbering of its own may still speak of the same thing, by its whole title.
      if (numbering === "other" && !(likeness === "same" && isSpecific(label.title))) continue;
      const isReworded = likeness === "different" && numbering === "same" && truth.titles.some((title) => isAkin(title, label.title));
      if (likeness === "different" && !isReworded) continue;
      const all = [...(titles.get(identity(label)) ?? [])];
      const isOne = all.every((title) => all.every((other) => compareTitles(title, other) !== "different"));
      conflicts.push({ declared, statement, truth, siblings: mirror.statements, isCertain: likeness === "same" || isReworded || isOne });
    }
  }
  return conflicts;
}
