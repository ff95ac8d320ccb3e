// What of a Markdown text counts: its text, inline code and link targets; not comments, code blocks, quotes, struck text, unticked tasks.
import {
  cellContents,
  codeWidth,
  linkKind,
  linkWidth,
  markupKind,
  markupWidth,
  rowsByStart,
  scanOffsets,
  spanWidth,
  targetOf,
  taskRows,
  unescapeText,
  type MarkdownOffsets,
} from "@caio/repo-model/markdown";

/** One line of counted text; `from` is where it stands in the body. Left-out parts are U+0001, which joins nothing. */
export interface CountedLine {
  readonly text: string;
  readonly from: number;
}

/** A link that counts by its target. */
export interface CountedLink {
  readonly target: string;
  readonly label: string;
  readonly from: number;
}

/** In the order of the text. */
export interface CountedText {
  readonly lines: Iterable<CountedLine>;
  readonly links: Iterable<CountedLink>;
}

const gap = "\u0001";

/** Tags whose content a reader sees as struck out, quoted or preformatted, or does not see at all. */
const hidingTag = /<\/?(del|s|strike|blockquote|pre|script|style|template|textarea|title)(?![A-Za-z0-9-])/iy;
const mayHide = /<\/?(?:del|s|strike|blockquote|pre|script|style|template|textarea|title)(?![A-Za-z0-9-])/i;

/** What a unit is: text that counts, hidden (for any reason but being a link), or text in which escapes and entities say nothing. */
const [counts, hidden, raw] = [0, 1, 2];

/** Hides the parts that rows of numbers begin with. They stand in order and may nest, so each unit is marked once. */
function hideRows(mask: Uint8Array, rows: readonly number[], width = 2): void {
  let done = 0;
  for (let at = 0; at < rows.length; at += width) {
    const start = rows[at] ?? 0;
    const end = rows[at + 1] ?? 0;
    if (end > done) mask.fill(hidden, Math.max(start, done), end);
    if (end > done) done = end;
  }
}

/** Hides what stands between each hiding tag and its end; one that stays open hides the rest. */
function hideByTags({ text, parts: { markup } }: MarkdownOffsets, mask: Uint8Array): void {
  if (!mayHide.test(text)) return;
  const open = new Map<string, number>();
  for (let at = 0; at < markup.length; at += markupWidth) {
    const start = markup[at] ?? 0;
    hidingTag.lastIndex = start;
    const name = markup[at + 2] === markupKind.tag ? hidingTag.exec(text)?.[1]?.toLowerCase() : undefined;
    if (name === undefined) continue;
    const since = open.get(name);
    if (text.charCodeAt(start + 1) !== 47) {
      if (since === undefined) open.set(name, start);
    } else if (since !== undefined) {
      mask.fill(hidden, since, markup[at + 1] ?? 0);
      open.delete(name);
    }
  }
  for (const since of open.values()) mask.fill(hidden, since);
}

/** Hides unticked tasks, and shows what a ticked one inside such a task holds: the innermost decides. They stand in order and nest no deeper than containers do. */
function hideTasks(tasks: readonly number[], mask: Uint8Array): void {
  let isAnyOpen = false;
  for (let at = 0; at < tasks.length; at += 3) {
    const isOpen = tasks[at + 2] === 0;
    isAnyOpen ||= isOpen;
    if (isAnyOpen) mask.fill(isOpen ? hidden : counts, tasks[at], tasks[at + 1]);
  }
}

/** In blocks of HTML a browser takes whatever follows `<` and a letter for a tag, up to the next `>`: that is no text. */
function hideLooseTags({ text, blocks }: MarkdownOffsets, mask: Uint8Array): void {
  const lines = blocks.html.offsets;
  let isInTag = false;
  let next = -1;
  for (let line = 0; line < lines.length; line += 2) {
    const end = lines[line + 1] ?? 0;
    for (let at = lines[line] ?? 0; at < end; at++) {
      if (!isInTag) {
        if (next < at) next = text.indexOf("<", at);
        if (next === -1) return;
        if (next >= end) break;
        at = next;
      }
      if (mask[at] === hidden) continue;
      isInTag ||= /[a-z/!?]/i.test(text.charAt(at + 1));
      if (!isInTag) continue;
      mask[at] = hidden;
      isInTag = text.charCodeAt(at) !== 62;
    }
  }
}

function maskOf(offsets: MarkdownOffsets): Uint8Array {
  const { text, blocks, parts } = offsets;
  const mask = new Uint8Array(text.length);
  hideTasks(taskRows(offsets), mask);
  hideRows(mask, parts.markup, markupWidth);
  hideRows(mask, blocks.code, codeWidth);
  hideRows(mask, blocks.quotes);
  hideRows(mask, parts.strikes);
  hideByTags(offsets, mask);
  hideLooseTags(offsets, mask);
  const spans = parts.codeSpans;
  for (let span = 0; span < spans.length; span += spanWidth) {
    const end = spans[span + 1] ?? 0;
    for (let at = spans[span] ?? 0; at < end; at++) if (mask[at] === counts) mask[at] = raw;
  }
  return mask;
}

