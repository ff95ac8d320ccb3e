// The names of a Python source and what is bound to them, statement by statement. Nothing is run.
import { expressionEnd, readLiteral, type PythonLiteral, type PythonNames, type PythonToken } from "./python-literal.js";
import { bounded, concatenated, loosened, withEntry } from "./python-value.js";

/** What a statement stands below. */
type Block = "none" | "with" | "branch" | "other";

/** Methods that change their value in place. */
const changesInPlace = /^(?:append|extend|insert|update|setdefault|pop|remove|clear|add)$/;

/** What is bound at the end of a source; what a function, a loop or a call changes is unknown in part. */
export function literalNames(tokens: readonly PythonToken[]): PythonNames {
  const values = new Map<string, PythonLiteral>();
  const functions = fileFunctions(tokens);
  const names: PythonNames = { has: (name) => values.has(name), get: (name) => values.get(name), readsFile: (name) => functions.get(name) };
  let block: Block = "none";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "newline" || !isStatementStart(tokens, at)) continue;
    if (token.isAtMargin) {
      block = blockOf(token.text);
      if (token.text === "with") bindOpened(at);
    }
    if (token.kind === "name") statement(at, token.isAtMargin || block === "with", block);
  }
  return names;

  function bind(name: string, value: PythonLiteral): void {
    values.set(name, bounded(value));
  }

  /** `with open(PATH) as NAME:`. */
  function bindOpened(at: number): void {
    const end = expressionEnd(tokens, at + 1);
    const as = tokens.findIndex(({ kind, text }, index) => index > at && index < end && kind === "name" && text === "as");
    const name = tokens[as + 1]?.text;
    if (as < 0 || name === undefined) return;
    const { value } = readLiteral(tokens.slice(at + 1, as), 0, names);
    if (value.kind === "file") bind(name, value);
    else values.delete(name);
  }

  /** One statement that begins with a name. */
  function statement(at: number, isSure: boolean, where: Block): void {
    const name = tokens[at]?.text ?? "";
    const known = values.get(name);
    const next = tokens[at + 1]?.text;
    // A function's own names are not the source's.
    const isLocal = where === "other" && !isSure;
    const set = (value: PythonLiteral): void => {
      if (isSure) bind(name, value);
      else if (isLocal || known === undefined) spoil(name);
      else bind(name, concatenated(known, loosened(value), value.range));
    };
    if (next === "=") {
      if (isLocal) return;
      // Bound under a condition alone: only there.
      const { value } = readLiteral(tokens, at + 2, names);
      if (known === undefined && !isSure) bind(name, concatenated(loosened(value), { kind: "unknown", range: value.range }, value.range));
      else set(value);
    } else if (next === ":" && isSure) {
      const equals = tokens.findIndex(({ kind, text }, index) => index > at + 1 && (kind === "newline" || text === "="));
      if (tokens[equals]?.text === "=") bind(name, readLiteral(tokens, equals + 1, names).value);
    } else if (next === "+=" && known !== undefined) {
      const { value } = readLiteral(tokens, at + 2, names);
      const both = concatenated(known, isSure ? value : loosened(value), known.range);
      if (isLocal) spoil(name);
      else bind(name, both);
    } else if (next === "[" && known !== undefined) item(name, known, at, isSure && !isLocal);
    else if (next === "." && known !== undefined) changed(name, known, at, isSure, isLocal);
  }

  /** `NAME[KEY] = …`, `NAME[KEY] += …`, and what a method changes in place there. */
  function item(name: string, known: PythonLiteral, at: number, isSure: boolean): void {
    const { value: key, end } = readLiteral(tokens, at + 2, names);
    const [close, operator] = [tokens[end]?.text, tokens[end + 1]?.text];
    const isSlice = close !== "]";
    if (isSlice || key.kind !== "string" || known.kind !== "dict" || !isSure) {
      if (operator !== undefined && /^(?:=|\+=|\.)$/.test(operator)) spoil(name);
      return;
    }
    const before = known.entries.findLast((one) => one.key.kind === "string" && one.key.value === key.value)?.value;
    const right = (): PythonLiteral => readLiteral(tokens, end + 2, names).value;
    if (operator === "=") bind(name, withEntry(known, key, right()));
    else if (operator === "+=") bind(name, withEntry(known, key, concatenated(before ?? unknownAt(known), right(), known.range)));
    else if (operator === "." && before !== undefined) bind(name, withEntry(known, key, inPlace(before, end + 1, true)));
  }

  /** `NAME.append(…)` and its like. */
  function changed(name: string, known: PythonLiteral, at: number, isSure: boolean, isLocal: boolean): void {
    if (!changesInPlace.test(tokens[at + 2]?.text ?? "")) return;
    if (isLocal) spoil(name);
    else bind(name, inPlace(known, at + 1, isSure));
  }

  /** A value after the method whose dot is at a token. */
  function inPlace(value: PythonLiteral, dot: number, isSure: boolean): PythonLiteral {
    const method = tokens[dot + 1]?.text;
    const { value: given, end } = readLiteral(tokens, dot + 3, names);
    const held = isSure ? given : loosened(given);
    const isWhole = tokens[end]?.text === ")";
    if (isWhole && method === "append" && value.kind === "list") return { ...value, items: [...value.items, held] };
    if (isWhole && ((method === "extend" && value.kind === "list") || (method === "update" && value.kind === "dict")))
      return concatenated(value, held, value.range);
    // What is taken out under a condition is there without it.
    if (isWhole && method === "remove" && !isSure) return value;
    return changesInPlace.test(method ?? "") ? spoilt(value) : value;
  }

  function spoil(name: string): void {
    const known = values.get(name);
    if (known !== undefined) bind(name, spoilt(known));
  }
}

