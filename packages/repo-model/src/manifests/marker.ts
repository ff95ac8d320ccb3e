// Environment markers: PEP 508, read into a tree and evaluated as `packaging` 26 does.
import { canonicalName } from "./canonical-name.js";
import { pythonString } from "./python-string.js";
import { clausesContain, parseClause } from "./specifier.js";

interface Operand {
  readonly kind: "variable" | "value";
  readonly text: string;
}

/** A marker: a comparison, or `and`/`or` over markers. */
export type Marker =
  | { readonly kind: "compare"; readonly left: Operand; readonly operator: string; readonly right: Operand }
  | { readonly kind: "and" | "or"; readonly items: readonly Marker[] };

/** Why and where a marker or a requirement is not valid; `column` from 1. */
export class RequirementError extends Error {
  override readonly name = "RequirementError";

  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}

const variable =
  /\b(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y;
const quoted = /'[^']*'|"[^"]*"/y;
const operator = /===|==|~=|!=|<=|>=|<|>|\bin\b|\bnot[ \t]+in\b/y;
const mostDepth = 100;

/** Reads a marker that stands in `text` from `start` to its end. Throws RequirementError. */
export function parseMarker(text: string, start = 0): Marker {
  let at = start;
  const blank = (): void => {
    while (text[at] === " " || text[at] === "\t") at++;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const fail = (message: string): never => {
    throw new RequirementError(message, at + 1);
  };
  const operand = (): Operand => {
    blank();
    const name = take(variable);
    if (name !== undefined) {
      const plain = name.replaceAll(".", "_");
      return { kind: "variable", text: plain === "python_implementation" ? "platform_python_implementation" : plain };
    }
    const from = at;
    const literal = take(quoted);
    if (literal === undefined) return fail("Expected a marker variable or a quoted string.");
    const value = pythonString(literal);
    if (value === undefined) throw new RequirementError("The quoted string is not valid.", from + 1);
    return { kind: "value", text: value };
  };
  const atom = (depth: number): Marker => {
    if (depth > mostDepth) return fail("The marker is nested too deep.");
    blank();
    if (text[at] === "(") {
      at++;
      const inner = expression(depth + 1);
      blank();
      if (text[at] !== ")") return fail("Expected `)`.");
      at++;
      blank();
      return inner;
    }
    const left = operand();
    blank();
    const word = take(operator);
    if (word === undefined) return fail("Expected a marker operator.");
    const right = operand();
    blank();
    return { kind: "compare", left, operator: word.replace(/[ \t]+/g, " "), right };
  };
  const expression = (depth: number): Marker => {
    const groups: Marker[][] = [[atom(depth)]];
    for (;;) {
      const word = take(/\b(?:or|and)\b/y);
      if (word === undefined) break;
      const next = atom(depth);
      if (word === "or") groups.push([next]);
      else groups.at(-1)?.push(next);
    }
    return { kind: "or", items: groups.map((items) => ({ kind: "and", items })) };
  };
  const marker = expression(0);
  blank();
  if (at < text.length) fail("Expected the end of the marker.");
  return marker;
}

/** Variables whose values are versions. */
const versions = new Set(["implementation_version", "platform_release", "python_full_version", "python_version"]);

function compare(left: string, operatorText: string, right: string, key: string): boolean {
  if (versions.has(key) && !/^(?:not )?in$/.test(operatorText)) {
    const clause = parseClause(operatorText + right);
    if (clause !== undefined) return clausesContain([clause], left);
  }
  switch (operatorText) {
    case "in":
      return right.includes(left);
    case "not in":
      return !right.includes(left);
    case "==":
    case "<=":
    case ">=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
    case ">":
      return false;
    default:
      throw new TypeError(`\`${operatorText}\` cannot compare \`${left}\` with \`${right}\`.`);
  }
}

/** Evaluates a marker. Throws TypeError for a variable that the environment does not have, or values that cannot be compared. */
export function evaluateParsedMarker(marker: Marker, environment: Readonly<Record<string, string>>, extra = ""): boolean {
  if (marker.kind !== "compare") {
    // All are evaluated, so that an undefined comparison is told wherever it stands.
    const results = marker.items.map((item) => evaluateParsedMarker(item, environment, extra));
    return marker.kind === "and" ? results.every(Boolean) : results.some(Boolean);
  }
  const { left, right } = marker;
  const key = left.kind === "variable" ? left.text : right.text;
  const lookUp = (name: string): string => {
    if (name === "extra") return canonicalName(extra === "" ? (environment["extra"] ?? "") : extra);
    const value = Object.hasOwn(environment, name) ? environment[name] : undefined;
    if (value === undefined) throw new TypeError(`The environment has no \`${name}\`.`);
    return name === "python_full_version" && value.endsWith("+") ? `${value}local` : value;
  };
  const normal = (operand: Operand, other: Operand): string =>
    operand.kind === "value" && other.kind === "variable" && other.text === "extra" ? canonicalName(operand.text) : operand.text;
  const leftText = left.kind === "variable" ? lookUp(left.text) : normal(left, right);
  const rightText = left.kind === "variable" ? normal(right, left) : lookUp(right.text);
  return compare(leftText, marker.operator, rightText, key);
}

/** Evaluates a PEP 508 marker. Throws RequirementError where it is not valid, TypeError where it cannot be evaluated. */
export function evaluateMarker(marker: string, environment: Readonly<Record<string, string>>, extra?: string): boolean {
  return evaluateParsedMarker(parseMarker(marker), environment, extra);
}
