// One requirement: PEP 508.
import { canonicalName } from "./canonical-name.js";
import { parseMarker, RequirementError } from "./marker.js";
import { clausePattern, parseSpecifier } from "./specifier.js";

/** A requirement. Ranges count UTF-16 units of the line. */
export interface Requirement {
  readonly name: string;
  readonly canonical: string;
  readonly extras: readonly string[];
  /** Without spaces, in the order written; "" where there is none. */
  readonly specifier: string;
  readonly url?: string;
  /** As written. */
  readonly marker?: string;
  readonly nameRange: readonly [start: number, end: number];
  /** Where the specifier stands, or would stand. */
  readonly specifierRange: readonly [start: number, end: number];
}

const identifier = /\b[a-zA-Z0-9][a-zA-Z0-9._-]*\b/y;
const clause = new RegExp(clausePattern, "iy");

/** Reads a requirement. Throws RequirementError with the column. */
export function parseRequirement(line: string): Requirement {
  let at = 0;
  const blank = (): void => {
    while (line[at] === " " || line[at] === "\t") at++;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(line)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const fail = (message: string, from = at): never => {
    throw new RequirementError(message, from + 1);
  };
  blank();
  const nameStart = at;
  const name = take(identifier) ?? fail("Expected the name of a distribution.");
  const nameRange = [nameStart, at] as const;
  blank();
  const extras = line[at] === "[" ? readExtras() : [];
  const insertAt = at;
  blank();
  const base = { name, canonical: canonicalName(name), extras, nameRange };
  if (line[at] === "@") {
    at++;
    blank();
    const url = take(/[^ \t]+/y) ?? fail("Expected a URL after `@`.");
    const urlEnd = at;
    blank();
    if (at < line.length && (urlEnd === at || line[at] !== ";")) fail("Expected `;` after the URL and a space.");
    return { ...base, specifier: "", url, specifierRange: [insertAt, insertAt], ...readMarker() };
  }
  const isWrapped = line[at] === "(";
  const from = at;
  if (isWrapped) at++;
  blank();
  const clausesStart = at;
  let specifier = "";
  let clausesEnd = at;
  for (;;) {
    const found = take(clause);
    if (found === undefined) break;
    specifier += found;
    clausesEnd = at;
    if (line.startsWith(".*", at)) fail("`.*` stands only after the release of `==` or `!=`.");
    if (/\+[a-z0-9]/y.test(line.slice(at, at + 2))) fail("A local version stands only after `==` or `!=`.");
    blank();
    if (line[at] !== ",") break;
    specifier += ",";
    at++;
    blank();
  }
  blank();
  if (isWrapped) {
    if (line[at] !== ")") fail("Expected `)`.", from);
    at++;
    blank();
  }
  if (parseSpecifier(specifier) === undefined) fail("The version specifier is not valid.", from);
  if (at < line.length && line[at] !== ";") fail(specifier === "" ? "Expected a version specifier or `;`." : "Expected `,`, `;` or the end.");
  const specifierRange = specifier === "" ? ([insertAt, insertAt] as const) : ([clausesStart, clausesEnd] as const);
  return { ...base, specifier: specifier.replace(/\s+/g, "").replace(/,$/, ""), specifierRange, ...readMarker() };

  function readExtras(): string[] {
    const open = at++;
    const found: string[] = [];
    blank();
    let one = take(identifier);
    while (one !== undefined) {
      found.push(one);
      blank();
      if (line[at] !== ",") break;
      at++;
      blank();
      one = take(identifier) ?? fail("Expected the name of an extra after the comma.");
    }
    blank();
    if (line[at] !== "]") fail("Expected `]`.", open);
    at++;
    return found;
  }

  function readMarker(): { marker?: string } {
    if (at >= line.length) return {};
    parseMarker(line, at + 1);
    return { marker: line.slice(at + 1).trim() };
  }
}

/** What was read last: a matrix of environments names the same ones thousands of times. No more lines, and no longer ones, are kept. */
const known = new Map<string, Requirement | undefined>();
const mostKnown = 5000;
const longestKnown = 200;

/** The same, undefined where it is none. */
export function readRequirement(line: string): Requirement | undefined {
  const before = known.get(line);
  if (before !== undefined || known.has(line)) return before;
  let requirement: Requirement | undefined;
  try {
    requirement = parseRequirement(line);
  } catch (error) {
    if (!(error instanceof RequirementError)) throw error;
  }
  if (known.size < mostKnown && line.length <= longestKnown) known.set(line, requirement);
  return requirement;
}
