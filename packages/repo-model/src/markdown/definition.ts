// Link reference definitions at the start of a paragraph.
import { destinationEnd, labelEnd, normalLabel, skipWhite, titleEnd } from "./destination.js";

/** The end of the line when only spaces and tabs stand from `at` on; -1 otherwise. */
function restOfLine(text: string, at: number): number {
  let to = at;
  while (to < text.length && (text.charCodeAt(to) === 32 || text.charCodeAt(to) === 9)) to++;
  return to === text.length || text.charCodeAt(to) === 10 ? to : -1;
}

/** Receives a definition in offsets of the paragraph's text; `end` lies behind its last unit, before the line end. */
export type TakeDefinition = (label: string, start: number, end: number, destinationStart: number, destinationEnd: number) => void;

/** Reads one definition at `at`: its end, -1 where there is none. */
function readDefinition(text: string, at: number, take: TakeDefinition): number {
  const label = labelEnd(text, at);
  if (label === -1 || text.charCodeAt(label) !== 58) return -1;
  const from = skipWhite(text, label + 1);
  const next = destinationEnd(text, from);
  if (next === -1) return -1;
  const title = skipWhite(text, next);
  const titled = title > next ? titleEnd(text, title) : -1;
  const isTitled = titled !== -1 && restOfLine(text, titled) !== -1;
  if (!isTitled && restOfLine(text, next) === -1) return -1;
  const end = isTitled ? titled : next;
  const brackets = text.charCodeAt(from) === 60 ? 1 : 0;
  take(normalLabel(text.slice(at + 1, label - 1)), at, end, from + brackets, next - brackets);
  return end;
}

/** Reads the definitions that a paragraph begins with; where its text goes on. */
export function readDefinitions(text: string, take: TakeDefinition): number {
  let at = 0;
  while (text.charCodeAt(at) === 91) {
    const end = readDefinition(text, at, take);
    if (end === -1) break;
    const newline = text.indexOf("\n", end);
    at = newline === -1 ? text.length : newline + 1;
  }
  return at;
}
