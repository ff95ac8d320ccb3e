// Calls and comprehensions of Python whose value can be told without running them: `sum(x.values(), [])`, `open("requirements.txt").read().splitlines()`.
import type { Range } from "../text/index.js";
import type { PythonLiteral, PythonNames, PythonToken } from "./python-literal.js";
import { joined, spread } from "./python-value.js";

type Read = (from: number) => { readonly value: PythonLiteral; readonly end: number };

/** A file of requirements, by its path. */
const isRequirements = (path: string): boolean => /\.(?:txt|in|pip)$/i.test(path);

/** The values in a call's brackets, which open at `open`, by position; undefined where the brackets do not end. */
export function parameters(
  tokens: readonly PythonToken[],
  open: number,
  read: Read,
): { readonly values: readonly PythonLiteral[]; readonly end: number } | undefined {
  const values: PythonLiteral[] = [];
  let at = open + 1;
  while (tokens[at]?.text !== ")") {
    if (tokens[at] === undefined || tokens[at]?.kind === "newline") return undefined;
    const isNamed = tokens[at]?.kind === "name" && tokens[at + 1]?.text === "=";
    const isStarred = tokens[at]?.text === "*";
    const { value, end } = read(isNamed ? at + 2 : isStarred ? at + 1 : at);
    if (!isNamed) for (const one of isStarred ? spread(value) : [value]) values.push(one);
    at = end;
    if (tokens[at]?.text === ",") at++;
    else if (tokens[at]?.text !== ")") return undefined;
  }
  return { values, end: at + 1 };
}

/** The names joined by dots that begin at a token: `os.path.join`. */
function dotted(tokens: readonly PythonToken[], start: number): { readonly name: string; readonly end: number } {
  let at = start + 1;
  while (tokens[at]?.text === "." && tokens[at + 1]?.kind === "name") at += 2;
  return {
    name: tokens
      .slice(start, at)
      .map(({ text }) => text)
      .join(""),
    end: at,
  };
}

/** The path that an expression comes to, read from its literals: `os.path.join(here, "requirements", "base.txt")`, `HERE / "base.txt"`. */
function pathIn(tokens: readonly PythonToken[], start: number, end: number, names: PythonNames): string | undefined {
  const parts: string[] = [];
  for (const { kind, text } of tokens.slice(start, end)) {
    if (kind === "string") {
      const [, prefix = "", body = ""] = /^(\w*)["']([^"'\\{}%]*)["']$/.exec(text) ?? [];
      if (body === "" || /[fFbB]/.test(prefix)) return undefined;
      // How a file is opened: `"r"`, `"utf-8"`.
      if (!/^(?:[rbtU+]{1,3}|utf-?8|ascii|latin-?1|strict|replace|ignore)$/i.test(body)) parts.push(body);
    } else if (kind === "name" && names.get(text)?.kind === "string") parts.push((names.get(text) as { value: string }).value);
    else if (kind === "operator" && /^[%+*-]$/.test(text)) return undefined;
  }
  const path = parts.join("/").replace(/\/+/g, "/").replace(/^\.\//, "");
  return isRequirements(path) && !path.startsWith("/") ? path : undefined;
}

/** The file that an expression between two tokens names. */
export function fileIn(tokens: readonly PythonToken[], start: number, end: number, names: PythonNames): PythonLiteral | undefined {
  const path = pathIn(tokens, start, end, names);
  return path === undefined ? undefined : { kind: "file", path, range: [tokens[start]?.start ?? 0, (tokens[end - 1]?.start ?? 0) + 1] };
}

/** The index behind a bracket that opens at `open`. */
function behindBracket(tokens: readonly PythonToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { kind, text } = tokens[at] ?? { kind: "newline", text: "" };
    if (kind !== "operator") continue;
    if (text === "(" || text === "[" || text === "{") depth++;
    else if ((text === ")" || text === "]" || text === "}") && --depth === 0) return at + 1;
  }
  return tokens.length;
}

const opening = new Set(["open", "io.open", "codecs.open"]);
const places = /^(?:pathlib\.)?(?:Path|PurePath)$|^os\.path\.(?:join|abspath|dirname|realpath|normpath)$|^(?:join|dirname|abspath)$/;

