// What can be said of each document by itself, or against what is known of the things that it names.
import type { Document } from "../links/link-facts.js";
import { staleAbsences, type StaleAbsence } from "./absences.js";
import type { DeclaredSource } from "./declared.js";
import { openSections, type OpenSection } from "./open-boxes.js";
import { rangeConflictsOf, type RangeConflict } from "./range-conflicts.js";
import { rangesOf } from "./ranges.js";
import { wrongRollups, type Rollup } from "./rollups.js";
import { duplicateNumbers, type DuplicateNumber } from "./section-numbers.js";
import { staleTenses, type StaleTense } from "./stale-tenses.js";
import type { ReadingOptions } from "./statements.js";
import type { Statements } from "./statement.js";
import { futureTenses } from "./tenses.js";

export interface DocumentFaults {
  readonly absences: readonly StaleAbsence[];
  readonly openSections: readonly OpenSection[];
  readonly rangeConflicts: readonly RangeConflict[];
  readonly rollups: readonly Rollup[];
  readonly sectionNumbers: readonly DuplicateNumber[];
  readonly staleTenses: readonly StaleTense[];
}

/** Reads the faults of documents; `paths` are the repository's files and folders. Pure. */
export function documentFaults(
  documents: readonly Document[],
  said: readonly Statements[],
  declared: readonly DeclaredSource[],
  paths: ReadonlySet<string>,
  readingOf: (document: Document) => ReadingOptions,
): DocumentFaults {
  const each = <Fault>(find: (document: Document, reading: ReadingOptions) => readonly Fault[]): Fault[] =>
    documents.flatMap((document) => find(document, readingOf(document)));
  return {
    absences: each(({ source, markdown }, reading) => staleAbsences(source, markdown, paths, reading)),
    openSections: each(({ source, markdown }, reading) => openSections(source, markdown, reading)),
    rangeConflicts: rangeConflictsOf(
      each(({ source, markdown }, reading) => rangesOf(source, markdown, reading)),
      declared,
      said,
    ),
    rollups: each(({ source, markdown }, reading) => wrongRollups(source, markdown, reading)),
    sectionNumbers: each(({ source, markdown }, reading) => duplicateNumbers(source, markdown, reading)),
    staleTenses: staleTenses(
      each(({ source, markdown }, reading) => futureTenses(source, markdown, reading)),
      declared,
      said,
    ),
  };
}
