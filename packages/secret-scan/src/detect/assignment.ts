// Assignments: a name, an operator and a value, in the languages and formats that repositories hold.
import { looksRandom } from "../judge/randomness.js";
import {
  callForms,
  commandForms,
  dashForm,
  elementForms,
  envForm,
  optionForm,
  pairForms,
  plainForms,
  quotedForm,
  setterForm,
  type Form,
} from "./assignment-forms.js";

/** An assignment as it stands in a text; ranges are byte offsets. */
export interface Assignment {
  readonly name: string;
  readonly nameEnd: number;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

interface Value {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const nameLimit = 80;
/** Whether a unit belongs to a name: letters, digits, `_`, `.`, `-`. */
const isNameUnit = new Uint8Array(256);
for (const unit of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-") isNameUnit[unit.charCodeAt(0)] = 1;

function take(text: string, form: RegExp, at: number): Value | undefined {
  form.lastIndex = at;
  const match = form.exec(text);
  if (match === null) return undefined;
  const value = match.slice(1).find((group) => group !== undefined);
  if (value === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(value);
  return { value, start, end: start + value.length };
}

/** The name around a keyword that ends at `end`: what stands on both sides of it, as far as names go. */
export function nameAround(text: string, end: number): readonly [start: number, end: number] {
  let from = end;
  while (from > 0 && end - from < nameLimit && isNameUnit[text.charCodeAt(from - 1)] === 1) from--;
  let to = end;
  while (to < text.length && to - end < nameLimit && isNameUnit[text.charCodeAt(to)] === 1) to++;
  return [from, to];
}

/** So far the end of a name's element is looked for. */
const elementReach = 100;

/**
 * Whether a value may follow a name: of what is encoded, nearly each word that has a name's look ends at a sign of its alphabet, or goes on. An element's
 * name may have a path behind it (`elementForms`).
 */
export function mayHaveValue(text: string, [from, to]: readonly [start: number, end: number]): boolean {
  const next = text[to];
  const isEncoded = next === "/" || (next === "+" && text[to + 1] !== "=") || isNameUnit[text.charCodeAt(to)] === 1;
  return !isEncoded || ("</:".includes(text[from - 1] ?? " ") && text.slice(to, to + elementReach + 1).includes(">"));
}

/** In a list of names the next one is no value: `["injectPassword", "injectToken"]`; nor is a digest by which a query is known. */
function isNameInList(text: string, to: number, { value, start, end }: Value): boolean {
  const between = text.slice(to, start);
  if (value === "params") return true;
  if (!/^["'`]?\]?\)?\s*,/.test(between)) return false;
  if (/^[0-9a-f]{64}$/.test(value)) return true;
  // The next member's name: `"…": "Security Token", "…": "…"`.
  if (/^["'`][ \t]{0,8}:/.test(text.slice(end, end + 10))) return true;
  return !/^["'`]/.test(between) || (/^[a-z]+(?:[A-Z0-9][a-z]*)+$/.test(value) && value.length < 40 && !looksRandom(value));
}

/** Whether an offset stands in a comment, as far as its line's beginning tells. */
export function isInComment(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return /^[ \t]*(?:#(?!define)|\/\/|\*|--(?![A-Za-z])|;|<!--|%(?!define|global)|REM )/i.test(before.slice(before.lastIndexOf("\n") + 1));
}

function first(text: string, forms: readonly Form[], name: readonly [number, number], before: string): Value | undefined {
  for (const { follows, form } of forms) {
    if (follows !== undefined && !follows.test(before)) continue;
    const found = take(text, form, name[1]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The assignment whose name stands at `name`; undefined where none follows. Values without quotes are read where `isPlain` says that the
 * format has them, in comments, behind `--option`, and behind a variable of the environment.
 */
export function assignmentAt(text: string, name: readonly [number, number], isPlain: boolean): Assignment | undefined {
  const [from, to] = name;
  const called = text.slice(from, to).replace(/^[.-]+|[.-]+$/g, "");
  const made = (found: Value | undefined, isQuoted: boolean): Assignment | undefined =>
    found === undefined ? undefined : { name: called, nameEnd: to, isQuoted, ...found };
  const quoted = take(text, quotedForm, to);
  if (quoted !== undefined && !isNameInList(text, to, quoted)) return made(quoted, true);
  const before = text.slice(Math.max(0, from - 24), from);
  if (/(?:^|\.)set[A-Z_]\w*$/.test(called)) {
    const call = take(text, setterForm, to);
    if (call !== undefined) return made(call, true);
  }
  const found = first(text, callForms, name, before);
  if (found !== undefined) return made(found, true);
  const element = first(text, elementForms, name, before) ?? first(text, pairForms, name, before);
  if (element !== undefined) return made(element, true);
  if (text.startsWith("--", from)) return made(take(text, optionForm, to), false);
  const dashed = text.startsWith("-", from) ? take(text, dashForm, to) : undefined;
  if (dashed !== undefined) return made(dashed, true);
  const command = first(text, commandForms, name, before);
  if (command !== undefined) return made(command, false);
  if (isPlain || isInComment(text, from)) return made(first(text, plainForms, name, before), false);
  return /^[A-Z][A-Z0-9_]*$/.test(called) && !/[\w.$]$/.test(before) ? made(take(text, envForm, to), false) : undefined;
}
