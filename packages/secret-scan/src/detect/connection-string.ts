// URLs that carry a password: `postgres://user:password@host` (RFC 3986, section 3.2.1).
import { isInDocstring } from "../judge/docstring.js";
import { isLocalHost } from "../judge/local-host.js";
import { isCommonPassword } from "../judge/password.js";
import { placeholderReason } from "../judge/placeholder.js";
import { placeOf } from "../judge/place.js";
import { looksRandom, wordLikeness } from "../judge/randomness.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** What stands between a scheme and its authority. */
export const connectionKeyword = "://";

const authority = /:\/\/([^\s:/?#[\]@"'`<>]{0,100}):([^\s:/?#[\]"'`<>]{3,200})@([A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\])/y;

/** What a password says once its percent-encoding is read; as it is where it has none. */
function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}

function judge(path: string, user: string, password: string, host: string): { label: Label; reason: string } {
  const reason = placeholderReason(password);
  if (reason !== undefined) return { label: "placeholder", reason };
  if (isCommonPassword(password) || password.toLowerCase() === user.toLowerCase()) return { label: "example", reason: "everyone's first password" };
  // Oracle's sample schema: SCOTT, whose password is TIGER, is in everybody's tests.
  if (/^scott$/i.test(user) && /^tiger/i.test(password)) return { label: "example", reason: "everyone's sample account" };
  if (/^[A-Z_]+$/.test(password) || /^\$|^%|^:/.test(password)) return { label: "placeholder", reason: "it is the name of a variable" };
  const { isTest, isExample, isDocument, isDocumentation } = placeOf(path);
  if (isLocalHost(host, password)) return { label: isTest ? "test-data" : "example", reason: `\`${host}\` is reached from one machine alone` };
  const said = decoded(password);
  const isRandom =
    looksRandom(said) ||
    (said.length >= 9 && /[0-9]/.test(said) && wordLikeness(said) < -0.6) ||
    (said.length >= 8 && /[a-z]/.test(said) && /[A-Z]/.test(said) && /[0-9]/.test(said));
  if (!isRandom) return { label: isTest ? "test-data" : "example", reason: "its password reads as words" };
  if (isTest || isExample || isDocumentation)
    return { label: isTest ? "test-data" : "example", reason: "its path says that it is for tests, an example or documentation" };
  if (isDocument && !looksRandom(password)) return { label: "example", reason: "a short password in a document" };
  return { label: "secret", reason: "its password was drawn by chance" };
}

/** The URL with a password at `://`, which ends at `end`. */
export function connectionStringAt(blob: Blob, end: number): Candidate | undefined {
  const { text, path } = blob;
  const at = end - connectionKeyword.length;
  authority.lastIndex = at;
  const match = authority.exec(text);
  if (match === null) return undefined;
  const [all, user = "", password = "", host = ""] = match;
  let schemeStart = at;
  while (schemeStart > 0 && at - schemeStart < 30 && /[A-Za-z0-9+.-]/.test(text[schemeStart - 1] ?? "")) schemeStart--;
  const scheme = text.slice(schemeStart, at).toLowerCase();
  if (!/^[a-z][a-z0-9+.-]*$/.test(scheme)) return undefined;
  const start = at + 3 + user.length + 1;
  const judged = judge(path, user, password, host);
  const isShown = judged.label === "secret" && password.length < 24 && isInDocstring(blob, start);
  const { label, reason } = isShown ? ({ label: "example", reason: "a short password in a program's documentation" } as const) : judged;
  return { kind: "connection-string", start, end: at + all.length - host.length - 1, value: password, title: `password in a \`${scheme}\` URL`, label, reason };
}
