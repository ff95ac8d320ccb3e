// Version specifiers: PEP 440, as `packaging` 26 reads and answers them.
import { pythonStrip } from "./python-space.js";
import { comparePublic, compareReleases, isPrerelease, orderVersions, parseVersion, pythonSpace, type Version } from "./version.js";

/** One clause: `>= 1.0`. `version` is as written, with its `.*`. */
export interface Clause {
  readonly operator: "===" | "==" | "~=" | "!=" | "<=" | ">=" | "<" | ">";
  readonly version: string;
}

const release = "v?(?:[0-9]+!)?[0-9]+(?:\\.[0-9]+)";
const suffix = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?(?:[-_.]?dev[-_.]?[0-9]*)?";
const local = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";

/** The source of a regular expression (flag `i`) that one clause begins with. */
export const clausePattern = [
  `===${pythonSpace}*[^\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000;)]*`,
  `(?:==|!=)${pythonSpace}*${release}*(?:\\.\\*|${suffix}${local})`,
  `~=${pythonSpace}*${release}+${suffix}`,
  `(?:<=|>=|<|>)${pythonSpace}*${release}*${suffix}`,
].join("|");

const whole = new RegExp(`^(?:${clausePattern})$`, "i");

/** Reads one clause; undefined where it is not valid. */
export function parseClause(text: string): Clause | undefined {
  const clause = pythonStrip(text);
  if (!whole.test(clause)) return undefined;
  const operator = /^(?:===|[~=!<>]=|[<>])/.exec(clause)?.[0] as Clause["operator"];
  return { operator, version: pythonStrip(clause.slice(operator.length)) };
}

/** Reads clauses separated by commas; undefined where one of them is not valid. An empty text has none. */
export function parseSpecifier(text: string): readonly Clause[] | undefined {
  const clauses: Clause[] = [];
  for (const part of text.split(",")) {
    if (pythonStrip(part) === "") continue;
    const clause = parseClause(part);
    if (clause === undefined) return undefined;
    clauses.push(clause);
  }
  return clauses;
}

/** The first version behind a prefix: `1.2` gives `1.3.dev0`. */
function afterPrefix(epoch: bigint, numbers: readonly bigint[]): Version {
  return { epoch, release: [...numbers.slice(0, -1), (numbers.at(-1) ?? 0n) + 1n], dev: 0n };
}

const sameRelease = (a: Version, b: Version): boolean => a.epoch === b.epoch && compareReleases(a.release, b.release) === 0;

function samePre({ pre: a }: Version, { pre: b }: Version): boolean {
  return a === undefined || b === undefined ? a === b : a[0] === b[0] && a[1] === b[1];
}

function isAbove(version: Version, { epoch, release: numbers, pre, post, dev }: Version): boolean {
  const limit: Version = { epoch, release: numbers, ...(pre === undefined ? {} : { pre }), ...(post === undefined ? {} : { post }) };
  if (dev !== undefined) return orderVersions(version, { ...limit, dev: dev + 1n }) >= 0;
  if (post !== undefined) return orderVersions(version, { ...limit, post: post + 1n, dev: 0n }) >= 0;
  // `>1.0` takes neither `1.0+local` nor `1.0.post1`.
  return orderVersions(version, limit) > 0 && !(sameRelease(version, limit) && samePre(version, limit));
}

/** Whether a version satisfies one clause other than `===`; pre-releases count like others. */
function satisfies(version: Version, { operator, version: text }: Clause): boolean {
  const isPrefix = text.endsWith(".*");
  const wanted = parseVersion(isPrefix ? text.slice(0, -2) : text);
  if (wanted === undefined) return false;
  const { epoch, release: numbers } = wanted;
  switch (operator) {
    case ">=":
      return orderVersions(version, wanted) >= 0;
    case "<=":
      return comparePublic(version, wanted) <= 0;
    case "<":
      // `<1.0` takes no pre-release of 1.0.
      return orderVersions(version, isPrerelease(wanted) ? wanted : { ...wanted, dev: 0n }) < 0;
    case ">":
      return isAbove(version, wanted);
    case "~=":
      return orderVersions(version, wanted) >= 0 && orderVersions(version, afterPrefix(epoch, numbers.slice(0, -1))) < 0;
    case "!=":
      return !satisfies(version, { operator: "==", version: text });
    default:
      if (isPrefix) return orderVersions(version, { epoch, release: numbers, dev: 0n }) >= 0 && orderVersions(version, afterPrefix(epoch, numbers)) < 0;
      return (wanted.local === undefined ? comparePublic : orderVersions)(version, wanted) === 0;
  }
}

/** Whether a version (as text) satisfies all clauses. A text that is no version satisfies `===` alone. */
export function clausesContain(clauses: readonly Clause[], text: string): boolean {
  const version = parseVersion(text);
  return clauses.every((clause) =>
    clause.operator === "===" ? clause.version.toLowerCase() === text.toLowerCase() : version !== undefined && satisfies(version, clause),
  );
}

/**
 * Whether `version` satisfies `specifier`. A pre-release does too unless `prereleases` is false, since a single version has no
 * alternative (PEP 440, `packaging` 26). A text that is no version satisfies only `===` and the empty specifier.
 * Throws TypeError where the specifier is not valid.
 */
export function specifierContains(specifier: string, version: string, options: { readonly prereleases?: boolean } = {}): boolean {
  const clauses = parseSpecifier(specifier);
  if (clauses === undefined) throw new TypeError(`\`${specifier}\` is no version specifier.`);
  const parsed = parseVersion(version);
  if (options.prereleases === false && parsed !== undefined && isPrerelease(parsed)) return false;
  return clausesContain(clauses, version);
}
