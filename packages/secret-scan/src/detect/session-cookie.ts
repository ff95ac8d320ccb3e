// Sessions in cookies (RFC 6265): who has the value is logged in.
import { placeholderReason } from "../judge/placeholder.js";
import { placeOf } from "../judge/place.js";
import { looksRandom } from "../judge/randomness.js";
import { isInComment } from "./assignment.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** What a header with cookies begins with. */
export const cookieKeywords: readonly string[] = ["cookie: ", "cookie:", 'cookie", "', 'cookie": "', "cookie': '", "cookie', '"];

const value = /=([^\s;"',\\]{16,1200})(?=[;\s"',\\]|$)/y;
const isNameUnit = /[\w.!#$%&*+^|~-]/;
const reach = 4000;
const longestName = 60;

/** The pairs `name=value` of a header's line, found by their `=`: a line without one has none. */
function* pairsIn(line: string): Iterable<{ readonly name: string; readonly value: string; readonly at: number }> {
  for (let at = line.indexOf("="); at !== -1; at = line.indexOf("=", at + 1)) {
    let start = at;
    while (start > 0 && at - start <= longestName && isNameUnit.test(line[start - 1] ?? "")) start--;
    if (at - start < 2 || at - start > longestName || (start > 0 && !/[;\s"']/.test(line[start - 1] ?? ""))) continue;
    value.lastIndex = at;
    const found = value.exec(line)?.[1];
    if (found === undefined) continue;
    yield { name: line.slice(start, at), value: found, at: at + 1 };
    at += found.length;
  }
}

const session = /sess|(?:^|[._-])s?sid$|auth|(?<!x)(?<!cs)(?<!xs)(?:rf)?token|jwt|remember|login|connect\.sid|identity|access|refresh/i;
const notSession = /csrf|xsrf|_ga|consent|analytics|(?:^|_)utm|cf_bm|__cf/i;

function judge(path: string, value: string): { readonly label: Label; readonly reason: string } | undefined {
  const plain = value.replace(/%[0-9A-Fa-f]{2}/g, "");
  if (!looksRandom(plain) || !/[0-9]/.test(plain)) return undefined;
  const placeholder = placeholderReason(value);
  if (placeholder !== undefined) return { label: "placeholder", reason: placeholder };
  const { isTest, isExample, isDocument } = placeOf(path);
  if (isTest || isExample || isDocument) return { label: isTest ? "test-data" : "example", reason: "a session, where examples stand" };
  return { label: "secret", reason: "its value was drawn by chance" };
}

/** Where the next `=` of a text stands, asked for with rising offsets. */
const nextEquals = new WeakMap<Blob, number>();
function equalsAfter(blob: Blob, end: number): number {
  let at = nextEquals.get(blob) ?? -1;
  if (at < end) {
    at = blob.text.indexOf("=", end);
    nextEquals.set(blob, at === -1 ? (at = Infinity) : at);
  }
  return at;
}

/** The first session in the header whose name ends at `end`. */
export function sessionCookieAt(blob: Blob, end: number): Candidate | undefined {
  const { text, path } = blob;
  if (equalsAfter(blob, end) >= end + reach) return undefined;
  const line = /^[^\r\n]*/.exec(text.slice(end, end + reach))?.[0] ?? "";
  for (const { name, value: found, at } of pairsIn(line)) {
    // A JSON Web Token is judged by what it says.
    if (!session.test(name) || notSession.test(name) || found.startsWith("eyJ")) continue;
    const judged = isInComment(text, end) ? ({ label: "example", reason: "a session in a comment" } as const) : judge(path, found);
    if (judged === undefined) continue;
    const start = end + at;
    return { kind: "authorization", start, end: start + found.length, value: found, title: `session in the cookie \`${name}\``, name, ...judged };
  }
  return undefined;
}
