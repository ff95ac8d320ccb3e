// Declared sources and their mirrors: what the source says of each entity, and what the mirrors say.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import type { DataDocument } from "@caio/repo-model/data";
import type { MirrorOption, Select, SourceOption } from "../defaults.js";
import { dataEntries, mirrorEntry } from "./data-entries.js";
import { entityOf, entityTemplate, identity, templateMatcher, type EntityKey } from "./entity.js";
import { eitherMatcher, nameMatcher } from "./matcher.js";
import { sectionOf, selectEntries, type SelectedEntry, type SelectProblem } from "./select.js";
import type { Mention, Statement } from "./statement.js";
import { statementsOf, type ReadingOptions } from "./statements.js";
import { compareTitles } from "./titles.js";

/** A file that a source or a mirror names, as it was read. */
export interface StatusFile {
  readonly source: SourceText;
  readonly markdown?: MarkdownDocument;
  /** The data file, or a document's front matter. */
  readonly data?: DataDocument;
}

/** What a source says of one entity. */
export interface SourceEntry {
  readonly entity: EntityKey;
  readonly source: SourceText;
  readonly entry: SelectedEntry;
}

/** A source with its mirrors, read. */
export interface DeclaredSource {
  readonly option: SourceOption;
  readonly source: SourceText;
  /** By identity, in the order of the file. */
  readonly entries: ReadonlyMap<string, SourceEntry>;
  /** Keys that stand twice. */
  readonly doubled: readonly SourceEntry[];
  readonly problem?: SelectProblem;
  readonly mirrors: readonly Mirror[];
}

/** One mirror document. */
export interface Mirror {
  readonly source: SourceText;
  readonly statements: readonly Statement[];
  readonly mentions: readonly Mention[];
  /** Whether the mirror was declared with a selector: then it is to hold every entity. */
  readonly isSelected: boolean;
  /** Where the selector looks. */
  readonly section: Range;
}

const slots = (select: Select): ((slot: Statement["slot"]) => boolean) =>
  select.headings === true
    ? (slot) => slot === "heading" || slot === "line"
    : select.list === true || select.checklist === true
      ? (slot) => slot === "item"
      : () => true;

/** The entries of a source; for a whole document, whatever states something of the template's numbered things. */
function sourceEntries(option: SourceOption, file: StatusFile, reading: ReadingOptions): { entries: readonly SelectedEntry[]; problem?: SelectProblem } {
  const { select } = option;
  if (select.pointer !== undefined) return dataEntries(file, select, reading.vocabulary);
  if (file.markdown === undefined)
    return { entries: [], problem: { message: "A data file needs `select: { pointer }`.", hint: "For example `pointer: /phases`.", range: [0, 0] } };
  const chosen = selectEntries(file.source, file.markdown, select, reading.vocabulary);
  const isWhole = select.table === undefined && select.list !== true && select.checklist !== true && select.headings !== true;
  if (!isWhole || chosen.problem !== undefined) return chosen;
  const section = sectionOf(file.markdown, select.heading) ?? [0, 0];
  const { statements } = statementsOf(file.source, file.markdown, { ...reading, matcher: templateMatcher(entityTemplate(option.entity)) });
  return { entries: statements.filter(({ range }) => section[0] <= range[0] && range[1] <= section[1]).map(asEntry) };
}

function asEntry({ slot, label, token, range, group, suffix, source }: Statement): SelectedEntry {
  const key = label.number;
  const common = { slot, key, keyRange: range, title: label.title, value: source.text.slice(...token.range), valueRange: token.range, token, group };
  return suffix === undefined ? common : { ...common, suffix };
}

