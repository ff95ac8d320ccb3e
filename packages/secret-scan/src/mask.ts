// Masks: no secret leaves the process whole.
import type { Kind } from "./detect/candidate.js";
import { scanBytes } from "./scan.js";

/** A value as it may be shown: at most its first four units, and none when it is shorter than twelve. */
export function maskValue(value: string): string {
  const shown = value.length < 12 ? "" : value.slice(0, 4);
  return shown + value.slice(shown.length).replace(/[^\r\n]/g, "*");
}

/** Secrets of this run by their first units, the longest first: they are masked wherever they are said again, also where no form tells them. */
const known = new Map<string, { readonly byLength: Map<number, Set<string>>; lengths: readonly number[] }>();
const knownUnits = 8;
/** Which pairs of units known secrets begin with, by a hash: a text is long, and next to none of its places begins a secret. */
const beginnings = new Uint8Array(4096);
const pairAt = (text: string, at: number): number => (text.charCodeAt(at) * 61 + text.charCodeAt(at + 1)) & 4095;

/** Takes in a secret that was found. A shorter one than eight units is masked where it stands alone: words of a message may be like it. */
export function rememberSecret(value: string): void {
  if (value.length < knownUnits) return;
  const head = value.slice(0, knownUnits);
  beginnings[pairAt(head, 0)] = 1;
  let values = known.get(head);
  if (values === undefined) known.set(head, (values = { byLength: new Map(), lengths: [] }));
  const same = values.byLength.get(value.length);
  if (same !== undefined) {
    same.add(value);
    return;
  }
  values.byLength.set(value.length, new Set([value]));
  values.lengths = [...values.lengths, value.length].toSorted((a, b) => b - a);
}

/** The secrets that were taken in. */
export function rememberedSecrets(): string[] {
  return [...known.values()].flatMap(({ byLength }) => [...byLength.values()].flatMap((values) => [...values]));
}

function maskKnown(text: string): string {
  if (known.size === 0) return text;
  let result = "";
  let from = 0;
  for (let at = 0; at + knownUnits <= text.length; at++) {
    if (beginnings[pairAt(text, at)] === 0) continue;
    const values = known.get(text.slice(at, at + knownUnits));
    // Many secrets begin alike (`ghp_`): one look for each length that they have.
    const length = values?.lengths.find((one) => at + one <= text.length && values.byLength.get(one)?.has(text.slice(at, at + one)) === true);
    if (length === undefined) continue;
    result += text.slice(from, at) + maskValue(text.slice(at, at + length));
    from = at + length;
    at = from - 1;
  }
  return result + text.slice(from);
}

/** A value masked by what it is: a private key keeps its first and last line. */
export function maskOfKind(kind: Kind, value: string): string {
  return kind === "private-key" && value.startsWith("-----BEGIN") ? maskPrivateKey(value) : maskValue(value);
}

/** A text with every secret in it masked, each unit by one, so that columns stay. Private keys keep their first and last line. */
export function maskText(whole: string): string {
  const text = maskKnown(whole);
  const bytes = Buffer.from(text, "utf8");
  // Read as a file of settings: there values stand with and without quotes.
  const found = scanBytes("mask.env", bytes, { everyCredentialForm: true }).filter(
    // In a text of unknown kind, "password in a URL" is no line of a netrc file.
    ({ kind, label }) => label === "secret" || (kind !== "credential-file" && (label === "test-data" || label === "example")),
  );
  if (found.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, kind } of found) {
    const value = bytes.subarray(start, end).toString("utf8");
    parts.push(bytes.subarray(from, start).toString("utf8"), maskOfKind(kind, value));
    from = end;
  }
  parts.push(bytes.subarray(from).toString("utf8"));
  return parts.join("");
}

function maskPrivateKey(value: string): string {
  return value.replace(/(?<=-----BEGIN [A-Z0-9 ]{3,40}-----)[^]*(?=-----END)/, (body) => body.replace(/[A-Za-z0-9+/=]/g, "*"));
}
