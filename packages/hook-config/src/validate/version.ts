// Versions as pre-commit compares them: numbers between dots, each read as Python's int() does.

/** The version of pre-commit whose rules these are. */
export const preCommitVersion = "4.7.0";

function integer(text: string): bigint | undefined {
  const trimmed = text.replace(/^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/gu, "");
  if (!/^[-+]?\p{Nd}(?:_?\p{Nd})*$/u.test(trimmed) || trimmed.replace(/\P{Nd}/gu, "").length > 4300) return undefined;
  const digits = trimmed.replace(/[-+_]/g, "").replace(/\p{Nd}/gu, (one) => String(digitValue(one)));
  return BigInt(digits) * (trimmed.startsWith("-") ? -1n : 1n);
}

/** Unicode's digits stand in rows of ten. */
function digitValue(one: string): number {
  const code = one.codePointAt(0) ?? 0;
  if (code < 128) return code - 48;
  let first = code;
  while (code - first < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return code - first;
}

/** The numbers of a version; undefined where pre-commit cannot read it, and fails. */
export function versionNumbers(text: string): readonly bigint[] | undefined {
  const parts = text.split(".").map(integer);
  return parts.every((part) => part !== undefined) ? (parts as bigint[]) : undefined;
}

/** Below zero where `a` is the lower version. A longer one is higher than its own beginning. */
export function compareVersions(a: readonly bigint[], b: readonly bigint[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}
