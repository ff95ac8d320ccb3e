// Passwords in SQL: `IDENTIFIED BY '…'` of MySQL and Oracle, `PASSWORD '…'` of PostgreSQL, `WITH PASSWORD = '…'` of SQL Server.
import { isCommonPassword, judgePassword } from "../judge/password.js";
import { placeOf } from "../judge/place.js";
import type { Blob, Candidate } from "./candidate.js";

const value = `(?:N?'((?:[^'\\\\\\r\\n]|''){1,200})'|"([^"\\\\\\r\\n]{1,200})")`;
const forms: Readonly<Record<string, RegExp>> = {
  "identified by": new RegExp(`\\s{1,20}(?:(?:password|values)\\s{1,20})?${value}`, "iy"),
  "identified with": new RegExp(`\\s{1,20}["'\`]?\\w{1,40}["'\`]?\\s{1,20}(?:by|as)\\s{1,20}${value}`, "iy"),
  "password ": new RegExp(`\\s{0,20}${value}`, "iy"),
  "password=": new RegExp(`\\s{0,20}${value}`, "iy"),
  "password(": new RegExp(`\\s{0,20}${value}\\s{0,20}\\)`, "iy"),
};
const statement =
  /\b(?:(?:create|alter)\s{1,20}(?:user|role|login|database|group|server|symmetric\s{1,20}key|master\s{1,20}key|certificate)|set\s{1,20}password|grant\s)[^;]{0,400}$/i;
const hash = /^(?:\*[0-9A-F]{40}|md5[0-9a-f]{32}|SCRAM-SHA-256\$.*|0x[0-9A-F]{20,})$/i;

/** What stands before a password in SQL. */
export const sqlKeywords: readonly string[] = Object.keys(forms);

/** The password of the statement in which the keyword that ends at `end` stands. */
export function sqlPasswordAt({ text, path }: Blob, keyword: string, end: number): Candidate | undefined {
  const form = forms[keyword];
  if (form === undefined) return undefined;
  form.lastIndex = keyword === "password " ? end - 1 : end;
  const match = form.exec(text);
  const found = match?.[1] ?? match?.[2];
  if (match === null || found === undefined) return undefined;
  if (!statement.test(text.slice(Math.max(0, end - keyword.length - 420), end - keyword.length).replace(/\r?\n/g, " "))) return undefined;
  const start = match.index + match[0].lastIndexOf(found);
  const candidate = { kind: "credential-file", start, end: start + found.length, value: found, title: "password in an SQL statement" } as const;
  if (hash.test(found)) {
    const { isTest, isExample } = placeOf(path);
    if (isTest || isExample) return { ...candidate, label: isTest ? "test-data" : "example", reason: "its path says that it is for tests or an example" };
    return { ...candidate, title: "password hash in an SQL statement", label: "secret", reason: "passwords can be tried against it by whoever has it" };
  }
  // `IDENTIFIED BY password`, `PASSWORD '?'`.
  if (isCommonPassword(found)) return { ...candidate, label: "example", reason: "everyone's first password" };
  return { ...candidate, ...judgePassword(path, found) };
}
