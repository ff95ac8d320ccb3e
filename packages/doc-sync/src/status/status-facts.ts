// The facts about statuses: declared sources with their conflicts, and what documents say without any declaration.
import { RepoError } from "@caio/repo-model/text";
import { readText, type Context } from "@caio/repo-model/check";
import { scanMarkdown } from "@caio/repo-model/markdown";
import { pathMatcher } from "@caio/repo-model/patterns";
import { repoPath, type RepoPath } from "@caio/repo-model/text";
import type { DocSyncOptions } from "../defaults.js";
import type { Document } from "../links/link-facts.js";
import { newerMirrors } from "./freshness.js";
import { conflictsOf, readDeclared, type Conflict, type DeclaredSource, type StatusFile } from "./declared.js";
import { documentFaults, type DocumentFaults } from "./document-faults.js";
import { entityName, identity } from "./entity.js";
import { statementsOf, type ReadingOptions } from "./statements.js";
import type { Statement, Statements } from "./statement.js";
import { compareTitles } from "./titles.js";
import { disagreements, type Disagreement } from "./undirected.js";
import { defaultVocabulary, makeVocabulary, type Vocabulary } from "./vocabulary.js";

export interface StatusFacts extends DocumentFaults {
  readonly vocabulary: Vocabulary;
  readonly declared: readonly DeclaredSource[];
  readonly conflicts: readonly Conflict[];
  /** Conflicts whose mirror was changed later than its source. */
  readonly newer: ReadonlySet<Statement>;
  /** What the judged documents say, without configuration. */
  readonly documents: readonly Statements[];
  readonly disagreements: readonly Disagreement[];
}

const documentName = /\.(?:md|mdx|markdown)$/i;

/** Reads a file that the configuration names; undefined where it is not there. */
async function readFile(context: Context, known: ReadonlyMap<RepoPath, Document>, path: RepoPath): Promise<StatusFile | undefined> {
  const source = known.get(path)?.source ?? (await readText(context, path));
  if (source === undefined) return undefined;
  if (!documentName.test(path)) {
    const { parseData } = await import("@caio/repo-model/data");
    const data = await parseData(path, source.text);
    return { source, ...(data === undefined ? { markdown: scanMarkdown(source.text) } : { data }) };
  }
  return { source, markdown: known.get(path)?.markdown ?? scanMarkdown(source.text) };
}

/** The file with its front matter read as data, ranges being the document's. */
async function withFrontMatter(file: StatusFile): Promise<StatusFile> {
  const matter = file.markdown?.frontMatter;
  if (matter === undefined) return file;
  const { parseData } = await import("@caio/repo-model/data");
  // What stands before the front matter is blanked, so that ranges need no shift.
  const [start, end] = matter.content;
  const text = file.source.text.slice(0, end).replace(/^[^\n]*\n/, (first) => `#${" ".repeat(Math.max(0, first.length - 2))}\n`);
  const data = start > 0 ? await parseData(matter.format === "yaml" ? "front.yaml" : "front.toml", text) : undefined;
  return data === undefined ? file : { ...file, data };
}