const unknownAt = ({ range }: PythonLiteral): PythonLiteral => ({ kind: "unknown", range });
/** A value of which a part is not known. */
const spoilt = (value: PythonLiteral): PythonLiteral => concatenated(value, unknownAt(value), value.range);

/** Whether a statement begins at a token: at the start of a line, behind `;`, or behind the colon of its block. */
function isStatementStart(tokens: readonly PythonToken[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.kind === "newline" || before.text === ";";
}

/** What stands below a statement at the margin: `with` is run once, a branch or a loop perhaps, a function is not followed. */
function blockOf(word: string): Block {
  if (word === "with") return "with";
  if (/^(?:if|elif|else|try|except|finally|for|while)$/.test(word)) return "branch";
  if (/^(?:def|class|async|@)$/.test(word)) return "other";
  return "none";
}

/** The functions that give the lines of a file: `""` where they are told which, else the file that they name. */
function fileFunctions(tokens: readonly PythonToken[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [at, { text, isAtMargin, kind }] of tokens.entries()) {
    const name = tokens[at + 1];
    if (kind !== "name" || text !== "def" || !isAtMargin || name === undefined) continue;
    let end = at + 1;
    while (end < tokens.length && !(tokens[end]?.isAtMargin === true && tokens[end]?.kind !== "newline")) end++;
    const body = tokens.slice(at + 2, end);
    if (!body.some((one) => one.kind === "name" && /^(?:open|read_text|readlines|parse_requirements)$/.test(one.text))) continue;
    const files = body.flatMap((one) => (one.kind === "string" ? (/^["']([\w./-]+\.(?:txt|in|pip))["']$/.exec(one.text)?.[1] ?? []) : []));
    const [only, another] = files;
    const takes = body[0]?.text === "(" && body[1]?.text !== ")";
    if (only === undefined && takes) found.set(name.text, folderIn(body));
    else if (only !== undefined && another === undefined && !takes) found.set(name.text, only);
  }
  return found;
}

/** The folder that a function puts before the name that it is given: `open("requirements/" + name)`, `join(HERE, "requirements", name)`; "" for none. */
function folderIn(body: readonly PythonToken[]): string {
  const folders = body.flatMap(({ kind, text }, at) => {
    const [, folder, slash] = kind === "string" ? (/^["']([\w.-]+(?:\/[\w.-]+)*)(\/?)["']$/.exec(text) ?? []) : [];
    const isPart = slash === "/" ? body[at + 1]?.text === "+" : body[at + 1]?.text === "," && body[at + 2]?.kind === "name";
    return folder !== undefined && isPart ? [`${folder}/`] : [];
  });
  return folders.length === 1 ? (folders[0] ?? "") : "";
}
