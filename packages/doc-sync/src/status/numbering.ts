// Numberings: which numbered things a document speaks of, and which documents speak of the same ones.
import type { RepoPath } from "@caio/repo-model/text";
import type { Mention, Statement, Statements } from "./statement.js";
import { compareTitles, isSpecific } from "./titles.js";

/** One document's numbering of one kind. */
export interface Numbering {
  readonly path: RepoPath;
  readonly kind: string;
  /** By number: the titles that it has, and what is said of it. */
  readonly entries: ReadonlyMap<string, { readonly titles: readonly string[]; readonly statements: readonly Statement[] }>;
}

/** Whether the same number stands twice in one place: two plans in one document, each with a numbering of its own. */
function isRepeated(mentions: readonly Mention[]): boolean {
  const seen = new Map<string, string>();
  for (const { slot, group, label } of mentions) {
    if (slot !== "heading") continue;
    const key = `${group} ${label.number}`;
    if (seen.has(key)) return true;
    seen.set(key, label.title);
  }
  return false;
}

/** A document that speaks more often than this of one number uses it as an attribute of other things. */
const mostStatements = 20;

/** The numberings of a document that can be told apart: none of a kind that the document numbers twice, no number with two titles. */
export function numberingsOf({ source, statements, mentions }: Statements): Numbering[] {
  const numberings: Numbering[] = [];
  for (const kind of new Set(mentions.map(({ label }) => label.kind))) {
    const own = mentions.filter(({ label }) => label.kind === kind);
    if (isRepeated(own)) continue;
    const entries = new Map<string, { titles: string[]; statements: Statement[] }>();
    for (const { label } of own) {
      const entry = entries.get(label.number) ?? { titles: [], statements: [] };
      entries.set(label.number, entry);
      if (label.title !== "" && !entry.titles.includes(label.title)) entry.titles.push(label.title);
    }
    for (const statement of statements) if (statement.label.kind === kind) entries.get(statement.label.number)?.statements.push(statement);
    for (const [number, { titles }] of entries) {
      const [first = "", ...others] = titles;
      const isAttribute = (entries.get(number)?.statements.length ?? 0) > mostStatements;
      if (isAttribute || others.length > mostStatements || others.some((title) => compareTitles(first, title) === "different")) entries.delete(number);
    }
    numberings.push({ path: source.path, kind, entries });
  }
  return numberings;
}

/** How many numbers two numberings share by title, and how many they use for different things. */
function compare(a: Numbering, b: Numbering): { same: number; specific: number; different: number; unknown: number } {
  const result = { same: 0, specific: 0, different: 0, unknown: 0 };
  for (const [number, one] of a.entries) {
    const two = b.entries.get(number);
    if (two === undefined) continue;
    const pairs = one.titles.flatMap((title) => two.titles.map((other) => [title, compareTitles(title, other)] as const));
    if (pairs.every(([, likeness]) => likeness === "unknown")) result.unknown++;
    else if (pairs.some(([, likeness]) => likeness === "same")) {
      result.same++;
      if (pairs.some(([title, likeness]) => likeness === "same" && isSpecific(title))) result.specific++;
    } else result.different++;
  }
  return result;
}

const folder = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** Whether one document lies in the other's folder or below it. */
function isNear(a: string, b: string): boolean {
  return folder(a).startsWith(folder(b)) || folder(b).startsWith(folder(a));
}

/**
 * Whether two documents number the same things. Titles decide: none may differ, and enough must agree, more where the
 * documents lie in different branches of the tree.
 */
export function isOneNumbering(a: Numbering, b: Numbering): boolean {
  const { same, specific, different } = compare(a, b);
  // Plans are renumbered at their ends: a few other titles are borne where most agree.
  if (different > 0 && !(same >= different * 2 && specific >= 2) && !(same > different && specific >= 3)) return false;
  return isNear(a.path, b.path) ? specific >= 1 || same >= 3 : specific >= 2 || (specific >= 1 && same >= 3);
}

/** Whether a numbering has no titles at all: a bare table of numbers and states. */
export function isUntitled({ entries }: Numbering): boolean {
  return entries.size > 0 && [...entries.values()].every(({ titles }) => titles.length === 0);
}
