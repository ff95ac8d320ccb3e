// Link reference definitions at the start of a paragraph.
import { labelEnd, normalLabel, readDestination, skipWhite, titleEnd, type Destination } from "./destination.js";

/** A definition in a paragraph's text; `end` lies behind its last unit, before the line end. */
export interface FoundDefinition {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly destination: Destination;
}

/** The end of the line when only spaces and tabs stand from `at` on; undefined otherwise. */
function restOfLine(text: string, at: number): number | undefined {
  let to = at;
  while (to < text.length && (text.charCodeAt(to) === 32 || text.charCodeAt(to) === 9)) to++;
  return to === text.length || text.charCodeAt(to) === 10 ? to : undefined;
}

/** Reads one definition at `at`. */
export function readDefinition(text: string, at: number): FoundDefinition | undefined {
  const label = labelEnd(text, at);
  if (label === undefined || text.charCodeAt(label) !== 58) return undefined;
  const destination = readDestination(text, skipWhite(text, label + 1));
  if (destination === undefined) return undefined;
  const plainEnd = restOfLine(text, destination.next);
  const title = skipWhite(text, destination.next);
  const end = title > destination.next ? titleEnd(text, title) : undefined;
  const titledEnd = end === undefined ? undefined : restOfLine(text, end);
  const lineEnd = titledEnd ?? plainEnd;
  if (lineEnd === undefined) return undefined;
  return { label: normalLabel(text.slice(at + 1, label - 1)), start: at, end: titledEnd === undefined ? destination.next : (end ?? lineEnd), destination };
}

/** The definitions that a paragraph begins with, and where its text goes on. */
export function readDefinitions(text: string): { readonly definitions: readonly FoundDefinition[]; readonly rest: number } {
  const definitions: FoundDefinition[] = [];
  let at = 0;
  while (text.charCodeAt(at) === 91) {
    const found = readDefinition(text, at);
    if (found === undefined) break;
    definitions.push(found);
    const newline = text.indexOf("\n", found.end);
    at = newline === -1 ? text.length : newline + 1;
  }
  return { definitions, rest: at };
}
