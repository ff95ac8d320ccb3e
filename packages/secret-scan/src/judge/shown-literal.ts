// Literals that show how a program is used: what stands in them is printed for a reader.
import type { Blob } from "../detect/candidate.js";

/** How far a literal of many lines is followed to where it begins. */
const literalReach = 4000;
/** What a literal is assigned to that shows how a program is used. */
const shownName =
  /(?:examples?|(?:usage|help|sample)\w{0,20})["']?[ \t]{0,4}(?::[ \t]{0,4}[\w.]{1,30}[ \t]{0,4})?(?::=|[:=])[ \t]{0,4}(?:\w{1,20}\()?\n?[ \t]{0,8}$/i;

/** A shell's literal in one pair of quotes, as programs say how they are called. */
const shellUsage = /(?:^|\n)[ \t]{0,8}\w{0,20}(?:usage|help)\w{0,20}="/gi;

/** A line that goes on in the next one, or goes on the one before: strings that are joined, and a name before its value. */
const goesOn = /(?:[+=(]|["'`][ \t]*\.|\\)[ \t]*\r?$/;
const isGoingOn = /^[ \t]*(?:\+|\.[ \t]*["'])/;
const mostLines = 80;

/** A name before a joined literal that is read by people, and what stands before its first quote. */
const describes = /(?:examples?|usage|help|sample|descriptions?|desc|summary|docs?|documentation|markdown|notes?)\w{0,20}["']?[ \t]{0,4}(?::=|[:=])/i;
const nameOf = /([A-Za-z_]\w{2,60})[ \t]{0,4}=[ \t]{0,4}$/;

/** What stands before the first quote of the statement of joined strings around an offset. */
function headOf(text: string, at: number): string {
  const lines = text.slice(Math.max(0, at - literalReach), at).split("\n");
  let first = lines.length - 1;
  while (first > 0 && lines.length - first < mostLines && (goesOn.test(lines[first - 1] ?? "") || isGoingOn.test(lines[first] ?? ""))) first--;
  const statement = lines.slice(first).join(" ");
  return statement.slice(0, statement.search(/["'`]|$/));
}

/** Constants of a text by whether a literal that describes is made of them. */
const parts = new WeakMap<Blob, Map<string, boolean>>();
const [mostParts, mostUses] = [50, 20];

function isPartOfDescription(blob: Blob, name: string): boolean {
  let known = parts.get(blob);
  if (known === undefined) parts.set(blob, (known = new Map()));
  const answer = known.get(name);
  if (answer !== undefined || known.size === mostParts) return answer ?? false;
  const { text } = blob;
  let found = false;
  for (let at = text.indexOf(name), uses = 0; at !== -1 && uses < mostUses && !found; at = text.indexOf(name, at + name.length), uses++)
    found = /\+\s{0,40}$/.test(text.slice(Math.max(0, at - 44), at)) && describes.test(headOf(text, at));
  known.set(name, found);
  return found;
}

/** Whether an offset stands between quotes within a string's own quotes (`"{\"password\": \"…\"}"`), and the string describes by its name or as a part of one that does. */
function isInDescribed(blob: Blob, at: number): boolean {
  const { text } = blob;
  if (!/\\["']$/.test(text.slice(Math.max(0, at - 2), at))) return false;
  const head = headOf(text, at);
  if (describes.test(head)) return true;
  const [, name] = nameOf.exec(head) ?? [];
  return name !== undefined && isPartOfDescription(blob, name);
}

/** Whether an offset stands in a literal that shows how something is used: one of many lines by its name, or a text in a text that describes. */
export function isInShownLiteral(blob: Blob, at: number): boolean {
  const { text } = blob;
  const before = text.slice(Math.max(0, at - literalReach), at);
  for (const quote of ["`", '"""', "'''"]) {
    const open = before.lastIndexOf(quote);
    if (open !== -1 && shownName.test(before.slice(Math.max(0, open - 120), open))) return true;
  }
  const usage = [...before.matchAll(shellUsage)].at(-1);
  if (usage !== undefined && !/(?:^|[^\\])"/.test(before.slice(usage.index + usage[0].length, -1))) return true;
  return isInDescribed(blob, at);
}
