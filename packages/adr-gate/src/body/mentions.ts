// Where a text names decision records: numbers, paths, file names, URLs. What they lead to is judged elsewhere.
import { folderPrefix, resolvePath } from "../records/record-path.js";
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
  isRecord(path: string): boolean;
}

/** The context, with the folders as paths in them begin: in lower case. */
interface Reading extends MentionContext {
  readonly prefixes: readonly string[];
}

// `ADR-0007`, `ADR 7`, `ADR#7`, `adr:7`, `ADR0007`; not within a word, and no number that goes on.
const numberForm = /(?<![\p{L}\p{N}])ADR(?:-|_|[ \t]?#|:[ \t]?|[ \t])?(0*\d{1,9})(?![\p{L}\p{N}]|[.-]\d)/giu;
const urlForm = /https?:\/\/[^\s<>"'`()[\]{}\u0001]+/giu;
const wordForm = /[^\s"'`()<>[\]{},;|\u0001]+/gu;
// In a URL: a number of a record, or a file in a folder of records; the organisation `adr` and its repositories are neither.
const looksLikeRecord =
  /(?:^|[^\p{L}\p{N}])adr[-_ #:]?\d|[/_-](?:adrs?|decisions?|architecture-decisions)\/(?:\d[^/?#]*|(?:[^/?#]+\/)?[^/?#]+\.(?:md|markdown|rst|adoc))\/?(?:[?#]|$)/iu;

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

/** Where a part stands in a text, the first few times. */
function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1 && places.length < 5; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** A URL: a path of this repository's records, something foreign, something else of this repository, or nothing to do with records. */
function mentionOfUrl(url: string, label: string, from: number, context: Reading): Mention | undefined {
  const text = url.slice(0, 200);
  const [, rest = ""] = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(url) ?? [];
  const path = decoded(rest);
  const own = context.repository === undefined ? undefined : `/${context.repository}/`.toLowerCase();
  const isOwn = own !== undefined && path.toLowerCase().startsWith(own);
  const named = label !== "" && mentionsInLine({ text: label, from }, context).length > 0;
  if (!isOwn) return named || looksLikeRecord.test(decoded(url)) ? { kind: "foreign", text, from } : undefined;
  const inside = path.slice((own ?? "").length - 1);
  const candidates = context.prefixes.flatMap((prefix) => placesOf(inside.toLowerCase(), `/${prefix}`)).toSorted((a, b) => a - b);
  const paths = candidates.map((at) => resolvePath(inside.slice(at + 1))).filter((one) => /\.[\p{L}\p{N}]+$/u.test(one));
  // The name of a branch may look like a folder of records.
  const [found] = [...paths.filter((one) => context.isRecord(one)), ...paths];
  if (found !== undefined) return { kind: "path", path: found, isUrl: true, text, from };
  return named ? { kind: "elsewhere", text, from } : undefined;
}

/** A path or file name; undefined where it names no record. */
function mentionOfPath(raw: string, from: number, context: Reading): Mention | undefined {
  const text = raw.slice(0, 200);
  const bare = raw.replace(/[?#].*$/s, "").replace(/:\d+(?:-\d+)?$/, "");
  if (!bare.includes("/")) return mentionOfName(bare, text, from, context);
  const path = resolvePath(bare);
  const written = `${bare.replace(/^(?:\.{0,2}\/)+/, "")}/`.toLowerCase();
  const resolved = `${path}/`.toLowerCase();
  const isInside = context.prefixes.some((prefix) => written.startsWith(prefix) || resolved.startsWith(prefix));
  if (!isInside) return path.includes("/") ? undefined : mentionOfName(path, text, from, context);
  const isFolder = bare.endsWith("/") || context.prefixes.includes(resolved);
  return isFolder ? undefined : { kind: "path", path, isUrl: false, text, from };
}

const isDateAlone = /^(?:\d{4}-\d{2}-\d{2}|(?:19|20)\d{6})$/;

/** A record's file name; a plain word needs its ending. */
function mentionOfName(name: string, text: string, from: number, context: MentionContext): Mention | undefined {
  const stem = name.replace(/\.(?:md|markdown)$/i, "");
  const isPlainWord = stem === name && !/[\d_-]/.test(stem);
  return !isPlainWord && !isDateAlone.test(name) && context.isStem(stem) ? { kind: "name", stem, text, from } : undefined;
}

/** Whether a text can name anything: most lines cannot. */
const canName = (text: string): boolean => /adr|[/_.\d-]/i.test(text);
const isWordOfInterest = (word: string): boolean => word.length > 2 && word.length <= 1000 && /[/_.\d-]/.test(word);

function mentionsInLine(line: CountedLine, context: Reading): Mention[] {
  if (!canName(line.text)) return [];
  const found: Mention[] = [];
  const hasUrl = /https?:\/\//i.test(line.text);
  const rest = hasUrl
    ? line.text.replace(urlForm, (url, at: number) => {
        const mention = mentionOfUrl(url.replace(/[.,;:!?*_~]+$/, ""), "", line.from + at, context);
        if (mention !== undefined) found.push(mention);
        return "\u0001".repeat(url.length);
      })
    : line.text;
  const kept = rest.replace(wordForm, (whole, at: number) => {
    if (!isWordOfInterest(whole)) return whole;
    const lead = /^[*_~]*/.exec(whole)?.[0].length ?? 0;
    const word = whole.slice(lead).replace(/[.:!?*_~…]+$/u, "");
    const mention = mentionOfPath(word, line.from + at + lead, context);
    if (mention !== undefined) found.push(mention);
    // A file that is no document names no decision by a number in its name.
    const isOtherFile = word.includes("/") && /\.(?!md$|markdown$)[a-z]{1,5}$/i.test(word);
    return mention !== undefined || isOtherFile ? "\u0001".repeat(whole.length) : whole;
  });
  if (/adr/i.test(kept)) for (const { number, text, at } of numbersIn(kept)) found.push({ kind: "number", number, text, from: line.from + at });
  return found;
}

/** A Markdown link counts by its target; by its label only where it leads nowhere else. */
function mentionsOfLink(target: string, label: string, from: number, context: Reading): Mention[] {
  if (/^https?:\/\//i.test(target)) {
    const mention = mentionOfUrl(target, label, from, context);
    return mention === undefined ? [] : [mention];
  }
  const path = mentionOfPath(decoded(target), from, context);
  if (path !== undefined) return [path];
  if (target === "" || target.startsWith("#")) return mentionsInLine({ text: label, from }, context);
  if (mentionsInLine({ text: label, from }, context).length === 0) return [];
  return [{ kind: /^[a-z][a-z0-9+.-]*:|^\/\//i.test(target) ? "foreign" : "elsewhere", text: label.slice(0, 200), from }];
}

/** What a mention leads to, as a key. */
const keyOf = (mention: Mention): string =>
  mention.kind === "number" ? `#${mention.number}` : mention.kind === "path" ? `/${mention.path}` : mention.kind === "name" ? `=${mention.stem}` : mention.kind;

/** The first `most` mentions of a text in its order, each target once. */
export function findMentions(counted: CountedText, given: MentionContext, most: number): Mention[] {
  const context: Reading = { ...given, prefixes: given.dirs.map(folderPrefix) };
  const ofLines = firstMentions(
    counted.lines,
    ({ text }) => text,
    (line) => mentionsInLine(line, context),
    most,
  );
  const ofLinks = firstMentions(
    counted.links,
    ({ target, label }) => `${target}\0${label}`,
    ({ target, label, from }) => mentionsOfLink(target, label, from, context),
    most,
  );
  const seen = new Set<string>();
  return [...ofLines, ...ofLinks]
    .toSorted((a, b) => a.from - b.from)
    .filter((mention) => {
      const key = keyOf(mention);
      return !seen.has(key) && seen.add(key) !== undefined;
    })
    .slice(0, most);
}

/** The first mention of each target in places that stand in order: what is written like an earlier place leads nowhere else. */
function firstMentions<T>(places: Iterable<T>, writing: (place: T) => string, read: (place: T) => readonly Mention[], most: number): Mention[] {
  const found = new Map<string, Mention>();
  const written = new Set<string>();
  for (const place of places) {
    const text = writing(place);
    if (written.has(text)) continue;
    written.add(text);
    for (const mention of read(place).toSorted((a, b) => a.from - b.from)) if (!found.has(keyOf(mention))) found.set(keyOf(mention), mention);
    if (found.size >= most) break;
  }
  return [...found.values()];
}