async function readSources(
  context: Context,
  options: DocSyncOptions,
  known: ReadonlyMap<RepoPath, Document>,
  reading: ReadingOptions,
): Promise<DeclaredSource[]> {
  if (options.sources.length === 0) return [];
  const entries = await context.files.list();
  const declared: DeclaredSource[] = [];
  for (const option of options.sources) {
    const path = option.file.replace(/^\.?\//, "");
    const isThere = entries.some((entry) => entry.path === path);
    const file = isThere ? await readFile(context, known, repoPath(path)) : undefined;
    if (file === undefined) {
      context.trouble(
        new RepoError("CONFIG_INVALID", `The source \`${option.id}\` of doc-sync names \`${option.file}\`, which is not there.`, { hint: "Correct `file`." }),
      );
      continue;
    }
    const mirrors: { option: DocSyncOptions["mirrors"][number]; file: StatusFile }[] = [];
    for (const mirror of options.mirrors.filter(({ source }) => source === option.id)) {
      const isMirror = pathMatcher(mirror.files);
      const isIgnored = pathMatcher(options.ignore.files);
      for (const entry of entries) {
        if (!isMirror(entry.path) || isIgnored(entry.path) || entry.kind === "link" || entry.kind === "submodule" || context.ignores?.(entry.path) === true)
          continue;
        const one = await readFile(context, known, entry.path);
        if (one !== undefined) mirrors.push({ option: mirror, file: mirror.pointer === undefined ? one : await withFrontMatter(one) });
      }
    }
    const own = readDeclared(option, option.select.pointer === undefined ? file : await withFrontMatter(file), mirrors, reading);
    if (own.problem !== undefined)
      context.trouble(
        new RepoError("CONFIG_INVALID", `The source \`${option.id}\`: ${own.problem.message}`, {
          at: file.source.at(own.problem.range),
          hint: own.problem.hint,
        }),
      );
    declared.push(own);
  }
  return declared;
}

/** Drops conflicts of things that two sources state differently: neither may win, for the fixes would go to and fro. They are told as a fault of the configuration. */
function withoutRivals(context: Context, conflicts: readonly Conflict[], declared: readonly DeclaredSource[]): Conflict[] {
  const rivals = new Set<string>();
  for (const [index, one] of declared.entries()) {
    for (const other of declared.slice(index + 1)) {
      const isShared = one.mirrors.some(({ source }) => other.mirrors.some((mirror) => mirror.source.path === source.path));
      for (const [key, mine] of isShared ? one.entries : []) {
        const theirs = other.entries.get(key);
        const [a, b] = [mine.entry.token, theirs?.entry.token];
        if (
          theirs === undefined ||
          a === undefined ||
          b === undefined ||
          a.fits.has(b.state) ||
          compareTitles(mine.entity.title, theirs.entity.title) === "different"
        )
          continue;
        rivals.add(key);
        context.trouble(
          new RepoError(
            "CONFIG_INVALID",
            `The sources \`${one.option.id}\` and \`${other.option.id}\` state different statuses of \`${entityName(mine.entity)}\` for the same mirrors.`,
            {
              at: mine.source.at(mine.entry.valueRange),
              hint: "Let one source have it, or give them different mirrors.",
            },
          ),
        );
      }
    }
  }
  return conflicts.filter(({ statement }) => !rivals.has(identity(statement.label)));
}

/** Reads what documents and declared files say of statuses. */
export async function readStatusFacts(
  context: Context,
  options: DocSyncOptions,
  documents: readonly Document[],
  byPath: ReadonlyMap<RepoPath, Document>,
  paths: ReadonlySet<string>,
): Promise<StatusFacts> {
  const vocabulary = Object.keys(options.vocabulary).length === 0 ? defaultVocabulary : makeVocabulary(options.vocabulary);
  const reading: ReadingOptions = { vocabulary, sections: options.ignore.sections, dated: options.ignore.dated };
  const declared = await readSources(context, options, byPath, reading);
  const conflicts = withoutRivals(context, declared.flatMap(conflictsOf), declared);
  const isIgnored = pathMatcher(options.ignore.files);
  const judged = documents.filter(({ source }) => !isIgnored(source.path));
  const said = judged.map(({ source, markdown }) => statementsOf(source, markdown, reading));
  const governed = new Set(
    declared.flatMap((one) =>
      [...one.entries.keys()].flatMap((key) => [one.source.path, ...one.mirrors.map((mirror) => mirror.source.path)].map((path) => `${path}\0${key}`)),
    ),
  );
  const isGoverned = ({ source, label }: Statement): boolean => governed.has(`${source.path}\0${identity(label)}`);
  return {
    ...documentFaults(judged, said, declared, paths, reading),
    vocabulary,
    declared,
    conflicts,
    newer: await newerMirrors(context, conflicts),
    documents: said,
    disagreements: disagreements(said).filter(({ stale, others }) => !isGoverned(stale) || !others.every(isGoverned)),
  };
}
