// What PyYAML's safe constructor makes of a graph: which values it refuses, and what a map holds once merge keys are resolved.
import { YamlFault } from "./cursor.js";
import type { YamlEdge, YamlMap, YamlNode, YamlScalar } from "./graph.js";

/** One pair of a map as it counts; `merged` where a merge key brought it. */
export interface YamlPair {
  readonly key: YamlEdge;
  readonly value: YamlEdge;
  readonly isMerged: boolean;
}

/** Python's name of a value's type. */
export type PythonType = "str" | "int" | "float" | "bool" | "NoneType" | "list" | "dict" | "set" | "bytes" | "date" | "datetime";

const types: Readonly<Record<string, PythonType>> = {
  "!!str": "str",
  "!!int": "int",
  "!!float": "float",
  "!!bool": "bool",
  "!!null": "NoneType",
  "!!binary": "bytes",
  "!!timestamp": "datetime",
  "!!seq": "list",
  "!!map": "dict",
  "!!set": "set",
  "!!omap": "list",
  "!!pairs": "list",
};

/** Digits that Python's int() takes in base 10. */
const mostDigits = 4300;

function pythonInteger(text: string, base: 2 | 8 | 10 | 16): boolean {
  const digits = base === 2 ? /^[01]+$/ : base === 8 ? /^[0-7]+$/ : base === 10 ? /^\d+$/ : /^[0-9a-fA-F]+$/;
  return digits.test(text) && (base !== 10 || text.length <= mostDigits);
}

function isInteger(value: string): boolean {
  const text = value.replaceAll("_", "").replace(/^[-+]/, "");
  if (text === "0") return true;
  if (text.startsWith("0b")) return pythonInteger(text.slice(2), 2);
  if (text.startsWith("0x")) return pythonInteger(text.slice(2), 16);
  if (text.startsWith("0")) return pythonInteger(text.replace(/^0o/, ""), 8);
  return text.includes(":") ? text.split(":").every((part) => pythonInteger(part, 10)) : pythonInteger(text, 10);
}

function isFloat(value: string): boolean {
  const text = value.replaceAll("_", "").toLowerCase().replace(/^[-+]/, "");
  const isNumber = (part: string): boolean => /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|inf|infinity|nan)$/.test(part.trim());
  if (text === ".inf" || text === ".nan") return true;
  return text.includes(":") ? text.split(":").every(isNumber) : isNumber(text);
}

const timestamp = /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t]*(Z|([-+])(\d\d?)(?::(\d\d))?))?)?$/;

