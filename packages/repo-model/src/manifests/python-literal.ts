// Python values in a source, read without running it: strings, lists, tuples, sets, dicts, `+` of them, subscripts, names bound to them, and lines of files.
import type { Range } from "../text/index.js";
import { callOf, comprehension, fileIn, methodOf, parameters } from "./python-calls.js";
import { areTooMuch, concatenated, formatted, itemOf, spread } from "./python-value.js";
import { pythonString } from "./python-string.js";

/** A value; `file` is what stands in a file, whole or by its lines, and `unknown` is whatever has to be run. */
export type PythonLiteral =
  | { readonly kind: "file"; readonly path: string; readonly range: Range }
  | { readonly kind: "string"; readonly value: string; readonly range: Range }
  | { readonly kind: "list"; readonly items: readonly PythonLiteral[]; readonly range: Range }
  | { readonly kind: "dict"; readonly entries: readonly { readonly key: PythonLiteral; readonly value: PythonLiteral }[]; readonly range: Range }
  | { readonly kind: "unknown"; readonly range: Range };

/** What is known of a source's names: values, and functions that give the lines of a file. */
export interface PythonNames {
  has(name: string): boolean;
  get(name: string): PythonLiteral | undefined;
  /** A function of the source: the file that it reads where it names one; where it is told which, the folder before that, with its slash, or "". */
  readsFile(name: string): string | undefined;
}

export interface PythonToken {
  readonly kind: "name" | "string" | "operator" | "newline" | "number";
  readonly text: string;
  readonly start: number;
  /** Whether it begins a line without indentation. */
  readonly isAtMargin: boolean;
}

