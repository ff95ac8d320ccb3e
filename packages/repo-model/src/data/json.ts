// JSON and JSONC (comments, trailing commas) with the range of every key and value.
import type { Range } from "../text/index.js";
import type { DataDocument, DataNode, DataProblem } from "./node.js";

const mostDepth = 500;

type Entry = { key: string; keyRange: Range; value: DataNode };

/** What a string does not hold as it is: an escape, a control character. */
const special = /[\\\u0000-\u001f]/;

class SyntaxFault {
  constructor(
    readonly code: DataProblem["code"],
    readonly message: string,
    readonly at: number,
  ) {}
}

/** What was read last: several readers ask for the same manifest, one after the other. */
let last: { readonly text: string; readonly document: DataDocument } | undefined;

/** Reads JSON. Never throws; at most one fault of syntax, and one for each duplicate key. */
export function parseJson(text: string): DataDocument {
  if (last?.text !== text) last = { text, document: readJson(text) };
  return last.document;
}

function readJson(text: string): DataDocument {
  const problems: DataProblem[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const fail = (message: string, code: DataProblem["code"] = "syntax"): never => {
    throw new SyntaxFault(code, message, Math.min(at, text.length));
  };
  const space = (): void => {
    for (;;) {
      const unit = text[at];
      if (unit === " " || unit === "\t" || unit === "\n" || unit === "\r") at++;
      else if (unit === "/" && text[at + 1] === "/") {
        while (at < text.length && text[at] !== "\n") at++;
      } else if (unit === "/" && text[at + 1] === "*") {
        const end = text.indexOf("*/", at + 2);
        if (end === -1) fail("A comment is not closed.");
        at = end + 2;
      } else return;
    }
  };
  const string = (): string => {
    const start = at++;
    const close = text.indexOf('"', at);
    const plain = text.slice(at, Math.max(at, close));
    // Most strings hold no escape and nothing that must not stand in one: they are what is written.
    if (close !== -1 && !special.test(plain)) {
      at = close + 1;
      return plain;
    }
    for (;;) {
      const unit = text[at];
      if (unit === undefined || unit === "\n") return fail("A string is not closed.");
      if (unit === '"') break;
      at += unit === "\\" ? 2 : 1;
    }
    at++;
    try {
      return JSON.parse(text.slice(start, at).replace(/\t/g, "\\t")) as string;
    } catch {
      at = start;
      return fail("A string has an escape or a control character that JSON does not know.");
    }
  };
  const list = (depth: number): DataNode => {
    const start = at++;
    const items: DataNode[] = [];
    for (space(); text[at] !== "]"; space()) {
      items.push(value(depth + 1));
      space();
      if (text[at] === ",") at++;
      else if (text[at] !== "]") fail("Expected `,` or `]`.");
    }
    at++;
    return { kind: "list", range: [start, at], items, isFlow: true };
  };
  const map = (depth: number): DataNode => {
    const start = at++;
    const entries: Entry[] = [];
    const seen = new Set<string>();
    for (space(); text[at] !== "}"; space()) {
      if (text[at] !== '"') fail("Expected a key in double quotes or `}`.");
      const from = at;
      const key = string();
      const keyRange: Range = [from, at];
      if (seen.has(key)) problems.push({ code: "duplicate-key", message: `The key \`${key}\` stands twice.`, range: keyRange });
      seen.add(key);
      space();
      if (text[at] !== ":") fail("Expected `:`.");
      at++;
      space();
      entries.push({ key, keyRange, value: value(depth + 1) });
      space();
      if (text[at] === ",") at++;
      else if (text[at] !== "}") fail("Expected `,` or `}`.");
    }
    at++;
    return { kind: "map", range: [start, at], entries, isFlow: true };
  };
  const value = (depth: number): DataNode => {
    if (depth > mostDepth) fail("The values are nested too deep.", "too-deep");
    const start = at;
    const unit = text[at];
    if (unit === "{") return map(depth);
    if (unit === "[") return list(depth);
    if (unit === '"') {
      const read = string();
      return { kind: "string", range: [start, at], value: read, style: "double" };
    }
    const word = /[-+.\w]+/y;
    word.lastIndex = at;
    const raw = word.exec(text)?.[0] ?? "";
    const range: Range = [start, start + raw.length];
    if (raw === "true" || raw === "false") {
      at = range[1];
      return { kind: "boolean", range, value: raw === "true" };
    }
    if (raw === "null") {
      at = range[1];
      return { kind: "null", range };
    }
    if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(raw))
      return fail(unit === undefined ? "The file ends where a value is expected." : "Expected a value.");
    at = range[1];
    return { kind: "number", range, value: Number(raw), raw };
  };

  try {
    space();
    if (at >= text.length) return { problems };
    const root = value(0);
    space();
    if (at < text.length) fail("Expected the end of the file.");
    return { root, problems };
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault;
    return { problems: [...problems, { code: fault.code, message: fault.message, range: [fault.at, Math.min(fault.at + 1, text.length)] }] };
  }
}
