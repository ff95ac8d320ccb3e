// The line that a location stands on, with carets under its range.
import { escapeControls, type Location, type SourceText } from "../text/index.js";

/** A frame's two lines; `lead` blanks stand before the carets. */
export interface CodeFrame {
  readonly line: string;
  readonly lead: number;
  readonly carets: number;
}

// What takes two columns in a terminal (Unicode's East Asian Width W and F, and emoji), and what takes none.
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/gu;
const nothing = /\p{Mn}|\p{Me}|\u200d/gu;

/** Of these each unit takes one column, and none is escaped. */
const plain = /^[ -~]*$/;

/** The columns of a terminal that a text takes. */
export function columns(text: string): number {
  if (plain.test(text)) return text.length;
  return Array.from(text.replace(nothing, "").replace(wide, "xx")).length;
}

/** Whether a place lies between the two units of a character. */
function isInsidePair(line: string, at: number): boolean {
  const [before, after] = [line.charCodeAt(at - 1), line.charCodeAt(at)];
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/** The part of a line around `start` that fits into about `room` units, never through a surrogate pair, with `start` and `end` in it. */
function cut(line: string, start: number, end: number, room: number): { readonly text: string; readonly start: number; readonly end: number } {
  const first = isInsidePair(line, start) ? start - 1 : start;
  const last = isInsidePair(line, end) ? end + 1 : end;
  if (line.length <= room) return { text: line, start: first, end: last };
  let from = Math.max(0, Math.min(first - Math.floor(room / 3), line.length - room));
  let to = from + room;
  if (isInsidePair(line, from)) from--;
  if (isInsidePair(line, to)) to++;
  const [before, after] = [from > 0 ? "…" : "", to < line.length ? "…" : ""];
  const shift = before.length - from;
  return { text: before + line.slice(from, to) + after, start: first + shift, end: Math.min(last, to) + shift };
}

/** The frame of a location, for a terminal of `width` columns; undefined where its text is not known or its line is empty. Escaped. */
export function codeFrame({ start, end, ...at }: Location, source: SourceText | undefined, width: number): CodeFrame | undefined {
  const range = source?.lineRange(start.line);
  if (source === undefined || range === undefined || range[0] === range[1] || at.range[0] > source.text.length) return undefined;
  const whole = source.text.slice(...range).replace(/^\ufeff/, "");
  const last = start.line === end.line ? end.column - 1 : whole.length;
  const part = cut(whole, Math.min(start.column - 1, whole.length), Math.min(last, whole.length), Math.max(20, width - 10));
  // What is shown alone: a long line may have very many findings.
  const text = part.text.replaceAll("\t", " ");
  if (plain.test(text)) return { line: text, lead: part.start, carets: Math.max(1, part.end - part.start) };
  const taken = (from: number, to: number): number => columns(escapeControls(text.slice(from, to)));
  return { line: escapeControls(text), lead: taken(0, part.start), carets: Math.max(1, taken(part.start, part.end)) };
}
