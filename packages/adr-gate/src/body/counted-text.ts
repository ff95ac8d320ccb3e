// What of a Markdown text counts: its text, inline code and link targets; not comments, code blocks, quotes, struck text, unticked tasks.
import { scanMarkdown, unescapeText, type HtmlTag, type MarkdownDocument } from "@caio/repo-model/markdown";

type Range = readonly [start: number, end: number];

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

export interface CountedText {
  readonly lines: readonly CountedLine[];
  readonly links: readonly CountedLink[];
}

/** Tags whose content a reader sees as struck out, quoted or preformatted, or does not see at all. */
const hidingTags = new Set(["del", "s", "strike", "blockquote", "pre", "script", "style", "template", "textarea", "title"]);
const gap = "\u0001";

/** Ranges from each hiding tag to its end; one that stays open hides the rest. */
function hiddenByTags(tags: readonly HtmlTag[], end: number): Range[] {
  const ranges: Range[] = [];
  const open = new Map<string, number>();
  for (const { name, range } of tags) {
    const bare = name.replace("/", "").toLowerCase();
    if (!hidingTags.has(bare)) continue;
    const since = open.get(bare);
    if (!name.startsWith("/")) {
      if (since === undefined) open.set(bare, range[0]);
    } else if (since !== undefined) {
      ranges.push([since, range[1]]);
      open.delete(bare);
    }
  }
  for (const since of open.values()) ranges.push([since, end]);
  return ranges;
}

/** Marks unticked tasks: the innermost task that holds a place decides. One sweep over nested ranges, which stand in order. */
function markTasks(tasks: readonly number[], steps: Int32Array): void {
  /** Indices of the tasks that hold the place. */
  const open: number[] = [];
  let state = 0;
  const settle = (at: number): void => {
    const last = open.at(-1);
    const now = last !== undefined && tasks[last + 2] === 0 ? 1 : 0;
    if (now !== state) steps[at] = (steps[at] ?? 0) + now - state;
    state = now;
  };
  const leave = (start: number): void => {
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      const end = tasks[last + 1] ?? 0;
      if (end > start) return;
      open.pop();
      settle(end);
    }
  };
  for (let at = 0; at < tasks.length; at += 3) {
    const start = tasks[at] ?? 0;
    leave(start);
    open.push(at);
    settle(start);
  }
  leave(Number.POSITIVE_INFINITY);
}

/** In blocks of HTML a browser takes whatever follows `<` and a letter for a tag, up to the next `>`: that is no text. */
function hideLooseTags({ text, htmlLines }: MarkdownDocument, mask: Uint8Array): void {
  let isInTag = false;
  for (const [start, end] of htmlLines) {
    for (let at = start; at < end; at++) {
      if (mask[at] === hidden) continue;
      const unit = text.charCodeAt(at);
      isInTag ||= unit === 60 && /[a-z/!?]/i.test(text.charAt(at + 1));
      if (!isInTag) continue;
      mask[at] = hidden;
      isInTag = unit !== 62;
    }
  }
}

/** What a unit is: text that counts, hidden (for any reason but being a link), or text in which escapes and entities say nothing. */
const [counts, hidden, raw] = [0, 1, 2];

function maskOf(document: MarkdownDocument): Uint8Array {
  const { text, comments, otherMarkup, quotes, strikes, tags, taskOffsets, code, codeSpans } = document;
  const steps = new Int32Array(text.length + 2);
  const hide = ([start, end]: Range): void => {
    steps[start] = (steps[start] ?? 0) + 1;
    steps[end] = (steps[end] ?? 0) - 1;
  };
  for (const { range } of comments) hide(range);
  for (const { range } of tags) hide(range);
  for (const { range } of code) hide(range);
  for (const range of otherMarkup) hide(range);
  for (const range of quotes) hide(range);
  for (const range of strikes) hide(range);
  for (const range of hiddenByTags(tags, text.length)) hide(range);
  markTasks(taskOffsets, steps);
  const mask = new Uint8Array(text.length);
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    depth += steps[at] ?? 0;
    mask[at] = depth > 0 ? hidden : counts;
  }
  hideLooseTags(document, mask);
  for (const { range } of codeSpans) {
    const end = range[1];
    for (let at = range[0]; at < end; at++) if (mask[at] === counts) mask[at] = raw;
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

/** A link counts by its target: its label and an image's do not. Ranges may nest deeply, so each unit is marked once. */
function hideLinks(links: MarkdownDocument["links"], mask: Uint8Array): void {
  let done = 0;
  for (const { kind, target, range } of links) {
    const end = range[1];
    if ((target === undefined && kind !== "image") || end <= done) continue;
    mask.fill(hidden, Math.max(range[0], done), end);
    done = end;
  }
}

/** Nothing shorter names a record. */
const shortest = 3;

/** Whether a line may name a record or hold a waiver; what entities stand for is not known yet. */
const canCount = (line: string): boolean => /adr|[/_.\d&\u2011-]/i.test(line);

/** Reads a body as GitHub-flavoured Markdown. Linear in its length; never throws. */
export function countedText(body: string): CountedText {
  const document = scanMarkdown(body);
  const { text } = document;
  const mask = maskOf(document);
  const links: CountedLink[] = [];
  for (const { kind, target, range, label } of document.links) {
    const isImage = kind === "image" || kind === "image-reference";
    if (target === undefined || isImage || mask[range[0]] !== counts) continue;
    const written = text.slice(label[0], label[1]);
    if (canCount(target) || canCount(written)) links.push({ target, label: shown(written), from: range[0] });
  }
  hideLinks(document.links, mask);
  // In a block of HTML only references to characters are resolved; a backslash more or less names no other record.
  const lines: CountedLine[] = [];
  const take = (start: number, end: number): void => {
    if (end - start < shortest || !canCount(text.slice(start, end))) return;
    const line = countedPart(text, mask, start, end);
    if (line !== "" && line !== gap) lines.push({ text: line, from: start });
  };
  const offsets = document.paragraphOffsets;
  for (let at = 0; at < offsets.length; at += 2) take(offsets[at] ?? 0, offsets[at + 1] ?? 0);
  for (const [start, end] of document.htmlLines) take(start, end);
  for (const [start, end] of document.inlineContents) take(start, end);
  return { lines: lines.toSorted((a, b) => a.from - b.from), links };
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
