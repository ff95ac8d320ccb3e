// The line by which `git filter-repo --replace-text` takes a secret out of a history, without saying the secret.
import type { Kind } from "./detect/candidate.js";

const classes: readonly (readonly [units: RegExp, source: string])[] = [
  [/[a-z]/, "a-z"],
  [/[A-Z]/, "A-Z"],
  [/[0-9]/, "0-9"],
];

/** Escapes what Python's `re` would take for a sign, inside of brackets too. */
const escaped = (text: string): string => text.replace(/[^A-Za-z0-9_]/g, (unit) => `\\${unit}`);

/**
 * A line of a replacements file: the first four units, which a report shows too, then as many of its alphabet as the value has. Undefined where that
 * would tell too little of the value (less than twelve units), or where it holds what a line cannot.
 */
export function replacementLine(kind: Kind, value: string): string | undefined {
  if (kind === "private-key") {
    const header = /^-----BEGIN ([A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?)-----/.exec(value)?.[1];
    return header === undefined ? undefined : `regex:-----BEGIN ${header}-----[^-]*-----END ${header}-----==>REMOVED`;
  }
  if (value.length < 12 || /[^\x20-\x7e]/.test(value)) return undefined;
  const [head, rest] = [value.slice(0, 4), value.slice(4)];
  const signs = [...new Set(rest.replace(/[A-Za-z0-9]/g, ""))].toSorted().map(escaped).join("");
  const alphabet = classes
    .filter(([units]) => units.test(rest))
    .map(([, source]) => source)
    .join("");
  return `regex:${escaped(head)}[${alphabet}${signs}]{${rest.length}}==>REMOVED`;
}
