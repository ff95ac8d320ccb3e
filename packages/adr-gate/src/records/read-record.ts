// Reads a decision record: Nygard's sections, MADR's front matter and bullets, log4brains, tables, plain headings.
import { parseToml, parseYamlNow, textItems, toValue, type DataNode } from "@caio/repo-model/data";
import { scanMarkdown, type MarkdownDocument } from "@caio/repo-model/markdown";
import { dateIn } from "./date.js";
import { recordNumber, slugDate, stemOf } from "./record-path.js";
import { judgeStatus, saysStatus, type RecordStatus } from "./status.js";

export interface DecisionRecord {
  readonly path: string;
  readonly number: number | undefined;
  readonly title: string;
  readonly status: RecordStatus;
  /** `YYYY-MM-DD` */
  readonly date: string | undefined;
  /** Patterns of the paths that it decides about; undefined where it declares none. */
  readonly affects: readonly string[] | undefined;
  readonly document: MarkdownDocument;
}

type Line = { readonly text: string; readonly from: number };

/** A record's lines of text without comments and struck-through parts, in order. */
function textLines({ text, paragraphs, comments, strikes }: MarkdownDocument): Line[] {
  const hidden = [...comments.map(({ range }) => range), ...strikes].toSorted((a, b) => a[0] - b[0]);
  let next = 0;
  return paragraphs
    .toSorted((a, b) => a[0] - b[0])
    .map(([start, end]) => {
      let line = "";
      let at = start;
      while (next < hidden.length && (hidden[next]?.[1] ?? 0) <= start) next++;
      for (let index = next; index < hidden.length; index++) {
        const [from, to] = hidden[index] ?? [end, end];
        if (from >= end) break;
        line += text.slice(at, Math.max(at, from));
        at = Math.max(at, to);
      }
      return { from: start, text: line + text.slice(at, Math.max(at, end)) };
    });
}

function frontMatter({ text, frontMatter: found }: MarkdownDocument): DataNode | undefined {
  if (found === undefined) return undefined;
  const content = text.slice(...found.content);
  if (content.length > 64 * 1024) return undefined;
  // A template's `{…}` would be read as a map: it is no status either way.
  return (found.format === "yaml" ? parseYamlNow(content) : parseToml(content)).root;
}

/** A key of the front matter, its name compared without case. */
function keyOf(root: DataNode | undefined, name: string): DataNode | undefined {
  return root?.kind === "map" ? root.entries.find(({ key }) => key.toLowerCase() === name)?.value : undefined;
}

/** The same as text. */
function scalar(root: DataNode | undefined, name: string): string | undefined {
  const node = keyOf(root, name);
  if (node === undefined || node.kind === "null") return undefined;
  // `{ accepted }` is a filled template whose braces were left; data tell it as a map of names.
  if (node.kind === "map") return `{${node.entries.map(({ key, value }) => (value === undefined || value.kind === "null" ? key : `${key}: …`)).join(", ")}}`;
  const value = toValue(node);
  return Array.isArray(value) ? value.map(String).join(", ") : String(value);
}

/** `Status: accepted` and `Date: …`, as bullets or lines above the first section. */
function field(lines: readonly Line[], end: number, name: string): string | undefined {
  const form = new RegExp(`^[\\s*_]*${name}[\\s*_]*[:：](.*)$`, "isu");
  for (const { text, from } of lines) {
    if (from >= end) return undefined;
    const value = form.exec(text)?.[1];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A table's field: `isValue` tells `| Status | Accepted |` as a header from `| Status | Date |`. */
function tableField({ tables }: MarkdownDocument, name: string, isValue: (text: string) => boolean): string | undefined {
  const isName = (text: string): boolean => text.replace(/[*_:`\s]/g, "").toLowerCase() === name;
  for (const { header, rows } of tables) {
    const column = header.findIndex(({ text }) => isName(text));
    const beside = header[1]?.text;
    if (column === 0 && header.length === 2 && beside !== undefined && isValue(beside)) return beside;
    if (column !== -1) return rows[0]?.cells[column]?.text;
    const row = rows.find(({ cells }) => cells[0] !== undefined && isName(cells[0].text));
    if (row !== undefined) return row.cells[1]?.text;
  }
  return undefined;
}

function statusLines(document: MarkdownDocument, root: DataNode | undefined, lines: readonly Line[], accepted: readonly string[]): readonly string[] {
  const inFront = scalar(root, "status");
  if (inFront !== undefined) return [inFront];
  const { headings } = document;
  const index = headings.findIndex(({ text }) => /^(?:\d+[.)]?\s*)?(?:adr |decision |current )?status\s*:?$/i.test(text.trim()));
  const heading = headings[index];
  if (heading !== undefined) {
    const end = headings[index + 1]?.range[0] ?? document.text.length;
    const own = lines.filter(({ from }) => from > heading.range[0] && from < end).map(({ text }) => text);
    // A choice of boxes says what is ticked.
    return own.filter((line) => !/^\s*\[ ?\]\s/.test(line)).map((line) => line.replace(/^\s*\[[xX]\]\s+/, ""));
  }
  const firstSection = headings.find(({ level }) => level > 1)?.range[0] ?? document.text.length;
  const bullet = field(lines, firstSection, "status") ?? tableField(document, "status", (text) => saysStatus(text, accepted));
  if (bullet !== undefined) return [bullet];
  for (const { text } of headings) {
    const value = /^(?:\d+[.)]?\s*)?status\s*[:–—-]\s*(\S.*)$/i.exec(text.trim())?.[1];
    if (value !== undefined) return [value];
  }
  return [];
}

function affectsOf(root: DataNode | undefined): readonly string[] | undefined {
  const node = keyOf(root, "affects");
  if (node === undefined || node.kind === "null") return undefined;
  if (node.kind === "string") return [node.value];
  return textItems(node).map(({ value }) => value);
}

/** Reads a record. Never throws; of a text over 1 MB the first part is read. */
export function readRecord(path: string, text: string, acceptedStatuses: readonly string[]): DecisionRecord {
  const document = scanMarkdown(text.slice(0, 1_000_000));
  const root = frontMatter(document);
  const lines = textLines(document);
  const firstSection = document.headings.find(({ level }) => level > 1)?.range[0] ?? document.text.length;
  const dateHeading = document.headings.findIndex(({ text: title }) => /^date$/i.test(title.trim()));
  const underHeading = dateHeading === -1 ? undefined : lines.find(({ from }) => from > (document.headings[dateHeading]?.range[0] ?? 0))?.text;
  return {
    path,
    number: recordNumber(path),
    title: (document.headings.find(({ level }) => level === 1)?.text ?? scalar(root, "title") ?? stemOf(path)).replace(/\s+/g, " ").trim(),
    status: judgeStatus(statusLines(document, root, lines, acceptedStatuses), acceptedStatuses),
    date:
      dateIn(scalar(root, "date")) ??
      dateIn(field(lines, firstSection, "date")) ??
      dateIn(underHeading) ??
      dateIn(tableField(document, "date", (text) => dateIn(text) !== undefined)) ??
      slugDate(path),
    affects: affectsOf(root),
    document,
  };
}
