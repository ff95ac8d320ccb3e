// Masks: no secret leaves the process whole.
import type { Kind } from "./detect/candidate.js";
import { scanBytes } from "./scan.js";

/** A value as it may be shown: at most its first four units, and none when it is shorter than twelve. */
export function maskValue(value: string): string {
  const shown = value.length < 12 ? "" : value.slice(0, 4);
  return shown + value.slice(shown.length).replace(/[^\r\n]/g, "*");
}

/** A value masked by what it is: a private key keeps its first and last line. */
export function maskOfKind(kind: Kind, value: string): string {
  return kind === "private-key" && value.startsWith("-----BEGIN") ? maskPrivateKey(value) : maskValue(value);
}

/** A text with every secret in it masked, each unit by one, so that columns stay. Private keys keep their first and last line. */
export function maskText(text: string): string {
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
