// Selectors: what a configuration points at in a document, read as keys with their statuses.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import type { Select } from "../defaults.js";
import { longestText, nameTail, plainTitle } from "./label.js";
import { normalName } from "./matcher.js";
import { moveToken, type StatusToken } from "./token.js";
import type { Slot } from "./statement.js";
import { cellToken } from "./table-statements.js";
import { readStatus } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";
import { maskInline } from "./mask.js";

/** A key that was found, with its status. */
export interface SelectedEntry {
  readonly slot: Slot;
  /** The key as written. */
  readonly key: string;
  readonly keyRange: Range;
  /** A further column or text that is the key's title. */
  readonly title: string;
  /** What is written as the status; empty where nothing is. */
  readonly value: string;
  readonly valueRange: Range;
  readonly token: StatusToken | undefined;
  readonly group: number;
  readonly suffix?: Range;
}

/** What a selector does not find: for the message. */
export interface SelectProblem {
  readonly message: string;
  readonly hint: string;
  /** Where it was looked for. */
  readonly range: Range;
}

/** A heading's text as selectors name it: without numbering, emphasis, strike-through, icons and the case of letters. */
export function headingName(text: string): string {
  return normalName(plainTitle(text.replace(/^\s*(?:§\s*)?\d[\d.]*[.)]?\s+/, "")));
}

/** The section of a heading; the whole document where no heading is asked for. */
export function sectionOf(markdown: MarkdownDocument, heading: string | undefined): Range | undefined {
  if (heading === undefined) return [0, markdown.text.length];
  const wanted = headingName(heading);
  const found = markdown.headings.find(({ text }) => text === heading) ?? markdown.headings.find(({ text }) => headingName(text) === wanted);
  return found?.section;
}

const inside = ([start, end]: Range, [from, to]: Range): boolean => from <= start && end <= to;

/** Reads what a selector points at. Not for `pointer`, which is a data file's. */
export function selectEntries(
  source: SourceText,
  markdown: MarkdownDocument,
  select: Select,
  vocabulary: Vocabulary,
): { readonly entries: readonly SelectedEntry[]; readonly problem?: SelectProblem } {
  const section = sectionOf(markdown, select.heading);
  if (section === undefined) {
    const names = markdown.headings.map(({ text }) => `\`${text}\``).slice(0, 12);
    return {
      entries: [],
      problem: { message: `There is no heading \`${select.heading ?? ""}\`.`, hint: `Headings: ${names.join(", ") || "none"}.`, range: [0, 0] },
    };
  }
  if (select.table !== undefined) return tableEntries(source, markdown, select.table, section, vocabulary);
  const entries: SelectedEntry[] = [];
  if (select.headings === true) {
    for (const heading of markdown.headings)
      if (inside(heading.range, section) && (select.heading === undefined || heading.range[0] !== section[0]))
        entries.push(...textEntry(source, heading.content, "heading", heading.level, vocabulary));
    return { entries: entries.map((entry) => (entry.token === undefined ? withStatusLine(source, markdown, entry, vocabulary) : entry)) };
  }
  for (const item of markdown.listItems) {
    if (!inside(item.range, section)) continue;
    if (select.checklist === true && item.task === undefined) continue;
    const start = item.task === undefined ? item.content[0] : item.task.range[0] - 1;
    entries.push(...textEntry(source, [start, item.content[1]], "item", item.depth, vocabulary));
  }
  return { entries };
}

function textEntry(source: SourceText, range: Range, slot: Slot, group: number, vocabulary: Vocabulary): SelectedEntry[] {
  if (range[1] - range[0] > longestText) return [];
  const read = nameTail(maskInline(source.text.slice(...range)), range[0], vocabulary);
  if (read === undefined) return [];
  const { token, name, nameRange, suffix } = read;
  const at = token?.range ?? range;
  return [
    {
      slot,
      key: name,
      keyRange: nameRange,
      title: "",
      value: token === undefined ? "" : source.text.slice(...at),
      valueRange: at,
      token,
      group,
      ...(suffix === undefined ? {} : { suffix }),
    },
  ];
}

const statusLine = /^[ \t]*[*_]{0,3}(?:\p{L}+ )?(?:status|state)[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*/iu;

/** A heading without a status of its own, with the `Status:` line below it. */
function withStatusLine(source: SourceText, markdown: MarkdownDocument, entry: SelectedEntry, vocabulary: Vocabulary): SelectedEntry {
  const at = markdown.headings.findIndex(({ content }) => inside(entry.keyRange, content));
  const end = markdown.headings[at + 1]?.range[0] ?? source.text.length;
  for (const line of markdown.paragraphs) {
    if (line[0] < entry.keyRange[1] || line[1] > end) continue;
    const raw = source.text.slice(...line);
    const lead = raw.length > longestText ? null : statusLine.exec(raw);
    if (lead === null) continue;
    const token = readStatus(maskInline(raw), lead[0].length, vocabulary);
    const valueRange: Range = [line[0] + lead[0].length, line[1]];
    return {
      ...entry,
      slot: "line",
      value: source.text.slice(...valueRange).trim(),
      valueRange,
      token: token === undefined ? undefined : moveToken(token, line[0]),
      suffix: valueRange,
    };
  }
  return entry;
}

function tableEntries(
  source: SourceText,
  markdown: MarkdownDocument,
  { key, value }: NonNullable<Select["table"]>,
  section: Range,
  vocabulary: Vocabulary,
): { readonly entries: readonly SelectedEntry[]; readonly problem?: SelectProblem } {
  const tables = markdown.tables.filter(({ range }) => inside(range, section));
  const found = tables.flatMap((table) => {
    const names = table.header.map(({ text }) => normalName(plainTitle(text)));
    const [keyAt, valueAt] = [names.indexOf(normalName(key)), names.indexOf(normalName(value))];
    return keyAt === -1 || valueAt === -1 ? [] : [{ table, keyAt, valueAt, names }];
  });
  const [first] = found;
  if (first === undefined) {
    const headers = tables.map(({ header }) => header.map(({ text }) => `\`${text}\``).join(", "));
    return {
      entries: [],
      problem: {
        message: `There is no table with the columns \`${key}\` and \`${value}\`.`,
        hint: headers.length === 0 ? "The section has no table." : `Columns there: ${headers.slice(0, 5).join("; ")}.`,
        range: [section[0], section[0]],
      },
    };
  }
  const entries = found.flatMap(({ table, keyAt, valueAt, names }) => {
    const titleAt = names.findIndex((name, index) => index !== keyAt && index !== valueAt && titleNames.test(name));
    return table.rows.flatMap(({ cells }): SelectedEntry[] => {
      const [keyCell, valueCell] = [cells[keyAt], cells[valueAt]];
      if (keyCell === undefined || keyCell.text.trim() === "") return [];
      const at: Range = valueCell?.content ?? [keyCell.content[1], keyCell.content[1]];
      return [
        {
          slot: "cell",
          key: keyCell.text,
          keyRange: keyCell.content,
          title: plainTitle(cells[titleAt]?.text ?? ""),
          value: valueCell?.text ?? "",
          valueRange: at,
          token: valueCell === undefined ? undefined : cellToken(valueCell, vocabulary, source.text),
          group: table.range[0],
          suffix: at,
        },
      ];
    });
  });
  return { entries };
}

const titleNames =
  /^(?:name|title|description|focus|goal|scope|deliverables?|task|component|feature|theme|objective|what|area|summary|content|phase name|milestone name)$/;