/** A call that is known, at a name; undefined for any other. */
export function callOf(
  tokens: readonly PythonToken[],
  start: number,
  names: PythonNames,
  read: Read,
): { readonly value: PythonLiteral; readonly end: number } | undefined {
  const { name, end: open } = dotted(tokens, start);
  const range = (end: number): Range => [tokens[start]?.start ?? 0, (tokens[end - 1]?.start ?? 0) + 1];
  // `(HERE / "requirements.txt").read_text()` and `HERE.joinpath("requirements.txt")` begin with a name that is none of the values.
  const method = /^(.*)\.(?:read_text|open|joinpath)$/.exec(name)?.[1];
  if (tokens[open]?.text !== "(") return undefined;
  const end = behindBracket(tokens, open);
  const fileAt = (path: string | undefined): { value: PythonLiteral; end: number } | undefined =>
    path === undefined ? undefined : { value: { kind: "file", path, range: range(end) }, end };
  if (opening.has(name) || places.test(name) || method !== undefined || /^(?:\w+\.)*parse_requirements$/.test(name))
    return fileAt(pathIn(tokens, open, end, names));
  const own = names.readsFile(name);
  if (own !== undefined) {
    if (own !== "" && !own.endsWith("/")) return fileAt(own);
    const argument = pathIn(tokens, open, end, names);
    return fileAt(argument === undefined ? undefined : own + argument);
  }
  if (!/^(?:list|tuple|set|frozenset|sorted|sum|filter|map|dict|(?:itertools\.)?chain(?:\.from_iterable)?)$/.test(name)) return undefined;
  if (name === "dict")
    return tokens[open + 1]?.text === ")" ? { value: { kind: "dict", entries: [], range: range(end) }, end } : keywords(tokens, open, read, range);
  // What filters and maps is a function: only lines of a file may pass it, since it can but take off comments.
  const isFunctional = name === "filter" || name === "map";
  const found = parameters(tokens, isFunctional ? behindFirst(tokens, open) : open, read);
  if (found === undefined) return undefined;
  const [given] = found.values;
  if (isFunctional) return given?.kind === "file" ? { value: given, end: found.end } : undefined;
  if (given === undefined) return { value: { kind: "list", items: [], range: range(end) }, end };
  if (given.kind === "file") return { value: given, end: found.end };
  const isFlat = name === "sum" || name.endsWith("from_iterable");
  const parts = isFlat ? spread(given) : name.endsWith("chain") ? found.values : [given];
  return { value: joined(parts, range(found.end)), end: found.end };
}

/** Where the second argument of a call begins, less one. */
function behindFirst(tokens: readonly PythonToken[], open: number): number {
  let depth = 0;
  for (let at = open + 1; at < tokens.length; at++) {
    const { text } = tokens[at] ?? { text: "" };
    if (text === "(" || text === "[" || text === "{") depth++;
    else if (text === ")" || text === "]" || text === "}") depth--;
    if (depth < 0) return open;
    if (depth === 0 && text === ",") return at;
  }
  return open;
}

/** `dict(a=[…])`. */
function keywords(tokens: readonly PythonToken[], open: number, read: Read, range: (end: number) => Range): { value: PythonLiteral; end: number } | undefined {
  const entries: { key: PythonLiteral; value: PythonLiteral }[] = [];
  let at = open + 1;
  while (tokens[at]?.text !== ")") {
    const key = tokens[at];
    if (key?.kind !== "name" || tokens[at + 1]?.text !== "=") return undefined;
    const { value, end } = read(at + 2);
    entries.push({ key: { kind: "string", value: key.text, range: [key.start, key.start + key.text.length] }, value });
    at = end;
    if (tokens[at]?.text === ",") at++;
    else if (tokens[at]?.text !== ")") return undefined;
  }
  return { value: { kind: "dict", entries, range: range(at + 1) }, end: at + 1 };
}

