// Scores findings against the labelled set, line by line.
import type { LabelledFile } from "./labelled.js";

/** What a scanner says: a file and a line (from 1). */
export interface Hit {
  readonly path: string;
  readonly line: number;
}

/** How a scanner did; `missed` and `wrong` are `category path:line`. */
export interface Score {
  readonly found: number;
  readonly total: number;
  readonly false: number;
  readonly recall: number;
  readonly precision: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** A secret is found where a line of it is named; a line without one that is named is a false finding, once. */
export function scoreOf(files: readonly LabelledFile[], hits: readonly Hit[]): Score {
  const lines = new Map<string, Set<number>>();
  for (const { path, line } of hits) lines.set(path, (lines.get(path) ?? new Set()).add(line));
  const missed: string[] = [];
  const wrong: string[] = [];
  let total = 0;
  for (const { path, category, secrets } of files) {
    const named = [...(lines.get(path) ?? [])];
    total += secrets.length;
    for (const [first, last] of secrets) if (!named.some((line) => line >= first && line <= last)) missed.push(`${category} ${path}:${first}`);
    for (const line of named) if (!secrets.some(([first, last]) => line >= first && line <= last)) wrong.push(`${category} ${path}:${line}`);
  }
  const found = total - missed.length;
  return { found, total, false: wrong.length, recall: found / total, precision: found / Math.max(1, found + wrong.length), missed, wrong };
}