/** U+2011 and no-break spaces read as hyphen and space. */
function plainSigns(text: string): string {
  return /[\u00a0\u2007\u2011\u202f]/.test(text) ? text.replace(/\u2011/g, "-").replace(/[\u00a0\u202f\u2007]/g, " ") : text;
}

/** Text as a reader sees it: escapes and entities resolved. */
const shown = (text: string): string => plainSigns(unescapeText(text));

/** The part of a line that counts. */
function countedPart(text: string, mask: Uint8Array, start: number, end: number): string {
  let line = "";
  for (let at = start; at < end;) {
    const kept = mask[at];
    let next = at + 1;
    while (next < end && mask[next] === kept) next++;
    line += kept === hidden ? gap : kept === raw ? plainSigns(text.slice(at, next)) : shown(text.slice(at, next));
    at = next;
  }
  return line;
}

/** A link counts by its target: its label and an image's do not. Links stand in order and may nest. */
function hideLinks(links: readonly number[], mask: Uint8Array): void {
  let done = 0;
  for (let at = 0; at < links.length; at += linkWidth) {
    const end = links[at + 1] ?? 0;
    // A reference that is not defined is text.
    const isText = links[at + 5] === -1 && links[at + 7] === -1 && links[at + 2] !== linkKind.image;
    if (isText || end <= done) continue;
    mask.fill(hidden, Math.max(links[at] ?? 0, done), end);
    done = end;
  }
}

/** Nothing shorter names a record. */
const shortest = 3;

/** Whether a line may name a record or hold a waiver; what entities stand for is not known yet. */
const canCount = (line: string): boolean => /adr|[/_.\d&\u2011-]/i.test(line);

/** The lines of paragraphs, blocks of HTML, headings and cells that may count, in order: start and end of each. */
function lineRows(offsets: MarkdownOffsets): readonly number[] {
  const { text, blocks } = offsets;
  const rows: number[] = [];
  const take = (lines: readonly number[]): void => {
    for (let at = 0; at < lines.length; at += 2) {
      const start = lines[at] ?? 0;
      const end = lines[at + 1] ?? 0;
      if (end - start >= shortest && canCount(text.slice(start, end))) rows.push(start, end);
    }
  };
  take(blocks.paragraphs.offsets);
  take(blocks.html.offsets);
  take(blocks.headingLines.offsets);
  take(cellContents(offsets));
  return rowsByStart(rows, 2);
}

/** Reads a body as GitHub-flavoured Markdown. Linear in its length; never throws. */
export function countedText(body: string): CountedText {
  const offsets = scanOffsets(body, "commonmark", false);
  const { text, parts } = offsets;
  const mask = maskOf(offsets);
  const counted: number[] = [];
  for (let at = 0; at < parts.links.length; at += linkWidth) {
    const kind = parts.links[at + 2];
    const isImage = kind === linkKind.image || kind === linkKind.imageReference;
    if (!isImage && mask[parts.links[at] ?? 0] === counts) counted.push(at);
  }
  hideLinks(parts.links, mask);
  return {
    // In a block of HTML only references to characters are resolved; a backslash more or less names no other record.
    lines: onDemand(lineRows(offsets), 2, (rows, at) => {
      const start = rows[at] ?? 0;
      const line = countedPart(text, mask, start, rows[at + 1] ?? 0);
      return line === "" || line === gap ? undefined : { text: line, from: start };
    }),
    links: onDemand(counted, 1, (places, index) => {
      const at = places[index] ?? 0;
      const target = targetOf(offsets, parts.links, at);
      const written = text.slice(parts.links[at + 3], parts.links[at + 4]);
      return target !== undefined && (canCount(target) || canCount(written)) ? { target, label: shown(written), from: parts.links[at] ?? 0 } : undefined;
    }),
  };
}

/** What `make` makes of rows of numbers, each when it is first come to: who has read enough asks for no more. */
function onDemand<T>(rows: readonly number[], width: number, make: (rows: readonly number[], at: number) => T | undefined): Iterable<T> {
  const made: T[] = [];
  let next = 0;
  return {
    *[Symbol.iterator]() {
      for (let index = 0; ; index++) {
        while (index >= made.length && next < rows.length) {
          const one = make(rows, next);
          next += width;
          if (one !== undefined) made.push(one);
        }
        const one = made[index];
        if (one === undefined) return;
        yield one;
      }
    },
  };
}

/** Trailers or messages as counted text: no Markdown in them. */
export function plainText(lines: readonly string[]): CountedText {
  let from = 0;
  const counted = lines.map((line) => {
    const one = { text: plainSigns(line), from };
    from += line.length + 1;
    return one;
  });
  return { lines: counted, links: [] };
}