/** `value.method(…)`; undefined where it cannot be told. */
export function methodOf(value: PythonLiteral, method: string, given: readonly PythonLiteral[], range: Range): PythonLiteral | undefined {
  if (value.kind === "file") return /^(?:read|read_text|readlines|splitlines|split|strip|rstrip|decode|open|resolve)$/.test(method) ? value : undefined;
  if (value.kind === "dict" && given.length === 0) {
    if (method === "values") return { kind: "list", items: value.entries.map((one) => one.value), range };
    if (method === "copy") return value;
    if (method === "keys") return { kind: "list", items: value.entries.map(({ key }) => key), range };
  }
  if (value.kind === "list" && method === "copy") return value;
  if (value.kind !== "string") return undefined;
  if (/^(?:strip|rstrip|lstrip)$/.test(method) && given.length === 0) return { ...value, value: value.value.trim() };
  const [by] = given;
  if (method === "splitlines" && by === undefined) return lines(value.value.split(/\r?\n/));
  if (method === "split" && given.length < 2 && (by === undefined || by.kind === "string"))
    return lines(by === undefined ? value.value.split(/\s+/).filter((one) => one !== "") : value.value.split(by.value));
  return undefined;

  function lines(texts: readonly string[]): PythonLiteral {
    return { kind: "list", items: texts.map((text) => ({ kind: "string", value: text, range: value.range })), range };
  }
}

/** The index of a word outside of all brackets; -1 where there is none. */
function outermost(tokens: readonly PythonToken[], word: RegExp): number {
  let depth = 0;
  return tokens.findIndex(({ kind, text }) => {
    if (kind === "operator" && (text === "(" || text === "[" || text === "{")) depth++;
    else if (kind === "operator" && (text === ")" || text === "]" || text === "}")) depth--;
    return depth === 0 && kind === "name" && word.test(text);
  });
}

/** Literals with which comprehensions tell comments, options and empty lines from requirements. */
const telling = /^[rR]?(["'])(?:#|-|--|-r|-e|-c|-i|-f|git\+|git|http|https|\\n|\s|;)*\1$/;

/** `[line.strip() for line in FILE if line and not line.startswith("#")]`, `[one for group in extras.values() for one in group]`; undefined for all else. */
export function comprehension(
  tokens: readonly PythonToken[],
  start: number,
  close: string,
  read: (some: readonly PythonToken[]) => PythonLiteral,
): { readonly value: PythonLiteral; readonly end: number } | undefined {
  const end = behindBracket(tokens, start);
  const inner = tokens.slice(start + 1, end - 1);
  // That of these brackets, not of some inside them, which are read by themselves.
  const at = outermost(inner, /^for$/);
  if (at < 0 || tokens[end - 1]?.text !== close) return undefined;
  const [variable, of] = [inner[at + 1], inner[at + 2]];
  if (variable?.kind !== "name" || of?.text !== "in") return undefined;
  const behind = inner.slice(at + 3);
  const clause = outermost(behind, /^(?:if|for)$/);
  const given = read(clause < 0 ? behind : behind.slice(0, clause));
  const rest = clause < 0 ? [] : behind.slice(clause);
  const range: Range = [tokens[start]?.start ?? 0, (tokens[end - 1]?.start ?? 0) + 1];
  const head = inner.slice(0, at);
  if (given.kind === "file") return isAboutLines([...head, ...rest]) ? { value: { ...given, range }, end } : undefined;
  const [second, inside, again] = [rest[1]?.text, rest[2]?.text, rest[3]?.text];
  const isFlattening =
    rest.length === 4 && rest[0]?.text === "for" && inside === "in" && again === variable.text && head.length === 1 && head[0]?.text === second;
  if (given.kind === "list" && isFlattening) return { value: joined(given.items, range), end };
  // What a condition leaves out may have been there: the names are kept.
  const isPlain = (rest.length === 0 || rest[0]?.text === "if") && head.length === 1 && head[0]?.text === variable.text;
  return given.kind === "list" && isPlain ? { value: { ...given, range }, end } : undefined;
}

/** Whether tokens only trim lines and leave out comments, options and what is empty. */
const isAboutLines = (tokens: readonly PythonToken[]): boolean =>
  tokens.every(({ kind, text }) => kind !== "string" || telling.test(text)) && !tokens.some(({ text }) => text === "+" || text === "%");
