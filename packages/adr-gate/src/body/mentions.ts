// Where a text names decision records: numbers, paths, file names, URLs. What they lead to is judged elsewhere.
import { beginsWithFolder, resolvePath } from "../records/record-path.js";
import type { CountedLine, CountedText } from "./counted-text.js";

/** One mention. `foreign`: in another repository; `elsewhere`: a link to something of this repository that is no record. */
export type Mention = { readonly text: string; readonly from: number } & (
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "path"; readonly path: string; readonly isUrl: boolean }
  | { readonly kind: "name"; readonly stem: string }
  | { readonly kind: "foreign" }
  | { readonly kind: "elsewhere" }
);

export interface MentionContext {
  /** `owner/name` */
  readonly repository?: string | undefined;
  readonly dirs: readonly string[];
  /** Whether a bare word is the file name of a record without its ending. */
  isStem(word: string): boolean;
}

// `ADR-0007`, `ADR 7`, `ADR#7`, `adr:7`, `ADR0007`; not within a word, and no number that goes on.
const numberForm = /(?<![\p{L}\p{N}])ADR(?:-|_|[ \t]?#|:[ \t]?|[ \t])?(\d{1,9})(?![\p{L}\p{N}]|[.-]\d)/giu;
const urlForm = /https?:\/\/[^\s<>"'`()[\]{}\u0001]+/giu;
const wordForm = /[^\s"'`()<>[\]{},;|\u0001]+/gu;
const looksLikeRecord = /(?:^|[/_-])(?:adrs?|decisions?|architecture-decisions)\/|(?:^|[^\p{L}\p{N}])adr[-_ #:]?\d/iu;

const blank = (text: string, start: number, length: number): string => text.slice(0, start) + "\u0001".repeat(length) + text.slice(start + length);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The numbers in a text, with their places. */
export function numbersIn(text: string): { readonly number: number; readonly text: string; readonly at: number }[] {
  return [...text.matchAll(numberForm)].map((match) => ({ number: Number(match[1]), text: match[0], at: match.index }));
}

/** A URL: a path of this repository's records, something foreign, something else of this repository, or nothing to do with records. */
function mentionOfUrl(url: string, label: string, from: number, context: MentionContext): Mention | undefined {
  const text = url.slice(0, 200);
  const [, rest = ""] = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url) ?? [];
  const path = decoded(rest);
  const own = context.repository === undefined ? undefined : `/${context.repository}/`.toLowerCase();
  const isOwn = own !== undefined && path.toLowerCase().startsWith(own);
  const named = numbersIn(label).length > 0;
  if (!isOwn) return named || looksLikeRecord.test(path) ? { kind: "foreign", text, from } : undefined;
  const inside = path.slice((own ?? "").length - 1);
  const starts = context.dirs.map((dir) => inside.toLowerCase().indexOf(`/${dir.toLowerCase()}/`)).filter((at) => at !== -1);
  const start = Math.min(...starts);
  if (starts.length > 0) {
    const inFolder = resolvePath(inside.slice(start + 1));
    if (/\.[\p{L}\p{N}]+$/u.test(inFolder)) return { kind: "path", path: inFolder, isUrl: true, text, from };
  }
  return named ? { kind: "elsewhere", text, from } : undefined;
}

/** A path or file name; undefined where it names no record. `isLink`: its author meant a path. */
function mentionOfPath(raw: string, from: number, context: MentionContext): Mention | undefined {
  const bare = raw.replace(/[?#].*$/s, "").replace(/:\d+(?:-\d+)?$/, "");
  const text = raw.slice(0, 200);
  const path = resolvePath(bare);
  const isInside = context.dirs.some((dir) => beginsWithFolder(bare.replace(/^(?:\.{0,2}\/)+/, ""), dir) || beginsWithFolder(path, dir));
  if (isInside)
    return bare.endsWith("/") || context.dirs.some((dir) => dir.toLowerCase() === path.toLowerCase())
      ? undefined
      : { kind: "path", path, isUrl: false, text, from };
  if (path.includes("/")) return undefined;
  const stem = path.replace(/\.(?:md|markdown)$/i, "");
  const isPlainWord = stem === path && !/[\d_-]/.test(stem);
  return !isPlainWord && context.isStem(stem) ? { kind: "name", stem, text, from } : undefined;
}

function mentionsInLine(line: CountedLine, context: MentionContext): Mention[] {
  const found: Mention[] = [];
  let rest = line.text;
  for (const match of line.text.matchAll(urlForm)) {
    const url = match[0].replace(/[.,;:!?*_~]+$/, "");
    const mention = mentionOfUrl(url, "", line.from + match.index, context);
    if (mention !== undefined) found.push(mention);
  }
  rest = rest.replace(urlForm, (url) => "\u0001".repeat(url.length));
  const taken: (readonly [number, number])[] = [];
  for (const match of rest.matchAll(wordForm)) {
    const lead = /^[*_~]*/.exec(match[0])?.[0].length ?? 0;
    const word = match[0].slice(lead).replace(/[.:!?*_~…]+$/u, "");
    if (word.length < 2 || word.length > 1000) continue;
    const mention = mentionOfPath(word, line.from + match.index + lead, context);
    if (mention !== undefined) found.push(mention);
    // A file that is no document names no decision by a number in its name.
    if (mention !== undefined || (word.includes("/") && /\.(?!md$|markdown$)[a-z]{1,5}$/i.test(word))) taken.push([match.index, match[0].length]);
  }
  let cursor = 0;
  let kept = "";
  for (const [start, length] of taken) {
    kept += rest.slice(cursor, start) + blank("", 0, length);
    cursor = start + length;
  }
  kept += rest.slice(cursor);
  for (const { number, text, at } of numbersIn(kept)) found.push({ kind: "number", number, text, from: line.from + at });
  return found;
}

/** A Markdown link counts by its target; by its label only where it leads nowhere else. */
function mentionsOfLink(target: string, label: string, from: number, context: MentionContext): Mention[] {
  if (/^https?:\/\//i.test(target)) {
    const mention = mentionOfUrl(target, label, from, context);
    return mention === undefined ? [] : [mention];
  }
  const path = mentionOfPath(decoded(target), from, context);
  if (path !== undefined) return [path];
  if (target === "" || target.startsWith("#")) return mentionsInLine({ text: label, from }, context);
  const isNamed = numbersIn(label).length > 0;
  if (!isNamed) return [];
  return [{ kind: /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target) ? "foreign" : "elsewhere", text: label.slice(0, 200), from }];
}

/** All mentions, in the order of the text. */
export function findMentions(counted: CountedText, context: MentionContext): Mention[] {
  const inText = counted.lines.flatMap((line) => mentionsInLine(line, context));
  const inLinks = counted.links.flatMap(({ target, label, from }) => mentionsOfLink(target, label, from, context));
  return [...inText, ...inLinks].toSorted((a, b) => a.from - b.from);
}
