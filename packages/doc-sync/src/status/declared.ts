// Declared sources and their mirrors: what the source says of each entity, and what the mirrors say.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import type { DataDocument } from "@caio/repo-model/data";
import type { MirrorOption, Select, SourceOption } from "../defaults.js";
import { dataEntries } from "./data-entries.js";
import { entityOf, entityTemplate, identity, templateMatcher, type EntityKey } from "./entity.js";
import { eitherMatcher, nameMatcher } from "./matcher.js";
import { sectionOf, selectEntries, type SelectedEntry, type SelectProblem } from "./select.js";
import { readMirror } from "./mirrors.js";
import type { Mention, Statement, Unread } from "./statement.js";
import { statementsOf, type ReadingOptions } from "./statements.js";

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
  /** Its title, with the others that it has in the source: all of a document that is a source as a whole. */
  readonly titles: readonly string[];
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
  /** Things whose status is not known: only where a selector names columns or keys. */
  readonly unread: readonly Unread[];
  /** Whether the mirror was declared with a selector: then it is to hold every entity. */
  readonly isSelected: boolean;
  /** Where the selector looks. */
  readonly section: Range;
}

const isWhole = (select: Select): boolean =>
  select.table === undefined && select.list !== true && select.checklist !== true && select.headings !== true && select.pointer === undefined;

/** The entries of a source; for a whole document, whatever states something of the template's numbered things. */
function sourceEntries(option: SourceOption, file: StatusFile, reading: ReadingOptions): { entries: readonly SelectedEntry[]; problem?: SelectProblem } {
  const { select } = option;
  if (select.pointer !== undefined) return dataEntries(file, select, reading.vocabulary);
  if (file.markdown === undefined)
    return { entries: [], problem: { message: "A data file needs `select: { pointer }`.", hint: "For example `pointer: /phases`.", range: [0, 0] } };
  const chosen = selectEntries(file.source, file.markdown, select, reading.vocabulary);
  if (!isWhole(select) || chosen.problem !== undefined) return chosen;
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
    const more = isWhole(option.select) ? titles.filter(({ label }) => identity(label) === identity(named)).map(({ label }) => label.title) : [];
    const one: SourceEntry = { entity: { ...named, title: own }, titles: [...new Set([own, ...more])], source: file.source, entry };
    const before = entries.get(identity(named));
    if (before === undefined) entries.set(identity(named), one);
    else if (before.entry.token?.state !== entry.token?.state) doubled.push(one);
  }
  const names = [...entries.values()].filter(({ entity }) => entity.kind === "" && !/^\d/.test(entity.number)).map(({ entity }) => entity.number);
  const matcher = eitherMatcher(templateMatcher(template), nameMatcher(names));
  const own = new Set([...entries.values()].flatMap(({ entry }) => (entry.token === undefined ? [] : [entry.token.range[0]])));
  const isOwn = ({ source }: StatusFile, at: number): boolean => source.path === file.source.path && own.has(at);
  const read = mirrors.flatMap(({ option: mirror, file: one }) => readMirror(mirror, one, { template, matcher, reading: readingOf(one), isOwn }) ?? []);
  return { option, source: file.source, entries, doubled, mirrors: read, ...(problem === undefined ? {} : { problem }) };
}
