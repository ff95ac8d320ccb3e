// HTML blocks: the seven ways they begin and how they end (CommonMark 0.31 §4.6).
import { closingTagEnd, openingTagEnd } from "./html-tag.js";

/** 1–5 end at a text, 6 and 7 at a blank line. */
export type HtmlBlockKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

// The names of condition 6, as CommonMark 0.31.2 lists them.
const blockNames = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame " +
    "frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table " +
    "tbody td tfoot th thead title tr track ul"
  ).split(" "),
);

const rawStart = /<(?:script|pre|style|textarea)(?=[\s>]|$)/iy;
const namedStart = /<\/?([a-z][a-z0-9]{0,20})(?=[\s>]|\/>|$)/iy;
const declarationStart = /<![a-z]/iy;

/** Which kind begins at `at`, where `text[at]` is `<`; the line is `at..end`. */
export function htmlBlockStart(text: string, at: number, end: number, interruptsParagraph: boolean): HtmlBlockKind | undefined {
  const line = text.slice(at, end);
  const matches = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = 0;
    return pattern.exec(line);
  };
  if (matches(rawStart) !== null) return 1;
  if (line.startsWith("<!--")) return 2;
  if (line.startsWith("<?")) return 3;
  if (line.startsWith("<![CDATA[")) return 5;
  if (matches(declarationStart) !== null) return 4;
  const name = matches(namedStart)?.[1];
  if (name !== undefined && blockNames.has(name.toLowerCase())) return 6;
  if (interruptsParagraph) return undefined;
  const tagEnd = line[1] === "/" ? closingTagEnd(line, 0) : openingTagEnd(line, 0);
  return tagEnd !== undefined && line.slice(tagEnd).trim() === "" ? 7 : undefined;
}

const ends: Readonly<Record<1 | 2 | 3 | 4 | 5, RegExp>> = { 1: /<\/(?:script|pre|style|textarea)>/i, 2: /-->/, 3: /\?>/, 4: />/, 5: /\]\]>/ };

/** Whether a block of this kind ends with this line. */
export function endsHtmlBlock(kind: HtmlBlockKind, line: string): boolean {
  return kind <= 5 && ends[kind as 1 | 2 | 3 | 4 | 5].test(line);
}
