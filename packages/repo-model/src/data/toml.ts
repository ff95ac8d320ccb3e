// TOML 1.0 with the range of every key and value.
import type { Range } from "../text/index.js";
import type { DataDocument, DataNode, DataProblem } from "./node.js";
import { readTomlString } from "./toml-string.js";

const mostDepth = 200;

interface MutableMap {
  kind: "map";
  range: Range;
  entries: { key: string; keyRange: Range; value: MutableMap | MutableList | DataNode }[];
  index: Map<string, MutableMap | MutableList | DataNode>;
  isFlow?: boolean;
  /** Whether a `[header]` or a dotted key has defined it. */
  origin: "header" | "implicit" | "dotted" | "inline";
}
interface MutableList {
  kind: "list";
  range: Range;
  items: (MutableMap | DataNode)[];
  isTables: boolean;
}

class Fault {
  constructor(
    readonly message: string,
    readonly range: Range,
  ) {}
}

const makeMap = (range: Range, origin: MutableMap["origin"]): MutableMap => ({ kind: "map", range, entries: [], index: new Map(), origin });
const isMap = (value: unknown): value is MutableMap => value !== null && typeof value === "object" && "index" in value;
const isTables = (value: unknown): value is MutableList => value !== null && typeof value === "object" && "isTables" in value && value.isTables === true;

const number =
  /[-+]?(?:0x[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0o[0-7]+(?:_[0-7]+)*|0b[01]+(?:_[01]+)*|(?:0|[1-9]\d*(?:_\d+)*)(?:\.\d+(?:_\d+)*)?(?:[eE][-+]?\d+(?:_\d+)*)?|inf|nan)(?![\w.+-])/y;
const date = /\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)?)?|\d\d:\d\d:\d\d(?:\.\d+)?/y;

