// Statements in tables: a column that names things, a column that says their status.
import type { Table, TableCell } from "@caio/repo-model/markdown";
import { longestText, plainTitle, readLabelled, type Label } from "./label.js";
import { maskInline } from "./mask.js";
import { normalNumber, type LabelMatcher } from "./matcher.js";
import { contradicts, moveToken, readStatus, type StatusToken } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** A row as it was read. */
export interface RowStatement {
  readonly label: Label;
  readonly token: StatusToken | undefined;
  readonly cell: TableCell;
}

const statusHeader =
  /^(?:(?:current|implementation|overall|phase|work|dev|development) )?(?:status|state|progress|completion)$|^(?:done|complete|completed|✅)\??$/i;
const anyStatusHeader = /status|state\b|progress/i;
const titleHeader =
  /^(?:name|title|description|focus|goal|scope|deliverables?|tasks?|component|feature|theme|objective|what|area|summary|content|phase name|milestone name)$/i;
const numberCell = /^[\s*_`~[]*(#|[a-z]{1,2})?(\d{1,4}(?:\.\d{1,4}){0,5}[a-z]?)[\s*_`~\]]*(?:$|[.):–—-]+\s*(.*)$)/iu;

const headerText = (cell: Pick<TableCell, "text">): string => plainTitle(cell.text);

/** The header of the one status column; columns of percentages and of dates ("Completed") beside it say the same in numbers. Undefined where there is none, or where there are several. */
function statusColumn(table: Table): number | undefined {
  const candidates = table.header.flatMap((cell, index) =>
    anyStatusHeader.test(cell.text.slice(0, longestText)) || statusHeader.test(headerText(cell)) ? [index] : [],
  );
  const isQuantity = (index: number): boolean => /^(?:progress|completion|completed?|done)$/i.test(headerText(table.header[index] ?? { text: "" }));
  const named = candidates.length > 1 ? candidates.filter((index) => !isQuantity(index)) : candidates;
  const [only, second] = named;
  const header = only === undefined ? undefined : table.header[only];
  return second === undefined && header !== undefined && statusHeader.test(headerText(header) || header.text.slice(0, longestText).trim()) ? only : undefined;
}

/** The kind that a column is called by. */
const kindOf = (header: string, { kinds }: LabelMatcher): string | undefined =>
  kinds.find((one) => new RegExp(`^${one}s?(?: ?(?:#|no\\.?|number|id))?$`, "iu").test(header));

/** A cell as a label: `Phase 3: X`, or `3`, `M3` and `3. X` under a heading that is the kind. */
function labelOf(cell: TableCell, header: string, vocabulary: Vocabulary, matcher: LabelMatcher): Label | undefined {
  if (cell.text.length > longestText) return undefined;
  const text = maskInline(cell.text);
  const labelled = readLabelled(text, 0, vocabulary, matcher)?.label;
  if (labelled !== undefined) return labelled;
  const kind = kindOf(header, matcher);
  return kind === undefined ? undefined : numbered(text, kind);
}

/** A number in a column of a kind, with what stands behind it. */
function numbered(text: string, kind: string): Label | undefined {
  const [, prefix = "", number, title = ""] = numberCell.exec(text) ?? [];
  const isOwn = prefix === "" || prefix === "#" || kind.startsWith(prefix.toLowerCase());
  return number === undefined || !isOwn ? undefined : { kind, number: normalNumber(number), title: plainTitle(title) };
}

/** "| # | Phase | Status |": the number stands beside the name. */
function countedLabel(
  cells: readonly TableCell[],
  headers: readonly string[],
  matcher: LabelMatcher,
): { readonly label: Label; readonly key: number } | undefined {
  const key = headers.findIndex((header) => /^(?:no\.?)?$/i.test(header));
  const named = headers.findIndex((header) => kindOf(header, matcher) !== undefined);
  const [count, name] = [cells[key], cells[named]];
  const kind = kindOf(headers[named] ?? "", matcher);
  if (count === undefined || name === undefined || kind === undefined || !/\p{L}{3}/u.test(name.text)) return undefined;
  const label = numbered(maskInline(count.text.slice(0, longestText)), kind);
  return label === undefined ? undefined : { label: { ...label, title: plainTitle(name.text) }, key };
}