function isTimestamp(value: string): boolean {
  const match = timestamp.exec(value);
  if (match === null) return false;
  const number = (at: number): number => Number(match[at] ?? "0");
  const [year, month, day] = [number(1), number(2), number(3)];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  const offset = number(10) * 60 + number(11);
  return number(4) < 24 && number(5) < 60 && number(6) < 60 && offset < 24 * 60;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const booleans = new Set(["yes", "no", "true", "false", "on", "off"]);

function isBase64(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- ASCII is what is asked for
  if (!/^[\x00-\x7f]*$/.test(value)) return false;
  // As binascii.a2b_base64 counts: other characters are left out, and the first complete padding ends it.
  let position = 0;
  let pads = 0;
  for (const one of value) {
    if (one === "=") {
      if (position >= 2 && position + ++pads >= 4) return true;
    } else if (/[A-Za-z0-9+/]/.test(one)) {
      position = (position + 1) % 4;
      pads = 0;
    }
  }
  return position === 0;
}

/** How far maps that merge others may follow each other. */
const mostMerges = 900;
/** Pairs that merge keys may bring in one document: without a limit a small file makes billions. */
const mostMerged = 200_000;

/** What tells keys apart, as it is written. */
const identity = (node: YamlNode): unknown => (node.kind === "scalar" ? `${node.tag} ${node.value}` : node);

/** Refuses what PyYAML's safe_load refuses, and resolves merge keys. */
export class Constructor {
  private readonly resolved = new Map<YamlMap, YamlPair[]>();
  private readonly seen = new Set<YamlNode>();
  private readonly checked = new Set<YamlMap>();
  private depth = 0;
  private brought = 0;

  /** What a map holds: merged pairs first, its own after them; the last of a key counts. */
  pairs(map: YamlMap): readonly YamlPair[] {
    const known = this.resolved.get(map);
    if (known !== undefined) return known;
    const own: YamlPair[] = [];
    // Known before it is resolved: a map may merge itself.
    this.resolved.set(map, own);
    // Of a key that is merged from several places the last counts: maps that merge each other twice over would double with each.
    const merged = new Map<unknown, YamlPair>();
    const rest: YamlPair[] = [];
    for (const entry of map.entries) {
      if (entry.key.node.tag !== "!!merge") rest.push({ key: entry.key, value: entry.value, isMerged: false });
      else for (const pair of this.merged(entry.value)) merged.set(identity(pair.key.node), pair);
    }
    for (const pair of merged.values()) own.push(pair);
    for (const pair of rest) own.push(pair);
    return own;
  }

  private merged(value: YamlEdge): YamlPair[] {
    // PyYAML fails here too, at Python's own limit.
    if (this.depth >= mostMerges) throw new YamlFault("Merge keys follow each other too deeply.", value.alias ?? value.node.range);
    this.depth++;
    try {
      return this.mergedFrom(value);
    } finally {
      this.depth--;
    }
  }

  private mergedFrom(value: YamlEdge): YamlPair[] {
    const taken = (edge: YamlEdge): YamlPair[] => {
      if (edge.node.kind !== "map") throw new YamlFault("A merge key takes a map or a list of maps.", edge.alias ?? edge.node.range);
      const pairs = this.pairs(edge.node);
      this.brought += pairs.length;
      if (this.brought > mostMerged) throw new YamlFault("Merge keys bring more than is read.", edge.alias ?? edge.node.range);
      return pairs.map(({ key, value: inner }) => ({ key, value: inner, isMerged: true }));
    };
    if (value.node.kind === "list") return value.node.items.map(taken).toReversed().flat();
    return taken(value);
  }

  /** Checks a node and all below it. Throws YamlFault. */
  check(root: YamlNode): void {
    const stack: YamlNode[] = [root];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (this.seen.has(node)) continue;
      this.seen.add(node);
      const type = types[node.tag];
      if (type === undefined) throw new YamlFault(`PyYAML has no value for the tag \`${node.tag}\`.`, node.outer);
      if (node.kind === "scalar") checkScalar(node);
      else if (node.kind === "list") {
        if (node.tag === "!!omap" || node.tag === "!!pairs") checkPairs(node.items);
        else if (node.tag !== "!!seq") throw new YamlFault(`A list has the tag \`${node.tag}\`.`, node.outer);
        // One by one: a call takes no more arguments than a stack holds.
        for (const item of node.items) stack.push(item.node);
      } else this.checkMap(node, stack);
    }
  }

  private checkMap(node: YamlMap, stack: YamlNode[]): void {
    if (node.tag === "!!str" || scalarTags.has(node.tag)) {
      const own = node.entries.find(({ key }) => key.node.tag === "!!value")?.value.node;
      if (own?.kind === "scalar") return checkScalar({ ...own, tag: node.tag });
      throw new YamlFault(`A map has the tag \`${node.tag}\`.`, node.outer);
    }
    if (node.tag !== "!!map" && node.tag !== "!!set") throw new YamlFault(`A map has the tag \`${node.tag}\`.`, node.outer);
    this.pairs(node);
    // PyYAML makes the value of each pair that a merge brings, of those too that others replace.
    const maps = new Set([node]);
    for (const map of maps) {
      if (this.checked.has(map)) continue;
      this.checked.add(map);
      for (const { key, value } of map.entries) {
        if (key.node.tag === "!!merge") {
          for (const { node: source } of value.node.kind === "list" ? value.node.items : [value]) if (source.kind === "map") maps.add(source);
          continue;
        }
        if (!isHashable(key.node)) throw new YamlFault("A list or a map is a key.", key.alias ?? key.node.range);
        if (key.node.tag !== "!!value") stack.push(key.node);
        stack.push(value.node);
      }
    }
  }
}

const scalarTags = new Set(["!!int", "!!float", "!!bool", "!!binary", "!!timestamp", "!!null"]);

function isHashable(node: YamlNode): boolean {
  const type = types[node.tag];
  return type !== "list" && type !== "dict" && type !== "set";
}

function checkPairs(items: readonly YamlEdge[]): void {
  for (const { node } of items)
    if (node.kind !== "map" || node.entries.length !== 1) throw new YamlFault("An item of this list must be a map of one key.", node.range);
}

function checkScalar(node: YamlScalar): void {
  const { tag, value } = node;
  const fail = (what: string): never => {
    throw new YamlFault(what, node.range);
  };
  if (tag === "!!int" && !isInteger(value)) fail(`\`${value.slice(0, 40)}\` is no number that PyYAML reads.`);
  if (tag === "!!float" && !isFloat(value)) fail(`\`${value.slice(0, 40)}\` is no number that PyYAML reads.`);
  if (tag === "!!bool" && !booleans.has(value.toLowerCase())) fail(`\`${value.slice(0, 40)}\` is neither true nor false.`);
  if (tag === "!!timestamp" && !isTimestamp(value)) fail(`\`${value.slice(0, 40)}\` is no date that there is; put it in quotes.`);
  if (tag === "!!binary" && !isBase64(value)) fail("The value is no Base64.");
  if (types[tag] === "list" || types[tag] === "dict" || types[tag] === "set") fail(`A scalar has the tag \`${tag}\`.`);
}

/** Python's type of a node's value. */
export function pythonType(node: YamlNode): PythonType {
  if (node.tag === "!!timestamp" && node.kind === "scalar" && /^\d{4}-\d\d?-\d\d?$/.test(node.value)) return "date";
  return types[node.tag] ?? "str";
}
