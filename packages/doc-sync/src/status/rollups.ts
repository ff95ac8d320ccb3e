// Sums over a list of statuses ("21 of 21, 100 %") beside the table or the boxes that they sum up.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { isHistoryPath } from "./entity-kinds.js";
import { headingTokens } from "./heading-tokens.js";
import { apartFrom, within } from "./history.js";
import { longestText } from "./label.js";
import { maskInline } from "./mask.js";
import { headingsOf } from "./outline.js";
import { rangesWith, signsOf } from "./signs.js";
import type { ReadingOptions } from "./statements.js";
import { statusCells } from "./table-statements.js";
import type { State } from "./status-words.js";

export interface Rollup {
  readonly source: SourceText;
  readonly range: Range;
  /** What the sum claims to be done, of how many. */
  readonly claimed: number;
  readonly total: number;
  readonly done: number;
  /** What it sums up. */
  readonly list: Range;
}

/** Statuses that stand together: a table's rows, a section's boxes, the sections below a heading. */
interface Group {
  readonly range: Range;
  readonly section: number | undefined;
  readonly unit: string;
  readonly states: readonly (State | undefined)[];
  /** Its items: a sum in one of them speaks of that one. */
  readonly items?: readonly Range[];
}

const units = "phases?|milestones?|sprints?|epics?|stages?|waves?|tasks?|items?|stories|features?|steps?|modules?|components?|deliverables?";
const unitOf = (text: string): string => text.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
/** "5 of 9 phases", "21/21 tasks complete", "Overall progress: 5/9". A number alone is a score, a version or a date. */
const sums = [
  new RegExp(
    `(?<![\\d.,/])(\\d{1,3}) ?(?:/|of|out of) ?(\\d{1,3}) (?:(?:[a-z]+ )?(${units}))(?: (?:are |is )?(?:complete|completed|done|finished|implemented|delivered|shipped))?(?![\\p{L}\\d])`,
    "giu",
  ),
  /\b(?:overall |total )?(?:progress|completion|completed|complete|done)[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]*(\d{1,3}) ?(?:\/|of|out of) ?(\d{1,3})(?![\d./])(?: (phases?|milestones?|sprints?|epics?|stages?|tasks?|items?|stories|features?|steps?))?/giu,
  /(?<=[([])(\d{1,3}) ?(?:\/|of|out of) ?(\d{1,3}) (?:complete|completed|done|finished|implemented)(?=[)\]])/giu,
  /\b(all) (\d{1,3}) (phases?|milestones?|sprints?|epics?|stages?|tasks?|items?|stories|steps?) (?:are |have been |were )?(?:complete|completed|done|finished|implemented|delivered|shipped)\b/giu,
];

/** "Expected result: 10/10 steps": what is to come out, and not what came. */
const wanted = /\b(?:expect\w*|targets?|goals?|should|must|criteri\w+)\b/i;

/** The sections directly below a heading, where each states something. */
function sectionGroups(source: SourceText, markdown: MarkdownDocument, reading: ReadingOptions, isApart: (at: number) => boolean): Group[] {
  const tokens = headingTokens(source, markdown, reading);
  const below = new Map<number, { readonly range: Range; readonly states: (State | undefined)[] }>();
  for (const [index, { parent, range }] of markdown.headings.entries()) {
    if (parent === undefined || isApart(markdown.headings[parent]?.range[0] ?? 0)) continue;
    const entry = below.get(parent) ?? { range, states: [] };
    below.set(parent, entry);
    entry.states.push(tokens.get(index)?.state);
  }
  return [...below].map(([section, { range, states }]) => ({ range, section, unit: "", states }));
}

function groupsOf(source: SourceText, markdown: MarkdownDocument, reading: ReadingOptions, isApart: (at: number) => boolean): Group[] {
  const { vocabulary } = reading;
  const outline = headingsOf(markdown);
  const groups: Group[] = [];
  for (const table of markdown.tables) {
    const cells = isApart(table.range[0]) ? [] : statusCells(table, source.text, vocabulary);
    if (cells.length < 2) continue;
    const unit = unitOf(table.header[0]?.text.trim() ?? "");
    groups.push({ range: table.range, section: outline.above(table.range[0]), unit, states: cells.map((token) => token?.state) });
  }
  const boxes = new Map<number | undefined, { range: Range; states: State[]; items: Range[] }>();
  for (const { task, depth, range } of markdown.listItems) {
    if (task === undefined || depth > 0 || isApart(range[0])) continue;
    const section = outline.above(range[0]);
    const entry = boxes.get(section) ?? { range, states: [], items: [] };
    boxes.set(section, entry);
    entry.items.push(range);
    entry.states.push(task.isTicked ? "done" : "pending");
  }
  for (const [section, entry] of boxes) groups.push({ ...entry, section, unit: "" });
  return [...groups, ...sectionGroups(source, markdown, reading, isApart)];
}

/** The one list that a sum in `section` can mean: the only one there with so many entries. */
function meant(groups: readonly Group[], section: number | undefined, total: number, unit: string): Group | undefined {
  const there = groups.filter((group) => group.section === section && group.states.length === total);
  const named = there.filter((group) => unit === "" || group.unit === unit || group.unit === "" || group.unit === "#");
  const [only, second] = named;
  return second === undefined && only !== undefined && only.states.every((state) => state !== undefined) ? only : undefined;
}

/** Finds the sums that their list contradicts. A sum whose list cannot be told for certain, by its length, is left alone. */
export function wrongRollups(source: SourceText, markdown: MarkdownDocument, reading: ReadingOptions): Rollup[] {
  const { sums: places } = signsOf(source);
  if (places.length === 0 || isHistoryPath(source.path)) return [];
  const isApart = apartFrom(markdown, reading);
  let known: readonly Group[] | undefined;
  const groups = (): readonly Group[] => (known ??= groupsOf(source, markdown, reading, isApart));
  const outline = headingsOf(markdown);
  const found: Rollup[] = [];
  for (const [from, to] of [
    ...rangesWith(
      markdown.headings.map(({ content }) => content),
      places,
    ),
    ...rangesWith(markdown.paragraphs, places),
  ]) {
    const raw = to - from > longestText ? "" : source.text.slice(from, to);
    const text = maskInline(raw);
    for (const sum of sums)
      for (const match of text.matchAll(sum)) {
        if (isApart(from) || wanted.test(text.slice(0, match.index))) break;
        const [whole, first = "", second = "", unit = ""] = match;
        const total = Number(second);
        const claimed = /^all$/i.test(first) ? total : Number(first);
        const range: Range = [from + match.index, from + match.index + whole.length];
        const group = total < 2 || (claimed > total && !/\p{L}$/u.test(whole)) ? undefined : meant(groups(), outline.above(from), total, unitOf(unit));
        const done = group?.states.filter((state) => state === "done").length ?? claimed;
        // What is done in part may be counted.
        const partly = group?.states.filter((state) => state === "partial").length ?? 0;
        if (
          group === undefined ||
          (done <= claimed && claimed <= done + partly) ||
          within(group.items ?? [], from) ||
          found.some((one) => one.range[0] < range[1] && range[0] < one.range[1])
        )
          continue;
        found.push({ source, range, claimed, total, done, list: group.range });
      }
  }
  return found;
}
