// Assignments: a name, an operator and a value, in the languages and formats that repositories hold.
import { looksRandom } from "../judge/randomness.js";

/** An assignment as it stands in a text; ranges are byte offsets. */
export interface Assignment {
  readonly name: string;
  readonly nameEnd: number;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

const namePart = /[A-Za-z0-9_.-]/;
const nameLimit = 80;
// What may stand between a name and its value: a closing quote or bracket, a type, the operator, the prefix of a string.
const quotedForm =
  /["'`]?\]?\)?[ \t]{0,20}(?::[ \t]{0,4}&?(?:'static )?[A-Za-z_][\w.<>[\]| ]{0,40}?[ \t]{0,4}(?==))?(?::=|=>|=|:|,)[ \t]{0,20}(?:\r?\n[ \t]{1,40})?(?:[bBrRuUfF@]{1,2})?(?:"([^"\r\n]{1,500})"|'([^'\r\n]{1,500})'|`([^`\r\n]{1,500})`)/y;
const escapedForm = /\\"[ \t]{0,4}:[ \t]{0,4}\\"([^"\\\r\n]{1,500})\\"/y;
const plainForm = /["']?[ \t]{0,20}(?:=|:[ \t])[ \t]{0,20}([^\s"'`,;(){}[\]<>#&|][^\s"'`,;(){}<>]{6,300})(?=[\s,;]|$)/y;
const elementForm = />[ \t]{0,4}([^<>\s]{6,300})[ \t]{0,4}<\//y;
const optionForm = /[ =]["']?([^\s"'`,;(){}<>$]{8,300})/y;
// `<add key="ApiKey" value="…"/>`, `name: X` and `value: …` of Kubernetes and .NET.
const pairForm = /["']?[ \t]*(?:,[ \t]*)?(?:\r?\n[ \t]{1,40})?["']?value["']?[ \t]*[=:][ \t]*["']([^"'\r\n]{1,500})["']/iy;
// `setPassword("…")`; `?api_key=…&` in a URL and `; token=…` in a cookie; `variable "password" { default = "…" }` of Terraform.
const callForm = /\([ \t]{0,4}(?:"([^"\r\n]{1,500})"|'([^'\r\n]{1,500})')[ \t]{0,4}\)/y;
const queryForm = /=([A-Za-z0-9%._~+/-]{16,300})(?=[&;"'`\s#]|$)/y;
const defaultForm = /"[ \t]{0,4}\{[^{}"]{0,200}(?:"[^"\r\n]{0,200}"[^{}"]{0,200})?default[ \t]{0,10}=[ \t]{0,4}"([^"\r\n]{1,500})"/y;
// `-H "X-Api-Key: …"`: a header in a string of its own.
const headerForm = /:[ \t]{0,4}([A-Za-z0-9+/=_.~-]{16,300})(?=["'])/y;

function take(text: string, form: RegExp, at: number): { value: string; start: number; end: number } | undefined {
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
  while (from > 0 && end - from < nameLimit && namePart.test(text[from - 1] ?? "")) from--;
  let to = end;
  while (to < text.length && to - end < nameLimit && namePart.test(text[to] ?? "")) to++;
  return [from, to];
}

/**
 * The assignment whose name stands at `name`; undefined where none follows. Values without quotes are read where `isPlain` says that the
 * format has them, and behind `--option`.
 */
export function assignmentAt(text: string, name: readonly [number, number], isPlain: boolean): Assignment | undefined {
  const [from, to] = name;
  const called = text.slice(from, to).replace(/^[.-]+|[.-]+$/g, "");
  const made = (found: { value: string; start: number; end: number } | undefined, isQuoted: boolean): Assignment | undefined =>
    found === undefined ? undefined : { name: called, nameEnd: to, isQuoted, ...found };
  const quoted = take(text, quotedForm, to);
  if (quoted !== undefined) {
    // `f("password", "text")`: only where the name is a string too.
    const between = text.slice(to, quoted.start);
    const isListed = /^["'`]?\]?\)?\s*,/.test(between);
    // In a list of names the next one is no value.
    const isName = /^[a-z]+(?:[A-Z0-9][a-z]*)+$/.test(quoted.value) && quoted.value.length < 40 && !looksRandom(quoted.value);
    if (!isListed || (/^["'`]/.test(between) && !isName)) return made(quoted, true);
  }
  const before = text[from - 1] ?? "";
  if (/(?:^|\.)set[A-Z_]\w*$/.test(called)) {
    const call = take(text, callForm, to);
    if (call !== undefined) return made(call, true);
  }
  if (before === '"' && /variable[ \t]{1,4}"$/.test(text.slice(Math.max(0, from - 14), from))) {
    const preset = take(text, defaultForm, to);
    if (preset !== undefined) return made(preset, true);
  }
  if (before === '"' || before === "'") {
    const header = take(text, headerForm, to);
    if (header !== undefined) return made(header, true);
  }
  if (before === "?" || before === "&" || (before === " " && text[from - 2] === ";")) {
    const query = take(text, queryForm, to);
    if (query !== undefined) return made(query, false);
  }
  if (before === "<" || before === "/") {
    const element = take(text, elementForm, to);
    if (element !== undefined) return made(element, true);
  }
  const pair = take(text, pairForm, to);
  if (pair !== undefined) return made(pair, true);
  const escaped = take(text, escapedForm, to);
  if (escaped !== undefined) return made(escaped, true);
  if (text.slice(from, from + 2) === "--") return made(take(text, optionForm, to), false);
  return isPlain ? made(take(text, plainForm, to), false) : undefined;
}
