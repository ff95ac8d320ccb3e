// What labels are looked for: kinds with numbers (`Phase 3`), bare numbers (`19.8.1`), or names.
import { isForeign, workKinds } from "./entity-kinds.js";

/** A label at the start of a text. */
export interface LabelMatch {
  /** In lower case; empty for bare numbers and names. */
  readonly kind: string;
  /** Normal form of the number or the name. */
  readonly number: string;
  readonly length: number;
}

export interface LabelMatcher {
  /** Kinds whose numbers may stand alone in a column that is called so. */
  readonly kinds: readonly string[];
  /** A quick look: whether a text can hold such a label at all. */
  may(text: string): boolean;
  /** The label that `body` begins with. */
  match(body: string): LabelMatch | undefined;
}

const number = "\\d{1,4}(?:\\.\\d{1,4}){0,5}[a-z]?";
const parts = "(?:-\\d{1,3}){1,2}";
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Normal form of a number: no leading zeros, its letter in lower case. */
export function normalNumber(text: string): string {
  return text
    .toLowerCase()
    .split(".")
    .map((part) => part.replace(/^0+(?=\d)/, ""))
    .join(".");
}

/** Normal form of a name: lower case, single spaces. */
export function normalName(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

/** "WU-013-01" is a part of "WU-013"; "US-3-5" may be three of them. */
const isPart = (main: string, part: string): boolean => !part.startsWith("-") || Number(part.split("-")[1]) <= Number.parseInt(main, 10);
const partNumber = (main: string, part: string): string => normalNumber(`${main}${part.replaceAll("-", ".")}`);

/** Looks for kinds with a number; an empty kind is a bare number. */
export function kindMatcher(kinds: readonly string[]): LabelMatcher {
  const names = kinds.map(escaped).join("|");
  // A kind with a number behind it, or alone at the head of a column.
  const anywhere = new RegExp(
    names === "" ? "\\d" : `(?:${names})[ \\t]*(?:#|no\\.?|-|–)?[ \\t]*\\d|(?:^|\\|)[ \\t*_]*(?:${names})s?(?: ?(?:#|no\\.?|number|id))?[ \\t*_]*\\|`,
    "im",
  );
  const label = new RegExp(
    `^(${names})${names === "" ? "" : "[ \\t]*(?:#|no\\.?|-|–)?[ \\t]*"}(${number})${kinds.some((kind) => kind.endsWith("-")) ? `(${parts})?` : "()"}(?![\\p{L}\\p{N}_]|[.-]\\d)`,
    "iu",
  );
  return {
    kinds: kinds.filter((kind) => kind !== ""),
    may: (text) => anywhere.test(text),
    match(body) {
      const [whole, kind = "", digits = "", part = ""] = label.exec(body) ?? [];
      return whole === undefined || !isPart(digits, part) ? undefined : { kind: kind.toLowerCase(), number: partNumber(digits, part), length: whole.length };
    },
  };
}

/** Looks for names, the longest first. */
export function nameMatcher(names: readonly string[]): LabelMatcher {
  const source = names
    .filter((name) => name !== "")
    .toSorted((a, b) => b.length - a.length)
    .map((name) => escaped(name).replace(/\s+/g, "\\s+"))
    .join("|");
  if (source === "") return { kinds: [], may: () => false, match: () => undefined };
  const anywhere = new RegExp(source, "iu");
  const label = new RegExp(`^(?:${source})(?![\\p{L}\\p{N}_])`, "iu");
  return {
    kinds: [],
    may: (text) => anywhere.test(text),
    match(body) {
      const [whole] = label.exec(body) ?? [];
      return whole === undefined ? undefined : { kind: "", number: normalName(whole), length: whole.length };
    },
  };
}

/** Looks for what either finds. */
export function eitherMatcher(a: LabelMatcher, b: LabelMatcher): LabelMatcher {
  return { kinds: [...a.kinds, ...b.kinds], may: (text) => a.may(text) || b.may(text), match: (body) => a.match(body) ?? b.match(body) };
}

const anyId = /\b[A-Z][A-Z0-9]{0,9}-\d/;
const id = /^([A-Z][A-Z0-9]{0,9}-)(\d{1,5})((?:\.\d{1,4}){1,3}|(?:-\d{1,3}){1,2})?(?![\p{L}\p{N}_]|[.-]\p{L}?\d)/u;

/** Looks for ids with a prefix in capitals: `US-016`, `ADR-7`. The kind ends with the hyphen. */
export const idMatcher: LabelMatcher = {
  kinds: [],
  may: (text) => anyId.test(text),
  match(body) {
    const [whole, prefix = "", main = "", part = ""] = id.exec(body) ?? [];
    if (whole === undefined || isForeign(prefix.slice(0, -1), main) || !isPart(main, part)) return undefined;
    return { kind: prefix.toLowerCase(), number: partNumber(main, part), length: whole.length };
  },
};

const anyShort = /(?<![\p{L}\p{N}_])M\d/u;
const short = /^M(\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?)(?![\p{L}\p{N}_]|[.-]\d|-\p{L})/u;

/** Looks for milestones by their short form: `M3`, `M2.1`. */
const shortMatcher: LabelMatcher = {
  kinds: [],
  may: (text) => anyShort.test(text),
  match(body) {
    const [whole, digits = ""] = short.exec(body) ?? [];
    return whole === undefined ? undefined : { kind: "milestone", number: normalNumber(digits), length: whole.length };
  },
};

/** What is looked for without configuration. */
export const workMatcher: LabelMatcher = eitherMatcher(eitherMatcher(kindMatcher(workKinds), idMatcher), shortMatcher);
