// Everything that one Markdown document says of the state of numbered things.
import type { Heading, ListItem, MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { documentWords, workKinds } from "./entity-kinds.js";
import { frontMatterStatement } from "./front-matter.js";
import { historySections, within, type HistoryOptions } from "./history.js";
import { longestText, plainTitle, readLabelled, type Label, type LabelledText } from "./label.js";
import { maskInline } from "./mask.js";
import { workMatcher, type LabelMatcher } from "./matcher.js";
import { headingsOf } from "./outline.js";
import { sectionStates } from "./section-states.js";
import { beginsAt, eitherPlace, isAmong, rangesWith, signsOf } from "./signs.js";
import type { Mention, Slot, Statement, Statements, Unread } from "./statement.js";
import { cellToken, tableRows } from "./table-statements.js";
import { moveToken, readStatus } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** How documents are read. */
export interface ReadingOptions extends HistoryOptions {
  readonly vocabulary: Vocabulary;
  /** Things that are looked for. */
  readonly matcher?: LabelMatcher;
}

/** What begins a line that states the status of what its heading names. */
export const statusLine = /^[ \t]*[*_]{0,3}(?:current |implementation |overall |phase )?(?:status|state)[*_]{0,3}[ \t]*(?::|[–—-](?=[ \t]))[*_]{0,3}[ \t]*/i;
/** "**Version:** 2 · **Status:** Done · **Risk:** high": one of several facts in a line. */
const statusPart = /^[^\r\n]*?[·|•][ \t]*[*_]{2,3}(?:current |implementation |overall |phase )?(?:status|state)[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*/i;
/** "**Child**: WU-13: Panel (Status: done)": a key before what is named, where the status is called so. */
const keyLead = /^[ \t]*\*\*[^*\r\n]{1,60}\*\*:?[ \t]+(?=[^\r\n]*\((?:status|state):)/i;
/** A line that gives the id of what its section is about. */
const idLine = /^[ \t]*[*_]{0,3}(?:[\p{L}]+ ){0,2}id[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*[*_`]{0,3}(?=[A-Z])/iu;
const statusRow = /^(?:(?:current|implementation|overall) )?(?:status|state)$/i;
/** "Technical Specification: Milestone 4 - Rewards": what a document is, before what it is about. */
const documentLead = /^[\s*_]*(?:\p{L}+[ -]){0,4}\p{L}+(?:[ \t]*:|[ \t]+[–—-])[ \t]+(?=[\p{L}*_])/u;
/** What speaks of the work, and not of the document. */
const ofWork = /implement|develop|build|coding/i;
const boldLead = /^(?:[^\p{L}\p{N}\s*|]{1,4}\s+)?\*\*(?=[^*\s])/u;

/** Reads a document's statements. Pure, and linear in the document. */
export function statementsOf(source: SourceText, markdown: MarkdownDocument, { vocabulary, matcher = workMatcher, ...history }: ReadingOptions): Statements {
  const { text } = source;
  const statements: Statement[] = [];
  const mentions: Mention[] = [];
  const unread: Unread[] = [];
  const [start = 0, end = 0] = markdown.frontMatter?.content ?? [];
  const signs = signsOf(source);
  // What is looked for without configuration has its places.
  const labels = matcher === workMatcher ? signs.labels : undefined;
  if (!(labels === undefined ? matcher.may(text) : labels.length > 0) && !/^phase[ \t]*:/im.test(text.slice(start, end)))
    return { source, title: "", statements, mentions, unread };
  let apart: readonly Range[] | undefined;
  const isApart = ([start]: Range): boolean => within((apart ??= [...historySections(markdown, history), ...markdown.quotes]), start);
  const isStruck = ([start]: Range): boolean => within(markdown.strikes, start);
  const outline = headingsOf(markdown);
  const read = ([start, end]: Range): LabelledText | undefined => {
    if (end - start > longestText || (labels !== undefined && !isAmong(labels, [start, end]))) return undefined;
    const raw = text.slice(start, end);
    const found = labels !== undefined || matcher.may(raw) ? readLabelled(maskInline(raw), start, vocabulary, matcher) : undefined;
    const isWhole = found?.label.title === "" && found.label.kind === whole?.kind && found.label.number === whole.number;
    return isWhole && whole !== undefined ? { ...found, label: { ...found.label, title: whole.title } } : found;
  };
  /** What the document's own title names: without a title of its own it is the same thing anywhere below. */
  let whole: Label | undefined;
  const note = (slot: Slot, group: number, scope: string, label: Label, at: number): void => void mentions.push({ label, slot, group, scope, at });
  const add = (statement: Omit<Statement, "source">): void => {
    if (!isStruck(statement.token.range) && !isOwnLife(statement, text)) statements.push({ source, ...statement });
  };

  // A source that is declared says where its statuses stand.
  const sections = labels === undefined ? undefined : sectionStates(markdown, vocabulary);
  /** What a section that is called by a state says of a thing in it, which says nothing of itself. */
  const addListed = (slot: Slot, label: Label, at: Range, section: number | undefined, group: number, scope: string): void => {
    const token = section === undefined ? undefined : sections?.get(section);
    if (token !== undefined && !isStruck(at) && isSilent(text.slice(...at), vocabulary)) add({ slot, label, token, range: at, at, group, scope });
  };

  const byHeading = new Map<number, { readonly label: Label; readonly scope: string }>();
  /** What a `Status:` line says in words. */
  const worded = new Set<Label>();
  const headed = markdown.headings.flatMap((heading, index) => {
    const found = read(heading.content);
    if (index === 0 && heading.level === 1) whole = found?.label;
    return found === undefined || isApart(heading.range) ? [] : [{ index, heading, found, scope: `heading ${heading.level} ${heading.parent ?? ""}` }];
  });
  const drawn = drawnScopes(headed, text, vocabulary);
  const things = new Set(headed.map(({ index }) => index));
  const siblings = new Map<string, Set<string>>();
  for (const { found, scope } of headed) siblings.set(scope, (siblings.get(scope) ?? new Set()).add(`${found.label.kind} ${found.label.number}`));
  for (const { index, heading, found, scope } of headed) {
    const { label, token } = found;
    note("heading", heading.level, scope, label, heading.range[0]);
    // "Phase 0: Planning" among others of its level is a phase, and no document.
    const isDocument = documentWords.test(label.title) && !label.kind.endsWith("-") && (siblings.get(scope)?.size ?? 0) < 2;
    const isOfDocument = isDocument || isOfDocuments(markdown, heading.parent, things);
    if (!isOfDocument) byHeading.set(index, { label, scope });
    if (isOfDocument && !isDocument) continue;
    const isDrawing =
      token?.word === undefined && drawn.has(scope) && token !== undefined && heading.content[0] + leadOf(text, heading.content[0]) === token.range[0];
    if (token !== undefined && !isDrawing) add({ slot: "heading", label, token, range: heading.content, group: heading.level, scope, ...styleOf(found) });
    if (token === undefined && !isDocument) addListed("heading", label, heading.content, heading.parent, heading.level, scope);
  }

  const title = markdown.headings[0];
  const lead = title === undefined || byHeading.has(0) ? undefined : documentLead.exec(text.slice(...title.content).slice(0, longestText))?.[0];
  /** What the document is about as a whole. */
  const subject = title === undefined || lead === undefined || !documentWords.test(lead) ? undefined : read([title.content[0] + lead.length, title.content[1]]);
  if (title !== undefined && subject !== undefined && subject.label.title !== "" && !isApart(title.range)) {
    byHeading.set(0, { label: subject.label, scope: "title" });
    note("heading", title.level, "title", subject.label, title.range[0]);
  }

  for (const line of rangesWith(markdown.paragraphs, signs.idLines)) {
    const raw = line[1] - line[0] > longestText ? "" : text.slice(...line);
    const lead = idLine.exec(raw);
    const index = lead === null || isApart(line) ? undefined : outline.subject(line[0]);
    const heading = index === undefined ? undefined : markdown.headings[index];
    const found = lead === null || heading === undefined ? undefined : readLabelled(maskInline(raw.slice(lead[0].length)), line[0], vocabulary, matcher);
    if (found === undefined || index === undefined || heading === undefined || byHeading.has(index) || !found.label.kind.endsWith("-")) continue;
    const label = { ...found.label, title: found.label.title || plainTitle(heading.text.replace(/^[^:]{1,30}:\s+/, "")) };
    const scope = `id ${index}`;
    note("line", 0, scope, label, line[0]);
    byHeading.set(index, { label, scope });
  }

  for (const table of markdown.tables) {
    const isNaming = labels === undefined || isAmong(labels, table.range) || isAmong(signs.kinds, table.range);
    if ((!isNaming && byHeading.size === 0) || isApart(table.range)) continue;
    const row = table.header.length === 2 ? table.rows.find(({ cells }) => statusRow.test(plainTitle(cells[0]?.text ?? ""))) : undefined;
    const named = row === undefined ? undefined : byHeading.get(outline.subject(table.range[0]) ?? -1);
    const value = row?.cells[1];
    if (named !== undefined && value !== undefined) {
      const token = cellToken(value, vocabulary, text);
      if (token !== undefined) add({ slot: "line", ...named, token, range: value.content, group: 0, suffix: value.content });
      continue;
    }
    if (!isNaming) continue;
    const scope = `table ${table.range[0]}`;
    for (const { label, token, cell } of tableRows(table, text, vocabulary, matcher)) {
      note("cell", table.range[0], scope, label, cell.range[0]);
      if (token !== undefined) add({ slot: "cell", label, token, range: cell.content, group: table.range[0], scope, suffix: cell.content });
      else unread.push({ label, value: cell.text, range: cell.content });
    }
  }

  const { listItems } = markdown;
  let contents: readonly Range[] | undefined;
  let beginnings: readonly Range[] | undefined;
  /** Whether an item begins at a place, or behind its box. */
  const isItem = (at: number): boolean => {
    contents ??= listItems.map(({ content }) => content);
    beginnings ??= listItems.map(beginningOf);
    return beginsAt(contents, at) || beginsAt(beginnings, at);
  };
  for (const item of listItems) {
    const range = beginningOf(item);
    if (labels !== undefined && !isAmong(labels, range)) continue;
    const lead = keyLead.exec(text.slice(range[0], Math.min(range[1], range[0] + longestText)))?.[0].length ?? 0;
    const found = read([range[0] + lead, range[1]]);
    if (found === undefined || isApart(item.range)) continue;
    const { label, token } = found;
    const section = outline.above(range[0]);
    // What sections called by states list is one list.
    const isListed = section !== undefined && sections?.get(section) !== undefined;
    const scope = isListed ? `listed ${markdown.headings[section]?.parent ?? ""} ${item.depth}` : `item ${section ?? ""} ${item.depth}`;
    note("item", item.depth, scope, label, range[0]);
    if (token === undefined && item.depth === 0) addListed("item", label, range, section, item.depth, scope);
    if (token !== undefined && !isContents(text, range[0]) && found.isBare === undefined && isWholeItem(text, range[1]))
      add({ slot: "item", label, token, range, group: item.depth, scope, ...styleOf(found) });
  }

  const told = labels === undefined ? undefined : eitherPlace(labels, byHeading.size > 0 ? signs.statusLines : []);
  for (const line of told === undefined ? markdown.paragraphs : rangesWith(markdown.paragraphs, told)) {
    const isStatus = byHeading.size > 0 && isAmong(signs.statusLines, line);
    const raw = line[1] - line[0] > longestText ? "" : text.slice(...line);
    const lead = isStatus ? (statusLine.exec(raw) ?? statusPart.exec(raw)) : null;
    // What stands behind the next separator is another fact.
    const value = lead === null ? raw : raw.slice(0, lead[0].length) + (/^[^·•]*?(?=[ \t]+[|·•][ \t]|$)/.exec(raw.slice(lead[0].length))?.[0] ?? "");
    if (lead !== null) {
      const index = outline.subject(line[0]) ?? -1;
      const named = isApart(line) && !isCallout(text, markdown.headings[index], line) ? undefined : byHeading.get(index);
      const token = named === undefined ? undefined : readStatus(maskInline(value), lead[0].length, vocabulary);
      if (named !== undefined && token === undefined)
        unread.push({ label: named.label, value: value.slice(lead[0].length), range: [line[0] + lead[0].length, line[1]] });
      if (named === undefined || token === undefined) continue;
      if (named.scope === "title" && !ofWork.test(raw.slice(...(token.word ?? [0, 0])))) continue;
      if (token.word !== undefined) worded.add(named.label);
      add({ slot: "line", ...named, token: moveToken(token, line[0]), range: line, group: 0, suffix: [line[0] + lead[0].length, line[0] + value.length] });
      continue;
    }
    const isPlain = !boldLead.test(raw);
    if (isItem(line[0]) || (isPlain && !(plainLead.test(raw) && isListed(text, line)))) continue;
    const found = read(line);
    if (found === undefined || isApart(line) || (isPlain && found.token?.notes !== "" && found.suffix !== undefined)) continue;
    const { label, token } = found;
    const scope = `bold ${outline.above(line[0]) ?? ""}`;
    note("bold", 0, scope, label, line[0]);
    if (token !== undefined && found.isBare === undefined) add({ slot: "bold", label, token, range: line, group: 0, scope, ...styleOf(found) });
  }
  for (const [index, named] of byHeading) {
    const heading = markdown.headings[index];
    const [blank = "", alone = ""] = heading === undefined ? [] : (aloneBelow.exec(text.slice(heading.range[1], heading.range[1] + longestLine)) ?? []);
    const token = alone === "" || named.scope === "title" ? undefined : readStatus(alone, 0, vocabulary);
    const at = (heading?.range[1] ?? 0) + blank.length - alone.length;
    if (token !== undefined && /^[*_\s]*$/.test(token.notes) && !isApart([at, at])) {
      const range: Range = [at, at + alone.length];
      add({ slot: "line", ...named, token: moveToken(token, at), range, group: 0, suffix: range });
    }
  }
  const front = frontMatterStatement(source, markdown, vocabulary, matcher);
  if (front !== undefined) {
    note("value", 0, "front matter", front.label, front.range[0]);
    statements.push(front);
  }
  const isSubject = ({ slot, label, token }: Statement): boolean =>
    slot === "heading" && token.word === undefined && worded.has(label) && drawnSubject.test(text.slice(...token.range));
  const own = title?.level === 1 ? plainTitle(title.text) : "";
  return { source, title: own, statements: statements.filter((one) => !isSubject(one)), mentions, unread };
}

/** Whether a section is about what is written of things, and not about the things: "Documentation coverage". */
function isOfDocuments({ headings }: MarkdownDocument, from: number | undefined, things: ReadonlySet<number>): boolean {
  for (let index = from; index !== undefined && !things.has(index); index = headings[index]?.parent) {
    const { level, text } = headings[index] ?? { level: 1, text: "" };
    if (level > 1 && /\b(?:documentation|documents?|docs)\b/i.test(text.slice(0, longestText))) return true;
  }
  return false;
}

/** "**Status**: Current": what a document says of itself. */
const isOwnLife = ({ slot, token }: Omit<Statement, "source">, text: string): boolean =>
  slot === "line" && token.word !== undefined && /^current$/i.test(text.slice(...token.word));

/** Whether a text names no state by a word or an icon. */
const isSilent = (text: string, vocabulary: Vocabulary): boolean =>
  vocabulary.statesIn(text).size === 0 && ![...text].some((sign) => sign.charCodeAt(0) > 0x2000 && vocabulary.iconAt(sign, 0)?.meaning !== undefined);

/** A line that is all that stands below a heading for a start: "✅ **Complete**". */
const aloneBelow = /^\s*([^\s#>|`<-][^\r\n]*[^\s])(?=[ \t]*(?:\r?\n[ \t]*)?(?:\r?\n|$))/;
const longestLine = 120;

/** Whether a quote is nobody else's: "> **Status:** done" right below its heading. */
function isCallout(text: string, heading: Heading | undefined, [start]: Range): boolean {
  return heading !== undefined && start - heading.range[1] < longestLine && /^[\s>]*$/.test(text.slice(heading.range[1], start));
}

const names = workKinds.join("|");
/** "✅ Phase 1: Ledger" without a bullet. */
const plainLead = new RegExp(`^(?:[^\\p{L}\\p{N}\\s*|]{1,4}\\s+)?(?:${names})[ \\t]+\\d[\\d.]*[a-z]?[ \\t]*[:–—-]`, "iu");

/** Whether a line stands by itself or among others of its kind, and is no part of a sentence. */
function isListed(text: string, [start, end]: Range): boolean {
  const lines = text.slice(Math.max(0, start - longestText), start).split(/\r\n|\n|\r/);
  const before = lines.at(-2)?.trim() ?? "";
  const behind =
    text
      .slice(end, end + longestText)
      .split(/\r\n|\n|\r/, 2)[1]
      ?.trim() ?? "";
  return [before, behind].every((line) => line === "" || /^[#-]|:[*_]*$/.test(line) || plainLead.test(line));
}

/** An item from its box on, which is part of what is read. */
const beginningOf = ({ task, content }: ListItem): Range => [task === undefined ? content[0] : task.range[0] - 1, content[1]];

const leadOf = (text: string, start: number): number => /^[*_ \t]*/.exec(text.slice(start, start + 20))?.[0].length ?? 0;

/** The scopes whose headings begin with icons that are drawings: more of them say no state than say one. */
function drawnScopes(
  headed: readonly { readonly heading: { readonly content: Range }; readonly scope: string }[],
  text: string,
  vocabulary: Vocabulary,
): ReadonlySet<string> {
  const counts = new Map<string, { known: number; unknown: number }>();
  for (const { heading, scope } of headed) {
    const icon = vocabulary.iconAt(text, heading.content[0] + leadOf(text, heading.content[0]));
    if (icon === undefined) continue;
    const count = counts.get(scope) ?? { known: 0, unknown: 0 };
    counts.set(scope, count);
    if (icon.meaning === undefined) count.unknown++;
    else count.known++;
  }
  return new Set([...counts].flatMap(([scope, { known, unknown }]) => (unknown >= 3 && unknown > known ? [scope] : [])));
}

/** Icons that may draw what a section is about, or that work goes on at all: where its `Status:` line says a state in words, they do. */
const drawnSubject = /^(?:📋|📅|🏗|🔄|🚧|⏳|⌛)/u;

/** Whether an item is a link to a heading: an entry of a table of contents. */
function isContents(text: string, start: number): boolean {
  return /^[\s*_]*\[[^\n]*\]\(#/.test(text.slice(start, start + 500));
}

const styleOf = ({ suffix, leadIcon }: LabelledText): Pick<Statement, "suffix" | "leadIcon"> => ({
  ...(suffix === undefined ? {} : { suffix }),
  ...(leadIcon === undefined ? {} : { leadIcon }),
});

/** Whether an item's text ends with its first line: what goes on in the next line is prose. */
function isWholeItem(text: string, end: number): boolean {
  const next = /^[^\r\n]*(?:\r\n|\n|\r)([^\r\n]*)/.exec(text.slice(end, end + 400))?.[1];
  return next === undefined || /^\s*(?:$|[-*+#>|<`]|\d+[.)]\s)/.test(next);
}