/** The status that a cell says: it begins the cell. */
export function cellToken(cell: TableCell, vocabulary: Vocabulary, text: string): StatusToken | undefined {
  if (cell.content[1] - cell.content[0] > longestText) return undefined;
  const raw = maskInline(text.slice(...cell.content));
  const token = readStatus(raw, 0, vocabulary) ?? iconToken(raw, vocabulary);
  return token === undefined ? undefined : moveToken(token, cell.content[0]);
}

/** Icons that nobody draws for what a text of several words behind them says. */
const leadIcon = /^[*_ \t]*(?:[✅☑✔✓⏳⌛🚧]\ufe0f?)(?=[*_]*[ \t]+\p{L}\S*[ \t]+\S)/u;

/** "🚧 Parser + lexer wired": an icon before what there is of the thing. */
function iconToken(raw: string, vocabulary: Vocabulary): StatusToken | undefined {
  const [icon] = leadIcon.exec(raw) ?? [];
  const token = icon === undefined ? undefined : readStatus(icon, 0, vocabulary);
  const notes = raw.slice(icon?.length ?? 0).replace(/^[*_ \t]+/, "");
  // Words beat icons, those too that say nothing of work: "✅ Ready".
  return token === undefined || vocabulary.wordAt(notes, 0) !== undefined || contradicts(token, notes, vocabulary) ? undefined : { ...token, notes };
}

/** The statuses of all rows of a status table, known or not; none where it is not one. */
export function statusCells(table: Table, text: string, vocabulary: Vocabulary): (StatusToken | undefined)[] {
  const status = statusColumn(table);
  if (status === undefined) return [];
  return table.rows.map(({ cells }) => {
    const cell = cells[status];
    return cell === undefined ? undefined : cellToken(cell, vocabulary, text);
  });
}

const idLead = /^[\s*_`[]*[A-Z][A-Z0-9]{0,9}-\d/;
/** "Phase 3 (storage) — 2 open scenarios" */
const remark = /[\d)][*_`]*[ \t]+(?:-{1,3}|–|—)[ \t]+.*\p{L}{3}/u;

/** Reads the rows of a status table; none where it is not one. */
export function tableRows(table: Table, text: string, vocabulary: Vocabulary, matcher: LabelMatcher): RowStatement[] {
  const status = statusColumn(table);
  if (status === undefined) return [];
  const headers = table.header.map(headerText);
  const titles = headers.findIndex((header, index) => index !== status && titleHeader.test(header));
  const rows = table.rows.flatMap(({ cells }): RowStatement[] => {
    const cell = cells[status];
    if (cell === undefined) return [];
    for (const [index, key] of cells.entries()) {
      if (index === status) continue;
      const label = labelOf(key, headers[index] ?? "", vocabulary, matcher);
      // A row that begins with an id is about what has the id, known or not, and a remark behind a number is about something of the thing.
      if (label === undefined && idLead.test(key.text)) return [];
      if (label === undefined) continue;
      if (label.title === "" && remark.test(key.text)) return [];
      const other = titles === index || titles === -1 ? undefined : cells[titles];
      // A column of tasks may count them.
      const title = label.title === "" && other !== undefined && /\p{L}/u.test(other.text) ? plainTitle(other.text) : label.title;
      return [{ label: { ...label, title }, token: cellToken(cell, vocabulary, text), cell }];
    }
    const counted = countedLabel(cells, headers, matcher);
    return counted === undefined || counted.key === status ? [] : [{ label: counted.label, token: cellToken(cell, vocabulary, text), cell }];
  });
  // A number that stands in two rows is an attribute of what the rows are about.
  return new Set(rows.map(({ label }) => `${label.kind} ${label.number}`)).size === rows.length ? rows : [];
}
