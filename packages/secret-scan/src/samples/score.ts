// Scores findings against the labelled set, line by line.
import type { LabelledFile } from "./labelled.js";

import { mayHoldSecret, noLeakReason, type NoLeak } from "./adjudicate.js";
import { joinedSecrets } from "./labels.js";

/** What a scanner says: a file and a line (from 1). */
export interface Hit {
  readonly path: string;
  readonly line: number;
}

/** A set less what is no leak, and the lines of its files for which no scanner is praised or blamed. */
export interface Adjudicated {
  readonly files: readonly LabelledFile[];
  /** `path:line`. */
  readonly open: ReadonlySet<string>;
  /** How many labels each rule took away. */
  readonly taken: ReadonlyMap<NoLeak, number>;
}

/** Adjudicates a set: see `adjudicate.ts`. It is the same for every scanner: nothing that one of them says goes into it. */
export function adjudicated(set: readonly LabelledFile[]): Adjudicated {
  const open = new Set<string>();
  const taken = new Map<NoLeak, number>();
  const files = set.map((file) => {
    const lines = file.text.split("\n");
    const labelled = joinedSecrets(file);
    const secrets = labelled.filter(([first, last]) => {
      const reason = noLeakReason(file.category, lines.slice(first - 1, last).join("\n"));
      if (reason === undefined) return true;
      taken.set(reason, (taken.get(reason) ?? 0) + 1);
      for (let line = first; line <= last; line++) open.add(`${file.path}:${line}`);
      return false;
    });
    for (const [index, text] of lines.entries()) {
      const line = index + 1;
      if (labelled.some(([first, last]) => line >= first && line <= last)) continue;
      if (mayHoldSecret(text.includes("-----BEGIN ") ? lines.slice(index, index + 60).join("\n") : text)) open.add(`${file.path}:${line}`);
    }
    return { ...file, secrets };
  });
  return { files, open, taken };
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
export function scoreOf(files: readonly LabelledFile[], hits: readonly Hit[], open: ReadonlySet<string> = new Set()): Score {
  const lines = new Map<string, Set<number>>();
  for (const { path, line } of hits) lines.set(path, (lines.get(path) ?? new Set()).add(line));
  const missed: string[] = [];
  const wrong: string[] = [];
  let total = 0;
  for (const { path, category, secrets } of files) {
    const named = [...(lines.get(path) ?? [])];
    total += secrets.length;
    for (const [first, last] of secrets) if (!named.some((line) => line >= first && line <= last)) missed.push(`${category} ${path}:${first}`);
    for (const line of named)
      if (!open.has(`${path}:${line}`) && !secrets.some(([first, last]) => line >= first && line <= last)) wrong.push(`${category} ${path}:${line}`);
  }
  const found = total - missed.length;
  return { found, total, false: wrong.length, recall: found / total, precision: found / Math.max(1, found + wrong.length), missed, wrong };
}
