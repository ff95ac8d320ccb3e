// Mirrors: what the documents and data files that repeat a source say of its things.
import type { Range } from "@caio/repo-model/text";
import type { MirrorOption, Select } from "../defaults.js";
import { dataEntries, mirrorEntry } from "./data-entries.js";
import type { Mirror, StatusFile } from "./declared.js";
import { entityOf, type EntityTemplate } from "./entity.js";
import type { LabelMatcher } from "./matcher.js";
import { sectionOf, selectEntries, type SelectedEntry } from "./select.js";
import type { Mention, Statement } from "./statement.js";
import { statementsOf, type ReadingOptions } from "./statements.js";

/** How the things of a source are known. */
export interface MirrorReading {
  readonly template: EntityTemplate;
  readonly matcher: LabelMatcher;
  readonly reading: ReadingOptions;
  /** Whether a place is the source's own: a document may be source and mirror. */
  isOwn(file: StatusFile, at: number): boolean;
}

const slots = (select: Select): ((slot: Statement["slot"]) => boolean) =>
  select.headings === true
    ? (slot) => slot === "heading" || slot === "line"
    : select.list === true || select.checklist === true
      ? (slot) => slot === "item"
      : () => true;

/** What a selector that names its columns or keys finds. */
function selectedMirror(file: StatusFile, entries: readonly SelectedEntry[], section: Range, { template, isOwn }: MirrorReading): Mirror {
  const { source } = file;
  const statements: Statement[] = [];
  const mentions: Mention[] = [];
  const unread: Mirror["unread"][number][] = [];
  for (const { key, keyRange, title, token, valueRange, value, slot, group, suffix } of entries) {
    const entity = entityOf(key, template);
    if (entity === undefined) continue;
    const label = { ...entity, title: entity.title || title };
    mentions.push({ label, slot, group, scope: "selected", at: keyRange[0] });
    if (token === undefined) unread.push({ label, value, range: valueRange[0] === valueRange[1] ? keyRange : valueRange });
    else if (!isOwn(file, token.range[0]))
      statements.push({ source, slot, label, token, range: valueRange, group, ...(suffix === undefined ? {} : { suffix }) });
  }
  return { source, statements, mentions, unread, isSelected: true, section };
}

/** Reads one file as a mirror; undefined where its selector finds nothing. */
export function readMirror(mirror: MirrorOption, file: StatusFile, how: MirrorReading): Mirror | undefined {
  const { template, matcher, reading, isOwn } = how;
  const { source, markdown } = file;
  const select = mirror.select ?? {};
  if (select.pointer !== undefined) {
    const { entries, problem } = dataEntries(file, select, reading.vocabulary);
    return problem === undefined ? selectedMirror(file, entries, [0, 0], how) : undefined;
  }
  if (markdown === undefined || mirror.pointer !== undefined) {
    const statement = mirrorEntry(file, mirror, template, reading.vocabulary);
    return statement === undefined ? undefined : { source, statements: [statement], mentions: [], unread: [], isSelected: false, section: [0, 0] };
  }
  const section = sectionOf(markdown, select.heading);
  if (section === undefined) return undefined;
  if (select.table !== undefined) {
    const { entries, problem } = selectEntries(source, markdown, select, reading.vocabulary);
    return problem === undefined ? selectedMirror(file, entries, section, how) : undefined;
  }
  const isWanted = slots(select);
  const all = statementsOf(source, markdown, { ...reading, matcher });
  const statements = all.statements.filter(
    ({ range, slot, token }) => section[0] <= range[0] && range[1] <= section[1] && isWanted(slot) && !isOwn(file, token.range[0]),
  );
  return {
    source,
    statements,
    mentions: all.mentions.filter(({ at }) => section[0] <= at && at < section[1]),
    unread: [],
    isSelected: mirror.select !== undefined,
    section,
  };
}
