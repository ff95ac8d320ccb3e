// What documents say, and what of it is wrong by itself or against what is known of the things that it names.
import type { Document } from "../links/link-facts.js";
import { staleAbsences, type StaleAbsence } from "./absences.js";
import type { DeclaredSource } from "./declared.js";
import { openSections, type OpenSection } from "./open-boxes.js";
import { rangeConflictsOf, type RangeConflict } from "./range-conflicts.js";
import { rangesOf, withRanges, type RangeStatement } from "./ranges.js";
import { wrongRollups, type Rollup } from "./rollups.js";
import { duplicateNumbers, type DuplicateNumber } from "./section-numbers.js";
import { staleTenses, type StaleTense } from "./stale-tenses.js";
import { statementsOf, type ReadingOptions } from "./statements.js";
import type { Statements } from "./statement.js";
import { futureTenses, type FutureTense } from "./tenses.js";

export interface DocumentFaults {
  readonly absences: readonly StaleAbsence[];
  readonly openSections: readonly OpenSection[];
  readonly rangeConflicts: readonly RangeConflict[];
  readonly rollups: readonly Rollup[];
  readonly sectionNumbers: readonly DuplicateNumber[];
  readonly staleTenses: readonly StaleTense[];
}

/** One by one: the items of a hostile document are more than a call may be given. */
function add<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}

/** What documents say and get wrong; `paths` are the repository's files and folders. Pure. */
export function readSayings(
  documents: readonly Document[],
  declared: readonly DeclaredSource[],
  paths: ReadonlySet<string>,
  readingOf: (document: Document) => ReadingOptions,
): DocumentFaults & { readonly said: readonly Statements[]; readonly saidWithRanges: readonly Statements[] } {
  const said: Statements[] = [];
  const saidWithRanges: Statements[] = [];
  const absences: StaleAbsence[] = [];
  const opened: OpenSection[] = [];
  const ranges: RangeStatement[] = [];
  const rollups: Rollup[] = [];
  const sectionNumbers: DuplicateNumber[] = [];
  const tenses: FutureTense[] = [];
  // One document after the other: its lists are needed for all of these, and for nothing else.
  for (const document of documents) {
    const { source, markdown } = document;
    const reading = readingOf(document);
    const statements = statementsOf(source, markdown, reading);
    const ownRanges = rangesOf(source, markdown, reading);
    said.push(statements);
    saidWithRanges.push(withRanges(statements, ownRanges));
    add(absences, staleAbsences(source, markdown, paths, reading));
    add(opened, openSections(source, markdown, reading));
    add(ranges, ownRanges);
    add(rollups, wrongRollups(source, markdown, reading));
    add(sectionNumbers, duplicateNumbers(source, markdown, reading));
    add(tenses, futureTenses(source, markdown, reading));
    document.forget();
  }
  return {
    said,
    saidWithRanges,
    absences,
    openSections: opened,
    rangeConflicts: rangeConflictsOf(ranges, declared, said),
    rollups,
    sectionNumbers,
    staleTenses: staleTenses(tenses, declared, said),
  };
}
