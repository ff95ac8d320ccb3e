// Python literals in a source, read without running it: strings, lists, tuples, sets, dicts, `+` of them, names bound once to them.
import type { Range } from "../text/index.js";
import { pythonString } from "./python-string.js";

/** A literal; `unknown` is whatever has to be run. */
export type PythonLiteral =
  | { readonly kind: "string"; readonly value: string; readonly range: Range }
  | { readonly kind: "list"; readonly items: readonly PythonLiteral[]; readonly range: Range }
  | { readonly kind: "dict"; readonly entries: readonly { readonly key: PythonLiteral; readonly value: PythonLiteral }[]; readonly range: Range }
  | { readonly kind: "unknown"; readonly range: Range };

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
  names: ReadonlyMap<string, PythonLiteral>,
  depth = 0,
): { readonly value: PythonLiteral; readonly end: number } {
  let at = start;
  const from = tokens[start]?.start ?? 0;
  const rangeTo = (end: number): Range => {
    const last = tokens[end - 1];
    return [from, last === undefined ? from : last.start + last.text.length];
  };
  const unknown = (): { value: PythonLiteral; end: number } => {
    const end = expressionEnd(tokens, start);
    return { value: { kind: "unknown", range: rangeTo(end) }, end };
  };
  const first = tokens[at];
  if (first === undefined || depth > mostDepth) return unknown();
  let value: PythonLiteral;
  if (first.kind === "string") {
    let text = "";
    for (; tokens[at]?.kind === "string"; at++) {
      const part = pythonString(tokens[at]?.text ?? "");
      if (part === undefined) return unknown();
      text += part;
    }
    value = { kind: "string", value: text, range: rangeTo(at) };
  } else if (first.kind === "name" && names.has(first.text)) {
    at++;
    value = names.get(first.text) ?? { kind: "unknown", range: rangeTo(at) };
  } else if (first.text === "[" || first.text === "(" || first.text === "{") {
    const close = { "[": "]", "(": ")", "{": "}" }[first.text];
    const items: PythonLiteral[] = [];
    const entries: { key: PythonLiteral; value: PythonLiteral }[] = [];
    let commas = 0;
    for (at++; tokens[at]?.text !== close;) {
      if (tokens[at] === undefined) return unknown();
      const item = readLiteral(tokens, at, names, depth + 1);
      at = item.end;
      if (tokens[at]?.text === ":") {
        const held = readLiteral(tokens, at + 1, names, depth + 1);
        entries.push({ key: item.value, value: held.value });
        at = held.end;
      } else items.push(item.value);
      if (tokens[at]?.text === ",") {
        at++;
        commas++;
      } else if (tokens[at]?.text !== close) return unknown();
    }
    at++;
    const [only] = items;
    if (first.text === "(" && commas === 0 && only !== undefined) value = only;
    else if (entries.length > 0 || (first.text === "{" && items.length === 0)) value = { kind: "dict", entries, range: rangeTo(at) };
    else value = { kind: "list", items, range: rangeTo(at) };
  } else return unknown();
  while (tokens[at]?.text === "+") {
    const right = readLiteral(tokens, at + 1, names, depth + 1);
    const both = value.kind === "list" && right.value.kind === "list" ? [...value.items, ...right.value.items] : undefined;
    at = right.end;
    value =
      both === undefined
        ? { kind: "list", items: [value, { kind: "unknown", range: rangeTo(at) }, right.value], range: rangeTo(at) }
        : { kind: "list", items: both, range: rangeTo(at) };
  }
  const next = tokens[at];
  const isEnd = next === undefined || next.kind === "newline" || [",", ")", "]", "}", ":", ";"].includes(next.text);
  return isEnd ? { value, end: at } : unknown();
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

/** Names that are bound once, at the margin, to a literal. */
export function literalNames(tokens: readonly PythonToken[]): ReadonlyMap<string, PythonLiteral> {
  const names = new Map<string, PythonLiteral>();
  const changed = new Set<string>();
  for (const [at, { kind, text, isAtMargin }] of tokens.entries()) {
    const next = tokens[at + 1]?.text;
    if (kind !== "name") continue;
    if (next === "=" && isAtMargin && !names.has(text)) names.set(text, readLiteral(tokens, at + 2, names).value);
    // Bound again, added to, or changed in place: no longer known.
    else if (
      (next === "=" && isAtMargin) ||
      next === "+=" ||
      (next === "." && /^(?:append|extend|insert|update|setdefault|pop|remove)$/.test(tokens[at + 2]?.text ?? "")) ||
      (next === "[" && isAtMargin)
    )
      changed.add(text);
  }
  for (const name of changed) {
    const known = names.get(name);
    if (known !== undefined) names.set(name, { kind: "list", items: [known, { kind: "unknown", range: known.range }], range: known.range });
  }
  return names;
}