/** Reads TOML. Never throws: the first fault of syntax ends the reading; what stands before it is given. */
export function parseToml(text: string): DataDocument {
  const problems: DataProblem[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const root = makeMap([at, text.length], "header");

  const fail = (message: string, from = at): never => {
    throw new Fault(message, [Math.min(from, text.length), Math.min(Math.max(at, from + 1), text.length)]);
  };
  const blank = (): void => {
    while (text[at] === " " || text[at] === "\t") at++;
  };
  const comment = (): void => {
    if (text[at] === "#") while (at < text.length && text[at] !== "\n") at++;
  };
  const gap = (): void => {
    for (;;) {
      blank();
      comment();
      if (text[at] === "\n") at++;
      else if (text[at] === "\r" && text[at + 1] === "\n") at += 2;
      else return;
    }
  };
  const lineEnd = (): void => {
    blank();
    comment();
    if (at < text.length && text[at] !== "\n" && !(text[at] === "\r" && text[at + 1] === "\n")) fail("Expected the end of the line.");
  };
  const string = (allowMultiline: boolean): { value: string; style: "single" | "double" | "literal" } => {
    const read = readTomlString(text, at, allowMultiline);
    if ("message" in read) {
      at = read.at;
      return fail(read.message);
    }
    at = read.end;
    return read;
  };
  type Key = { name: string; range: Range };
  const key = (): Key[] => {
    const parts: Key[] = [];
    for (;;) {
      blank();
      const start = at;
      if (text[at] === '"' || text[at] === "'") parts.push({ name: string(false).value, range: [start, at] });
      else {
        const bare = /[A-Za-z0-9_-]+/y;
        bare.lastIndex = at;
        const name = bare.exec(text)?.[0];
        if (name === undefined) return fail("Expected a key.");
        at += name.length;
        parts.push({ name, range: [start, at] });
      }
      blank();
      if (text[at] !== ".") return parts;
      at++;
    }
  };
  const put = (map: MutableMap, { name, range }: Key, value: MutableMap | MutableList | DataNode): void => {
    if (map.index.has(name)) throw new Fault(`The key \`${name}\` stands twice.`, range);
    map.index.set(name, value);
    map.entries.push({ key: name, keyRange: range, value });
  };
  /** The map that dotted keys lead to. */
  const descend = (map: MutableMap, parts: readonly Key[], origin: "implicit" | "dotted"): MutableMap =>
    parts.reduce((inner, part) => {
      const next = inner.index.get(part.name);
      if (next === undefined) {
        const made = makeMap(part.range, origin);
        put(inner, part, made);
        return made;
      }
      const last = isTables(next) && origin === "implicit" ? next.items.at(-1) : next;
      if (isMap(last) && last.origin !== "inline" && !(origin === "dotted" && last.origin === "header")) return last;
      throw new Fault(`The key \`${part.name}\` is no table that can be added to.`, part.range);
    }, map);
  const assign = (map: MutableMap, depth: number): void => {
    const parts = key();
    if (text[at] !== "=") fail("Expected `=`.");
    at++;
    blank();
    const last = parts.at(-1);
    if (last !== undefined) put(descend(map, parts.slice(0, -1), "dotted"), last, value(depth + 1));
  };
  const list = (depth: number): DataNode => {
    const start = at++;
    const items: DataNode[] = [];
    for (gap(); text[at] !== "]"; gap()) {
      items.push(value(depth + 1));
      gap();
      if (text[at] === ",") at++;
      else if (text[at] !== "]") fail("Expected `,` or `]`.");
    }
    at++;
    return { kind: "list", range: [start, at], items, isFlow: true };
  };
  const inline = (depth: number): DataNode => {
    const start = at++;
    const map = makeMap([start, start], "inline");
    // TOML 1.1: an inline table may go over several lines, with comments.
    gap();
    while (text[at] !== "}") {
      assign(map, depth);
      gap();
      if (text[at] === ",") at++;
      else if (text[at] !== "}") fail("Expected `,` or `}`.");
      gap();
    }
    at++;
    map.range = [start, at];
    map.isFlow = true;
    for (const entry of map.entries) if (isMap(entry.value)) entry.value.origin = "inline";
    return map as unknown as DataNode;
  };
  const value = (depth: number): DataNode => {
    if (depth > mostDepth) fail("The values are nested too deep.");
    const start = at;
    const unit = text[at];
    if (unit === '"' || unit === "'") {
      const read = string(true);
      return { kind: "string", range: [start, at], value: read.value, style: read.style };
    }
    if (unit === "[") return list(depth);
    if (unit === "{") return inline(depth);
    for (const word of ["true", "false"]) {
      if (text.startsWith(word, at) && !/\w/.test(text[at + word.length] ?? "")) {
        at += word.length;
        return { kind: "boolean", range: [start, at], value: word === "true" };
      }
    }
    date.lastIndex = at;
    const day = date.exec(text)?.[0];
    if (day !== undefined) {
      at += day.length;
      return { kind: "other", range: [start, at], raw: day };
    }
    number.lastIndex = at;
    const raw = number.exec(text)?.[0];
    if (raw === undefined) return fail("Expected a value.");
    at += raw.length;
    return { kind: "number", range: [start, at], value: numberValue(raw), raw };
  };
  const header = (): MutableMap => {
    const isArray = text.startsWith("[[", at);
    at += isArray ? 2 : 1;
    const parts = key();
    if (!text.startsWith(isArray ? "]]" : "]", at)) fail(`Expected \`${isArray ? "]]" : "]"}\`.`);
    at += isArray ? 2 : 1;
    const last = parts.at(-1);
    if (last === undefined) return root;
    const parent = descend(root, parts.slice(0, -1), "implicit");
    const known = parent.index.get(last.name);
    if (isArray) {
      const made = makeMap(last.range, "header");
      if (known === undefined) put(parent, last, { kind: "list", range: last.range, items: [made], isTables: true });
      else if (isTables(known)) known.items.push(made);
      else throw new Fault(`The key \`${last.name}\` stands twice.`, last.range);
      return made;
    }
    if (known === undefined) {
      const made = makeMap(last.range, "header");
      put(parent, last, made);
      return made;
    }
    if (!isMap(known) || known.origin !== "implicit") throw new Fault(`The table \`${last.name}\` stands twice.`, last.range);
    known.origin = "header";
    return known;
  };

  try {
    let table = root;
    for (gap(); at < text.length; gap()) {
      if (text[at] === "[") table = header();
      else assign(table, 0);
      lineEnd();
    }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    problems.push({ code: /twice/.test(fault.message) ? "duplicate-key" : "syntax", message: fault.message, range: fault.range });
  }
  return { root: root as unknown as DataNode, problems };
}

function numberValue(raw: string): number {
  const text = raw.replaceAll("_", "");
  const sign = text.startsWith("-") ? -1 : 1;
  const digits = text.replace(/^[-+]/, "");
  if (digits === "inf") return sign * Infinity;
  if (digits === "nan") return Number.NaN;
  return sign * Number(digits);
}
