// Private and symmetric keys as JSON Web Keys (RFC 7517): the members `d` of RSA, EC and OKP, and `k` of `oct`.
import { placeholderReason } from "../judge/placeholder.js";
import { placeOf } from "../judge/place.js";
import { entropy } from "../judge/randomness.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** The member that every JSON Web Key has. */
export const webKeyKeyword = '"kty"';

const kind = /[ \t\r\n]{0,8}:[ \t\r\n]{0,8}"(RSA|EC|OKP|oct)"/y;
const secret = { d: /"d"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}"([A-Za-z0-9_-]{40,1400})"/, k: /"k"[ \t\r\n]{0,8}:[ \t\r\n]{0,8}"([A-Za-z0-9_-]{20,1400})"/ } as const;
const reach = 4000;

function judge(path: string, value: string): { readonly label: Label; readonly reason: string } {
  const placeholder = placeholderReason(value);
  if (placeholder !== undefined) return { label: "placeholder", reason: placeholder };
  if (entropy(value) < 3.5) return { label: "placeholder", reason: "it has too few different characters" };
  const { isTest, isExample, isDocumentation } = placeOf(path);
  if (isTest) return { label: "test-data", reason: "a key without a certificate or a name, where tests stand" };
  if (isExample || isDocumentation) return { label: "example", reason: "a key without a certificate or a name, where examples stand" };
  return { label: "secret", reason: "it is the private member of a key" };
}

/** The private member of the object whose `"kty"` ends at `end`; undefined for a public key. */
export function jsonWebKeyAt({ text, path }: Blob, end: number): Candidate | undefined {
  kind.lastIndex = end;
  const type = kind.exec(text)?.[1];
  if (type === undefined) return undefined;
  const [open, close] = [text.lastIndexOf("{", end), text.indexOf("}", end)];
  if (open === -1 || close === -1 || end - open > reach || close - end > reach) return undefined;
  const match = secret[type === "oct" ? "k" : "d"].exec(text.slice(open, close));
  const value = match?.[1];
  if (match === null || value === undefined) return undefined;
  const start = open + match.index + match[0].lastIndexOf(value);
  return { kind: "private-key", start, end: start + value.length, value, title: "private JSON Web Key", ...judge(path, value) };
}
