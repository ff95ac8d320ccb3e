// The facts about statuses: declared sources with their conflicts, groups of copies, and what documents say without any declaration.
import type { Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import type { RepoPath } from "@caio/repo-model/text";
import type { DocSyncOptions } from "../defaults.js";
import type { Document } from "../links/link-facts.js";
import { copyConflicts, type CopyConflict } from "./copy-conflicts.js";
import type { DeclaredSource, StatusFile } from "./declared.js";
import { conflictsOf, type Conflict } from "./directed.js";
import { readSayings, type DocumentFaults } from "./document-faults.js";
import { identity } from "./entity.js";
import { newerStatements } from "./freshness.js";
import { vocabularies } from "./legend.js";
import { readSources } from "./read-sources.js";
import { withoutRivals } from "./rivals.js";
import type { ReadingOptions } from "./statements.js";
import type { Statement, Statements } from "./statement.js";
import { readStatusFile, withFrontMatter } from "./status-files.js";
import { disagreements, type Disagreement } from "./undirected.js";
import { defaultVocabulary, makeVocabulary, type Vocabulary } from "./vocabulary.js";

export interface StatusFacts extends DocumentFaults {
  readonly vocabulary: Vocabulary;
  /** A document's vocabulary, with its legend. */
  vocabularyOf(path: RepoPath): Vocabulary;
  readonly declared: readonly DeclaredSource[];
  readonly conflicts: readonly Conflict[];
  readonly copyConflicts: readonly CopyConflict[];
  /** Statements in conflict whose line was changed later than that of the source or of the canonical copy. */
  readonly newer: ReadonlySet<Statement>;
  /** What the judged documents say, without configuration. */
  readonly documents: readonly Statements[];
  readonly disagreements: readonly Disagreement[];
}

const placeOf = ({ source, token }: Statement): string => `${source.path}\0${token.range[0]}`;

/** Reads what documents and declared files say of statuses. `paths` are the repository's files and folders. */
export async function readStatusFacts(
  context: Context,
  options: DocSyncOptions,
  documents: readonly Document[],
  byPath: ReadonlyMap<RepoPath, Document>,
  paths: ReadonlySet<string>,
): Promise<StatusFacts> {
  const vocabulary = Object.keys(options.vocabulary).length === 0 ? defaultVocabulary : makeVocabulary(options.vocabulary);
  const ofDocument = vocabularies(options.vocabulary, vocabulary);
  const legends = new Map<RepoPath, Vocabulary>();
  const readingOf = ({ source, markdown }: Pick<StatusFile, "source" | "markdown">): ReadingOptions => {
    const own = markdown === undefined ? vocabulary : (legends.get(source.path) ?? ofDocument(source, markdown));
    legends.set(source.path, own);
    return { vocabulary: own, sections: options.ignore.sections, dated: options.ignore.dated };
  };
  const declared = await readSources(context, options, byPath, readingOf);
  const conflicts = withoutRivals(context, declared.flatMap(conflictsOf), declared);
  const read = async (path: RepoPath): Promise<StatusFile | undefined> => {
    const file = await readStatusFile(context, byPath, path);
    return file === undefined ? undefined : withFrontMatter(file);
  };
  const copies = await copyConflicts(context, options.groups, declared, conflicts, read, readingOf);
  const isIgnored = pathMatcher(options.ignore.files);
  const judged = documents.filter(({ source }) => !isIgnored(source.path));
  const { said, saidWithRanges, ...faults } = readSayings(judged, declared, paths, readingOf);
  const governed = new Set(
    declared.flatMap((one) =>
      [...one.entries.keys()].flatMap((key) => [one.source.path, ...one.mirrors.map((mirror) => mirror.source.path)].map((path) => `${path}\0${key}`)),
    ),
  );
  const isGoverned = ({ source, label }: Statement): boolean => governed.has(`${source.path}\0${identity(label)}`);
  // What is told against a source is told once.
  const told = new Set(conflicts.map(({ statement }) => placeOf(statement)));
  const inGroups = pathMatcher(options.groups.flatMap(({ files }) => files));
  const newer = await newerStatements(context, [
    ...conflicts.map(({ statement, truth }) => ({ statement, source: truth.source, at: truth.entry.valueRange })),
    ...copies.map(({ statement, canonical }) => ({ statement, source: canonical.source, at: canonical.token.range })),
  ]);
  return {
    ...faults,
    vocabulary,
    vocabularyOf: (path) => legends.get(path) ?? vocabulary,
    declared,
    conflicts,
    copyConflicts: copies,
    newer,
    documents: said,
    disagreements: disagreements(saidWithRanges).filter(
      ({ stale, others }) =>
        !told.has(placeOf(stale)) &&
        (!isGoverned(stale) || !others.every(isGoverned)) &&
        !(inGroups(stale.source.path) && others.every(({ source }) => inGroups(source.path))),
    ),
  };
}