/** Reads a source and its mirrors. Pure. */
export function readDeclared(
  option: SourceOption,
  file: StatusFile,
  mirrors: readonly { readonly option: MirrorOption; readonly file: StatusFile }[],
  readingOf: (file: StatusFile) => ReadingOptions,
): DeclaredSource {
  const reading = readingOf(file);
  const template = entityTemplate(option.entity);
  const { entries: found, problem } = sourceEntries(option, file, reading);
  const titles = file.markdown === undefined ? [] : statementsOf(file.source, file.markdown, { ...reading, matcher: templateMatcher(template) }).mentions;
  const entries = new Map<string, SourceEntry>();
  const doubled: SourceEntry[] = [];
  for (const entry of found) {
    const named = entityOf(entry.key, template);
    if (named === undefined) continue;
    const own = named.title || entry.title || (titles.find(({ label }) => identity(label) === identity(named) && label.title !== "")?.label.title ?? "");
    const one: SourceEntry = { entity: { ...named, title: own }, source: file.source, entry };
    const before = entries.get(identity(named));
    if (before === undefined) entries.set(identity(named), one);
    else if (before.entry.token?.state !== entry.token?.state) doubled.push(one);
  }
  const names = [...entries.values()].filter(({ entity }) => entity.kind === "" && !/^\d/.test(entity.number)).map(({ entity }) => entity.number);
  const matcher = eitherMatcher(templateMatcher(template), nameMatcher(names));
  const own = new Set([...entries.values()].flatMap(({ entry }) => (entry.token === undefined ? [] : [entry.token.range[0]])));
  const read = mirrors.flatMap(({ option: mirror, file: one }): Mirror[] => {
    if (one.markdown === undefined || mirror.pointer !== undefined) {
      const statement = mirrorEntry(one, mirror, template, readingOf(one).vocabulary);
      return statement === undefined ? [] : [{ source: one.source, statements: [statement], mentions: [], isSelected: false, section: [0, 0] }];
    }
    const select = mirror.select ?? {};
    const section = sectionOf(one.markdown, select.heading);
    if (section === undefined) return [];
    const isWanted = slots(select);
    const all = statementsOf(one.source, one.markdown, { ...readingOf(one), matcher });
    const statements = all.statements.filter(
      (statement) =>
        section[0] <= statement.range[0] &&
        statement.range[1] <= section[1] &&
        isWanted(statement.slot) &&
        !(one.source.path === file.source.path && own.has(statement.token.range[0])),
    );
    return [{ source: one.source, statements, mentions: all.mentions, isSelected: mirror.select !== undefined, section }];
  });
  return { option, source: file.source, entries, doubled, mirrors: read, ...(problem === undefined ? {} : { problem }) };
}

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

/** Whether a document numbers other things than the source does. */
function isOther(mirror: Mirror, entries: DeclaredSource["entries"]): boolean {
  const same = new Set<string>();
  const different = new Set<string>();
  for (const { label } of mirror.mentions) {
    const key = identity(label);
    const likeness = compareTitles(label.title, entries.get(key)?.entity.title ?? "");
    if (likeness === "same") same.add(key);
    else if (likeness === "different") different.add(key);
  }
  return [...different].filter((key) => !same.has(key)).length > same.size;
}

/** The conflicts of a source with its mirrors. */
export function conflictsOf(declared: DeclaredSource): Conflict[] {
  const conflicts: Conflict[] = [];
  const mirrors = declared.mirrors.filter((mirror) => !isOther(mirror, declared.entries));
  const titles = new Map<string, Set<string>>();
  for (const { mentions } of mirrors)
    for (const { label } of mentions) {
      const key = identity(label);
      const own = titles.get(key) ?? new Set();
      titles.set(key, own);
      if (label.title !== "" && own.size < 50) own.add(label.title);
    }
  for (const mirror of mirrors) {
    for (const statement of mirror.statements) {
      const key = identity(statement.label);
      const truth = declared.entries.get(key);
      const token = truth?.entry.token;
      if (truth === undefined || token === undefined) continue;
      if (token.fits.has(statement.token.state) || statement.token.fits.has(token.state)) continue;
      const likeness = compareTitles(truth.entity.title, statement.label.title);
      if (likeness === "different") continue;
      const all = [...(titles.get(key) ?? [])];
      const isCertain = likeness === "same" || all.every((title) => all.every((other) => compareTitles(title, other) !== "different"));
      conflicts.push({ declared, statement, truth, siblings: mirror.statements, isCertain });
    }
  }
  return conflicts;
}