const token =
  /(?<space>[ \t\f\ufeff]+|\\\r?\n|#[^\r\n]*)|(?<newline>\r\n|\n|\r)|(?<string>[a-zA-Z]{0,2}(?:"""(?:[^\\"]|\\[^]|"(?!""))*"""|'''(?:[^\\']|\\[^]|'(?!''))*'''|"(?:[^"\\\r\n]|\\(?:\r\n|[^]))*"|'(?:[^'\\\r\n]|\\(?:\r\n|[^]))*'))|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\w.]*)|(?<operator>\*\*|->|:=|[-+*/%@&|^<>=!]=|[^])/uy;

/** The tokens of a small Python source. Never throws. */
export function pythonTokens(text: string): PythonToken[] {
  const tokens: PythonToken[] = [];
  let isAtMargin = true;
  token.lastIndex = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const groups = match.groups ?? {};
    const start = match.index;
    if (groups["space"] !== undefined) {
      if (!/^[#\ufeff]/.test(groups["space"])) isAtMargin = false;
      continue;
    }
    const kind = (["newline", "string", "name", "number", "operator"] as const).find((one) => groups[one] !== undefined) ?? "operator";
    tokens.push({ kind, text: match[0], start, isAtMargin });
    isAtMargin = kind === "newline";
  }
  return tokens;
}

const mostDepth = 50;

/** Reads the expression that begins at token `at`; gives it and the index behind it. Line ends inside brackets are no tokens here: drop them before. */
export function readLiteral(
  tokens: readonly PythonToken[],
  start: number,
  names: PythonNames,
  depth = 0,
): { readonly value: PythonLiteral; readonly end: number } {
  const rangeTo = (end: number): Range => {
    const [first, last] = [tokens[start], tokens[end - 1]];
    return first === undefined || last === undefined ? [0, 0] : [first.start, last.start + last.text.length];
  };
  const unknown = (): { value: PythonLiteral; end: number } => {
    const end = expressionEnd(tokens, start);
    return { value: { kind: "unknown", range: rangeTo(end) }, end };
  };
  if (depth > mostDepth) return unknown();
  const first = readOperand(tokens, start, names, depth);
  if (first === undefined) return unknown();
  let { value, end } = first;
  while (tokens[end]?.text === "+" || tokens[end]?.text === "|") {
    const right = readOperand(tokens, end + 1, names, depth + 1);
    if (right === undefined) {
      const behind = expressionEnd(tokens, end + 1);
      value = concatenated(value, { kind: "unknown", range: rangeTo(behind) }, rangeTo(behind));
      end = behind;
      break;
    }
    end = right.end;
    value = concatenated(value, right.value, rangeTo(end));
  }
  const next = tokens[end];
  const isEnd = next === undefined || next.kind === "newline" || [",", ")", "]", "}", ":", ";"].includes(next.text);
  return isEnd ? { value, end } : unknown();
}

/** One operand with what hangs on it: subscripts, methods, a call's brackets; undefined for what cannot be read. */
function readOperand(
  tokens: readonly PythonToken[],
  start: number,
  names: PythonNames,
  depth: number,
): { readonly value: PythonLiteral; readonly end: number } | undefined {
  const first = tokens[start];
  if (first === undefined) return undefined;
  const rangeTo = (end: number): Range => [first.start, (tokens[end - 1]?.start ?? first.start) + (tokens[end - 1]?.text.length ?? 0)];
  let at = start;
  let value: PythonLiteral;
  if (first.kind === "string") {
    let text = "";
    for (; tokens[at]?.kind === "string"; at++) {
      const one = tokens[at]?.text ?? "";
      const part = /^[fF]/.test(one) ? formatted(one, (code) => readLiteral(logicalTokens(code), 0, names, depth + 1).value) : pythonString(one);
      if (part === undefined) return undefined;
      text += part;
    }
    value = { kind: "string", value: text, range: rangeTo(at) };
  } else if (first.kind === "name" && names.has(first.text)) {
    at++;
    value = names.get(first.text) ?? { kind: "unknown", range: rangeTo(at) };
  } else if (first.kind === "name") {
    const call = callOf(tokens, start, names, (from) => readLiteral(tokens, from, names, depth + 1));
    if (call === undefined) return undefined;
    ({ value, end: at } = call);
  } else {
    const brackets = readBrackets(tokens, start, names, depth);
    if (brackets === undefined) return undefined;
    ({ value, end: at } = brackets);
  }
  for (;;) {
    const text = tokens[at]?.text;
    if (text === "[") {
      const key = readLiteral(tokens, at + 1, names, depth + 1);
      const held: PythonLiteral | undefined = tokens[key.end]?.text === "]" ? itemOf(value, key.value, tokens[at + 1]) : undefined;
      if (held === undefined) return undefined;
      value = held;
      at = key.end + 1;
    } else if (text === "." && tokens[at + 2]?.text === "(") {
      const close = parameters(tokens, at + 2, (from) => readLiteral(tokens, from, names, depth + 1));
      const method = tokens[at + 1]?.text ?? "";
      // `(HERE / "requirements.txt").read_text()`.
      if (value.kind === "unknown" && /^(?:read_text|open)$/.test(method)) value = fileIn(tokens, start, at, names) ?? value;
      const made = close === undefined ? undefined : methodOf(value, method, close.values, rangeTo(close.end));
      if (close === undefined || made === undefined) return undefined;
      value = made;
      at = close.end;
    } else return { value, end: at };
  }
}

/** A list, a tuple, a set, a dict, a comprehension over lines, or an expression in brackets. */
function readBrackets(
  tokens: readonly PythonToken[],
  start: number,
  names: PythonNames,
  depth: number,
): { readonly value: PythonLiteral; readonly end: number } | undefined {
  const first = tokens[start];
  const close = { "[": "]", "(": ")", "{": "}" }[first?.text ?? ""];
  if (first === undefined || close === undefined) return undefined;
  const comprehended = comprehension(tokens, start, close, (some) => readLiteral(some, 0, names, depth + 1).value);
  if (comprehended !== undefined) return comprehended;
  const items: PythonLiteral[] = [];
  const entries: { key: PythonLiteral; value: PythonLiteral }[] = [];
  const spreads: PythonLiteral[] = [];
  let commas = 0;
  let at = start + 1;
  while (tokens[at]?.text !== close) {
    if (tokens[at] === undefined) return undefined;
    const star = tokens[at]?.text;
    const item = readLiteral(tokens, star === "*" || star === "**" ? at + 1 : at, names, depth + 1);
    at = item.end;
    if (star?.startsWith("*") === true && (spreads.push(item.value), areTooMuch(spreads))) return undefined;
    if (star === "**") entries.push(...(item.value.kind === "dict" ? item.value.entries : [{ key: item.value, value: item.value }]));
    else if (star === "*") items.push(...spread(item.value));
    else if (tokens[at]?.text === ":") {
      const held = readLiteral(tokens, at + 1, names, depth + 1);
      entries.push({ key: item.value, value: held.value });
      at = held.end;
    } else items.push(item.value);
    if (tokens[at]?.text === ",") {
      at++;
      commas++;
    } else if (tokens[at]?.text !== close) return undefined;
  }
  at++;
  const range: Range = [first.start, (tokens[at - 1]?.start ?? first.start) + 1];
  const [only] = items;
  if (first.text === "(" && commas === 0 && only !== undefined) return { value: only, end: at };
  if (entries.length > 0 || (first.text === "{" && items.length === 0)) return { value: { kind: "dict", entries, range }, end: at };
  return { value: { kind: "list", items, range }, end: at };
}

/** The index behind the expression: at the next comma, closing bracket, colon or line end outside brackets. */
export function expressionEnd(tokens: readonly PythonToken[], start: number): number {
  let depth = 0;
  let at = start;
  for (; at < tokens.length; at++) {
    const { text, kind } = tokens[at] ?? { text: "", kind: "newline" };
    if (kind === "string") continue;
    if (text === "(" || text === "[" || text === "{") depth++;
    else if (text === ")" || text === "]" || text === "}") {
      if (depth === 0) return at;
      depth--;
    } else if (depth === 0 && (text === "," || text === ";" || text === ":" || kind === "newline")) return at;
  }
  return at;
}

/** The tokens without the line ends that stand inside brackets. */
export function logicalTokens(text: string): PythonToken[] {
  let depth = 0;
  return pythonTokens(text).filter(({ kind, text: one }) => {
    if (kind === "operator") {
      if (one === "(" || one === "[" || one === "{") depth++;
      else if (one === ")" || one === "]" || one === "}") depth = Math.max(0, depth - 1);
    }
    return kind !== "newline" || depth === 0;
  });
}
