// Python versions: PEP 440, read, compared and written in normal form.

/** A version. Numbers are bigint, since dates and build numbers may exceed 2^53. */
export interface Version {
  readonly epoch: bigint;
  readonly release: readonly bigint[];
  readonly pre?: readonly [letter: "a" | "b" | "rc", number: bigint];
  readonly post?: bigint;
  readonly dev?: bigint;
  readonly local?: readonly (bigint | string)[];
}

/** White space as Python's `\s` has it. */
export const pythonSpace = "[\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

/** A public version without spaces; used in specifiers too. */
const release = "(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)";
const suffixes = "(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?([0-9]+)?)?(?:-([0-9]+)|[-_.]?(post|rev|r)[-_.]?([0-9]+)?)?(?:[-_.]?(dev)[-_.]?([0-9]+)?)?";
const pattern = new RegExp(`^${pythonSpace}*v?${release}${suffixes}(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?${pythonSpace}*$`, "i");

const letters: Readonly<Record<string, "a" | "b" | "rc">> = { a: "a", alpha: "a", b: "b", beta: "b", c: "rc", rc: "rc", pre: "rc", preview: "rc" };

/** Reads a version; undefined where it is none. */
export function parseVersion(text: string): Version | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, epoch, numbers = "", letter, preNumber, implicitPost, postWord, postNumber, devWord, devNumber, local] = match;
  const pre = letter === undefined ? undefined : letters[letter.toLowerCase()];
  return {
    epoch: BigInt(epoch ?? 0),
    release: numbers.split(".").map(BigInt),
    ...(pre === undefined ? {} : { pre: [pre, BigInt(preNumber ?? 0)] as const }),
    ...(implicitPost === undefined && postWord === undefined ? {} : { post: BigInt(implicitPost ?? postNumber ?? 0) }),
    ...(devWord === undefined ? {} : { dev: BigInt(devNumber ?? 0) }),
    ...(local === undefined ? {} : { local: local.split(/[-_.]/).map((part) => (/^[0-9]+$/.test(part) ? BigInt(part) : part.toLowerCase())) }),
  };
}

/** Whether it is an alpha, beta, candidate or development release. */
export function isPrerelease(version: Version): boolean {
  return version.pre !== undefined || version.dev !== undefined;
}

type Order = -1 | 0 | 1;
const order = (a: bigint | number | string, b: bigint | number | string): Order => (a < b ? -1 : a > b ? 1 : 0);

/** Compares the numbers of two releases; missing ones are 0. */
export function compareReleases(a: readonly bigint[], b: readonly bigint[]): Order {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const result = order(a[at] ?? 0n, b[at] ?? 0n);
    if (result !== 0) return result;
  }
  return 0;
}

/** Where the pre-release part puts a version: a development release of the final lies below its alphas, the final above. */
function preRank({ pre, post, dev }: Version): number {
  if (pre !== undefined) return { a: 1, b: 2, rc: 3 }[pre[0]];
  return post === undefined && dev !== undefined ? 0 : 4;
}

function compareLocals(a: readonly (bigint | string)[] = [], b: readonly (bigint | string)[] = []): Order {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? -1 : 1;
    // A number lies above a word.
    const result = typeof left === typeof right ? order(left, right) : typeof left === "bigint" ? 1 : -1;
    if (result !== 0) return result;
  }
  return 0;
}

/** Compares without the local part. */
export function comparePublic(a: Version, b: Version): Order {
  return (
    order(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    order(preRank(a), preRank(b)) ||
    order(a.pre?.[1] ?? 0n, b.pre?.[1] ?? 0n) ||
    order(a.post ?? -1n, b.post ?? -1n) ||
    // No development number lies above each of them.
    (a.dev === undefined || b.dev === undefined ? order(a.dev === undefined ? 1 : 0, b.dev === undefined ? 1 : 0) : order(a.dev, b.dev))
  );
}

/** Compares two parsed versions. */
export function orderVersions(a: Version, b: Version): Order {
  return comparePublic(a, b) || compareLocals(a.local, b.local);
}

/** Compares two versions. Throws TypeError where one of them is none. */
export function compareVersions(a: string, b: string): Order {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left === undefined || right === undefined) throw new TypeError(`\`${left === undefined ? a : b}\` is no version.`);
  return orderVersions(left, right);
}

/** The normal form: `1.0rc1.post2.dev3+local.4`. */
export function formatVersion({ epoch, release, pre, post, dev, local }: Version): string {
  return [
    epoch === 0n ? "" : `${epoch}!`,
    release.join("."),
    pre === undefined ? "" : pre.join(""),
    post === undefined ? "" : `.post${post}`,
    dev === undefined ? "" : `.dev${dev}`,
    local === undefined ? "" : `+${local.join(".")}`,
  ].join("");
}
