// Promises for things that are done already.
import type { DeclaredSource } from "./declared.js";
import { isHistoryPath } from "./entity-kinds.js";
import { isIdKind, numberingsOf, type Numbering } from "./numbering.js";
import type { Statement, Statements } from "./statement.js";
import type { FutureTense } from "./tenses.js";
import type { Range, SourceText } from "@caio/repo-model/text";

export interface StaleTense {
  readonly tense: FutureTense;
  /** Where the thing is called done. */
  readonly source: SourceText;
  readonly at: Range;
  readonly said: string;
}

const isDone = (statements: readonly Statement[]): boolean => statements.length > 0 && statements.every(({ token }) => token.state === "done");

/** The statement by which a thing is done, where no plan that has the number leaves it open. */
function doneBy(number: string, numberings: readonly Numbering[]): Statement | undefined {
  const entries = numberings.flatMap(({ kind, entries: own }) => {
    const entry = own.get(number);
    // An id is often named in passing.
    return entry === undefined || (isIdKind(kind) && entry.statements.length === 0) ? [] : [entry];
  });
  return entries.length > 0 && entries.every(({ statements }) => isDone(statements)) ? entries[0]?.statements[0] : undefined;
}

/** Sentences that promise something for a thing that is done: by its declared source, by the same document, or by every plan of the repository. */
export function staleTenses(tenses: readonly FutureTense[], declared: readonly DeclaredSource[], documents: readonly Statements[]): StaleTense[] {
  if (tenses.length === 0) return [];
  const numberings = documents.flatMap(numberingsOf);
  // An id names one thing everywhere, and what a report calls done stays done; a plan's own numbers speak for the plan alone.
  const all = numberings.filter(({ path, kind }) => isIdKind(kind) || !isHistoryPath(path));
  return tenses.flatMap((tense): StaleTense[] => {
    if (isHistoryPath(tense.source.path)) return [];
    const governing = declared.find(({ source, mirrors }) =>
      [source, ...mirrors.map((mirror) => mirror.source)].some(({ path }) => path === tense.source.path),
    );
    const truth = governing?.entries.get(`${tense.kind} ${tense.number}`);
    if (truth?.entry.token !== undefined) {
      const { token, valueRange } = truth.entry;
      return token.state === "done" ? [{ tense, source: truth.source, at: valueRange, said: truth.source.text.slice(...token.range) }] : [];
    }
    const ofKind = all.filter(({ kind, entries }) => kind === tense.kind && entries.has(tense.number));
    const own = ofKind.filter(({ path }) => path === tense.source.path);
    const by = own.length > 0 ? doneBy(tense.number, own) : doneBy(tense.number, ofKind);
    return by === undefined ? [] : [{ tense, source: by.source, at: by.token.range, said: by.source.text.slice(...by.token.range) }];
  });
}
