// Secrets in base64: the beginnings of vendors' tokens and of private keys, encoded, are keywords; what they begin is decoded once.
import { shapeKeywords } from "../providers/shape.js";
import type { Blob, Candidate } from "./candidate.js";
import { privateKeyKeyword } from "./private-key.js";
import { tokenMatchers } from "./provider-token.js";

/** What of a literal's base64 does not depend on what follows. */
function stablePart(literal: string): string {
  return Buffer.from(literal)
    .toString("base64")
    .slice(0, Math.floor((literal.length * 8) / 6));
}

/** Literals in base64, at least six units of it: shorter ones are in every picture. */
export const encodedKeywords: readonly string[] = [
  ...new Set(
    [privateKeyKeyword, ...tokenMatchers.flatMap(({ provider }) => (shapeKeywords(provider.shape).before === 0 ? shapeKeywords(provider.shape).keywords : []))]
      .filter((literal) => /^[\x20-\x7e]+$/.test(literal))
      .map(stablePart)
      .filter((part) => part.length >= 5),
  ),
];

const run = /[A-Za-z0-9+/]{20,20000}={0,2}/y;

/** Decodes the text in base64 that a keyword begins; `scan` finds what is in it. */
export function encodedAt({ text, path }: Blob, keyword: string, end: number, scan: (path: string, bytes: Uint8Array) => Candidate[]): Candidate | undefined {
  const start = end - keyword.length;
  if (text.slice(start, end) !== keyword || /[A-Za-z0-9+/]/.test(text[start - 1] ?? "")) return undefined;
  run.lastIndex = start;
  const value = run.exec(text)?.[0];
  if (value === undefined) return undefined;
  const inner = scan(path, Buffer.from(value, "base64")).find(({ start: at, kind }) => at === 0 && (kind === "provider-token" || kind === "private-key"));
  return inner === undefined ? undefined : { ...inner, start, end: start + value.length, value, title: `${inner.title} in base64` };
}
