// npm's version ranges: `^1.2`, `~1`, `1.x`, `>=1 <2 || 3`, `1 - 2`. Source: the grammar in node-semver's README.

interface NodeVersion {
  readonly numbers: readonly [number, number, number];
  readonly pre: readonly string[];
}

/** `x` stands for any number: undefined. */
interface Partial {
  readonly numbers: readonly (number | undefined)[];
  readonly pre: readonly string[];
}

interface Comparator {
  readonly operator: "<" | "<=" | ">" | ">=" | "=";
  readonly version: NodeVersion;
}

const xr = "(?:0|[1-9]\\d*|[xX*])";
const partialForm = new RegExp(`^[v=\\s]*(${xr})(?:\\.(${xr})(?:\\.(${xr})(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?)?)?$`);

function readPartial(text: string): Partial | undefined {
  if (text === "" || text.length > 256) return text === "" ? { numbers: [undefined, undefined, undefined], pre: [] } : undefined;
  const [, major, minor, patch, pre] = partialForm.exec(text) ?? [];
  if (major === undefined) return undefined;
  const number = (part: string | undefined): number | undefined => (part === undefined || /^[xX*]$/.test(part) ? undefined : Number(part));
  const numbers = [number(major), number(minor), number(patch)];
  const cut = numbers.indexOf(undefined);
  return { numbers: cut === -1 ? numbers : numbers.map((one, at) => (at < cut ? one : undefined)), pre: pre === undefined || cut !== -1 ? [] : pre.split(".") };
}

/** A whole version: `1.2.3-beta.1`; undefined for any other text. */
function readVersion(text: string): NodeVersion | undefined {
  const partial = readPartial(text.trim());
  const [major, minor, patch] = partial?.numbers ?? [];
  if (partial === undefined || major === undefined || minor === undefined || patch === undefined) return undefined;
  return { numbers: [major, minor, patch], pre: partial.pre };
}

function comparePre(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length === 0 ? 0 : a.length === 0 ? 1 : -1;
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]];
    if (x === y) continue;
    if (x === undefined) return -1;
    if (y === undefined) return 1;
    const [isX, isY] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (isX && isY) return Number(x) - Number(y);
    if (isX !== isY) return isX ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return 0;
}

function compare(a: NodeVersion, b: NodeVersion): number {
  for (let at = 0; at < 3; at++) {
    const difference = (a.numbers[at] ?? 0) - (b.numbers[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePre(a.pre, b.pre);
}

const filled = ({ numbers, pre }: Partial): NodeVersion => ({ numbers: [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0], pre });
/** The first version that no longer has the first `at + 1` numbers, prereleases of it left out too. */
function after({ numbers }: Partial, at: number): NodeVersion {
  const raised = [0, 1, 2].map((index) => (index < at ? (numbers[index] ?? 0) : index === at ? (numbers[index] ?? 0) + 1 : 0));
  return { numbers: [raised[0] ?? 0, raised[1] ?? 0, raised[2] ?? 0], pre: ["0"] };
}

const none: Comparator = { operator: "<", version: { numbers: [0, 0, 0], pre: ["0"] } };

function comparators(operator: string, partial: Partial): readonly Comparator[] {
  const version = filled(partial);
  const cut = partial.numbers.indexOf(undefined);
  const least: Comparator = { operator: ">=", version };
  if (operator === "^") {
    if (cut === 0) return [];
    const nonZero = partial.numbers.findIndex((one) => one !== undefined && one > 0);
    const at = nonZero === -1 ? (cut === -1 ? 2 : cut - 1) : nonZero;
    return [least, { operator: "<", version: after(partial, at) }];
  }
  if (operator === "~" || operator === "~>") {
    if (cut === 0) return [];
    return [least, { operator: "<", version: after(partial, cut === 1 ? 0 : 1) }];
  }
  if (cut === -1) return [{ operator: operator === "" ? "=" : (operator as Comparator["operator"]), version }];
  if (cut === 0) return operator === "<" || operator === ">" ? [none] : [];
  if (operator === ">") return [{ operator: ">=", version: { ...after(partial, cut - 1), pre: [] } }];
  if (operator === "<=") return [{ operator: "<", version: after(partial, cut - 1) }];
  if (operator === "<") return [{ operator: "<", version: { ...version, pre: ["0"] } }];
  if (operator === ">=") return [least];
  return [least, { operator: "<", version: after(partial, cut - 1) }];
}

function readAlternative(text: string): readonly Comparator[] | undefined {
  const hyphen = /^\s*(\S+)\s+-\s+(\S+)\s*$/.exec(text);
  if (hyphen !== null) {
    const [low, high] = [readPartial(hyphen[1] ?? ""), readPartial(hyphen[2] ?? "")];
    if (low === undefined || high === undefined) return undefined;
    const lower: readonly Comparator[] = low.numbers[0] === undefined ? [] : [{ operator: ">=", version: filled(low) }];
    return [...lower, ...comparators("<=", high)];
  }
  const found: Comparator[] = [];
  for (const word of text
    .replace(/([<>~^=]=?|~>)\s+/g, "$1")
    .trim()
    .split(/\s+/)) {
    const [, operator = "", rest = ""] = /^(\^|~>|~|>=|<=|>|<|=)?([^]*)$/.exec(word) ?? [];
    const partial = readPartial(rest);
    if (partial === undefined || (rest === "" && operator !== "")) return undefined;
    found.push(...comparators(operator === "=" ? "" : operator, partial));
  }
  return found;
}

function holds({ operator, version }: Comparator, candidate: NodeVersion): boolean {
  const order = compare(candidate, version);
  if (operator === "=") return order === 0;
  if (operator === "<") return order < 0;
  if (operator === "<=") return order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

/** Whether a range takes a version, prereleases as npm has it; undefined where either is none (a tag, a URL, `workspace:`). */
export function nodeRangeContains(range: string, version: string): boolean | undefined {
  const candidate = readVersion(version);
  if (candidate === undefined || range.length > 512) return undefined;
  const alternatives = range.split("||").map(readAlternative);
  if (alternatives.includes(undefined)) return undefined;
  return alternatives.some((all = []) => {
    if (!all.every((one) => holds(one, candidate))) return false;
    // A prerelease counts only where the range names one of the same three numbers.
    return (
      candidate.pre.length === 0 ||
      all.some(({ version: { numbers, pre } }) => pre.length > 0 && pre.join(".") !== "0" && numbers.every((one, at) => one === candidate.numbers[at]))
    );
  });
}
