// Sessions in cookies (RFC 6265): who has the value is logged in.
import { placeholderReason } from "../judge/placeholder.js";
import { placeOf } from "../judge/place.js";
import { looksRandom } from "../judge/randomness.js";
import { isInComment } from "./assignment.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** What a header with cookies begins with. */
export const cookieKeywords: readonly string[] = ["cookie: ", "cookie:", 'cookie", "', 'cookie": "', "cookie': '", "cookie', '"];

const pairs = /(?:^|[;\s"'])([\w.!#$%&*+^|~-]{2,60})=([^\s;"',\\]{16,1200})(?=[;\s"',\\]|$)/g;
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

/** The first session in the header whose name ends at `end`. */
export function sessionCookieAt({ text, path }: Blob, end: number): Candidate | undefined {
  const line = /^[^\r\n]{0,4000}/.exec(text.slice(end, end + 4000))?.[0] ?? "";
  for (const match of line.matchAll(pairs)) {
    const [all, name = "", value = ""] = match;
    // A JSON Web Token is judged by what it says.
    if (!session.test(name) || notSession.test(name) || value.startsWith("eyJ")) continue;
    const judged = isInComment(text, end) ? ({ label: "example", reason: "a session in a comment" } as const) : judge(path, value);
    if (judged === undefined) continue;
    const start = end + match.index + all.lastIndexOf(value);
    return { kind: "authorization", start, end: start + value.length, value, title: `session in the cookie \`${name}\``, name, ...judged };
  }
  return undefined;
}
