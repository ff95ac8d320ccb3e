// Authorization headers (RFC 9110, section 11.6.2): `Basic` with user and password in base64 (RFC 7617), `Bearer` (RFC 6750) and `Token`.
import { judgePassword } from "../judge/password.js";
import { isInDocComment } from "../judge/docstring.js";
import { isTyped, placeholderReason } from "../judge/placeholder.js";
import { placeOf } from "../judge/place.js";
import { looksRandom } from "../judge/randomness.js";
import { saysExample } from "../judge/surroundings.js";
import type { Blob, Candidate, Label } from "./candidate.js";
import { isRepeated } from "./repeated.js";

/** What stands before the credentials. */
export const schemeKeywords: readonly string[] = ["basic ", "bearer ", "ssws ", "authorization", '"auth"'];
/** A registry's login in Docker's settings, wherever they are copied to: `"auth": "…"`. */
const registry = /[ \t]{0,4}:[ \t]{0,4}"([A-Za-z0-9+/]{8,400}={0,2})"/y;

const credentials = /[ \t]{0,4}([A-Za-z0-9+/=_.~-]{8,2000})(?![A-Za-z0-9+/=_.~{$<(-])/y;
const header =
  /["'`]?\]?\)?[ \t]{0,4}[:=,][ \t]{0,4}["'`]?(?:token|api-?token|apikey|api-key|key)[ \t=:]{1,4}["']?([A-Za-z0-9+/=_.~-]{16,2000})(?![A-Za-z0-9+/=_.~{$<(-])/iy;
const login = /^([^:\s]{0,100}):(\S{1,200})$/;

/** User and password of a text in base64; undefined where it holds none. */
export function loginIn(base64: string): { readonly user: string; readonly password: string } | undefined {
  if (base64.length < 8 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(base64)) return undefined;
  const text = Buffer.from(base64, "base64").toString("latin1");
  const [, user, password] = /^[\x20-\x7e]+$/.test(text) ? (login.exec(text) ?? []) : [];
  return user === undefined || password === undefined ? undefined : { user, password };
}

function judgeToken(blob: Blob, token: string, start: number): { readonly label: Label; readonly reason: string } | undefined {
  const { text, path } = blob;
  if (!/[0-9]/.test(token) || !/[A-Za-z]/.test(token) || token.length < 20 || !looksRandom(token)) return undefined;
  const placeholder = placeholderReason(token);
  if (placeholder !== undefined) return { label: "placeholder", reason: placeholder };
  if (isTyped(token)) return { label: "placeholder", reason: "decoded, it is letters that somebody typed" };
  const { isTest, isExample, isDocument, isDocumentation } = placeOf(path);
  if (isTest || isExample || isDocumentation) return { label: isTest ? "test-data" : "example", reason: "no vendor's form, where examples stand" };
  if (saysExample(text, start)) return { label: "example", reason: "the text before it speaks of an example" };
  if (isInDocComment(blob, start)) return { label: "example", reason: "no vendor's form, in a program's documentation" };
  if (isDocument && isRepeated(blob, token)) return { label: "example", reason: "the document prints it more than once" };
  if (isDocument && token.length < 24) return { label: "example", reason: "a short value in a document" };
  return { label: "secret", reason: "its value was drawn by chance" };
}

/** The credentials behind a scheme or the header's name, which ends at `end`. */
export function authorizationAt(blob: Blob, keyword: string, end: number): Candidate | undefined {
  const { text, path } = blob;
  const before = text[end - keyword.length - 1] ?? "";
  if (/[A-Za-z0-9]/.test(before) && keyword !== "authorization") return undefined;
  const form = keyword === "authorization" ? header : keyword === '"auth"' ? registry : credentials;
  form.lastIndex = end;
  const match = form.exec(text);
  const value = match?.[1];
  if (match === null || value === undefined) return undefined;
  const start = match.index + match[0].length - value.length;
  const candidate = { kind: "authorization", start, end: start + value.length, value } as const;
  if (keyword === "basic " || form === registry) {
    const found = loginIn(value);
    const title = form === registry ? "login of a registry" : "login in a `Basic` header";
    if (found === undefined) return undefined;
    const judged = judgePassword(path, found.password, found.user);
    const isShown = judged.label === "secret" && form === credentials && (placeholderReason(value) !== undefined || saysExample(text, start));
    return { ...candidate, title, ...(isShown ? ({ label: "example", reason: "the text before it speaks of an example" } as const) : judged) };
  }
  // A JSON Web Token is judged by what it says; without a signature it opens nothing.
  const isWebToken = value.startsWith("eyJ") && (value.split(".").length === 3 || /^eyJ[\w-]+\.eyJ[\w-]+$/.test(value));
  const judged = isWebToken ? undefined : judgeToken(blob, value, start);
  return judged === undefined ? undefined : { ...candidate, title: "token in an `Authorization` header", ...judged };
}
