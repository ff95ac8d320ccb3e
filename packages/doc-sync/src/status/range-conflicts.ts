// Ranges compared with what is said of each thing in them.
import type { Range, SourceText } from "@caio/repo-model/text";
import type { DeclaredSource } from "./declared.js";
import { entityName } from "./entity.js";
import { isHistoryPath } from "./entity-kinds.js";
import { numberingsOf } from "./numbering.js";
import { numbersOf, type RangeStatement } from "./ranges.js";
import type { Statements } from "./statement.js";
import type { State } from "./status-words.js";
import type { StatusToken } from "./token.js";

/** A thing of the range, and what is said of it elsewhere. */
export interface Member {
  readonly entity: string;
  readonly source: SourceText;
  readonly at: Range;
  readonly said: string;
  readonly state: State;
}

export interface RangeConflict {
  readonly range: RangeStatement;
  /** What contradicts it. */
  readonly others: readonly Member[];
  /** Whether a declared source says so. */
  readonly isDirected: boolean;
}

type Known = Member & { readonly token: StatusToken };

/** The members that contradict a range: work that is going on may be begun here and not there. */
function contradicting({ token }: RangeStatement, members: readonly Known[]): readonly Known[] {
  const differ = members.filter((one) => !one.token.fits.has(token.state) && !token.fits.has(one.token.state));
  if (token.state === "done" || token.state === "pending" || token.state === "cancelled") return differ;
  // "Phases 6-8 in progress" is wrong where all of them are done, or none is begun.
  return differ.length === members.length && new Set(differ.map(({ state }) => state)).size === 1 ? differ : [];
}

function ofSource(range: RangeStatement, { entries }: DeclaredSource): Known[] {
  return numbersOf(range).flatMap((number) => {
    const { entity, entry, source } = entries.get(`${range.kind} ${number}`) ?? {};
    if (entity === undefined || source === undefined || entry?.token === undefined) return [];
    return [
      { entity: entityName(entity), source, at: entry.valueRange, said: source.text.slice(...entry.token.range), state: entry.token.state, token: entry.token },
    ];
  });
}

/** What the same document says of each: only where it has one numbering of the kind. */
function ofDocument(range: RangeStatement, document: Statements): Known[] {
  const [numbering, ...others] = numberingsOf(document).filter(
    ({ kind, entries }) => kind === range.kind && numbersOf(range).some((number) => (entries.get(number)?.statements.length ?? 0) > 0),
  );
  if (numbering === undefined || others.length > 0) return [];
  return numbersOf(range).flatMap((number) => {
    const { statements = [] } = numbering.entries.get(number) ?? {};
    const [first] = statements;
    // What a document says of a thing in two ways is told by another rule.
    if (first === undefined || statements.some(({ token }) => !token.fits.has(first.token.state))) return [];
    const { source, token, label } = first;
    return [{ entity: entityName(label), source, at: token.range, said: source.text.slice(...token.range), state: token.state, token }];
  });
}

/** Ranges that do not agree: with a declared source, or with the rest of their own document. */
export function rangeConflictsOf(ranges: readonly RangeStatement[], declared: readonly DeclaredSource[], documents: readonly Statements[]): RangeConflict[] {
  const byPath = new Map(documents.map((one) => [one.source.path, one]));
  return ranges.flatMap((range): RangeConflict[] => {
    const governing = declared.find(
      ({ source, mirrors }) => source.path === range.source.path || mirrors.some((mirror) => mirror.source.path === range.source.path),
    );
    const directed = governing === undefined ? [] : contradicting(range, ofSource(range, governing));
    if (directed.length > 0) return [{ range, others: directed, isDirected: true }];
    const document = byPath.get(range.source.path);
    if (document === undefined || isHistoryPath(range.source.path)) return [];
    const others = contradicting(range, ofDocument(range, document));
    return others.length === 0 ? [] : [{ range, others, isDirected: false }];
  });
}
