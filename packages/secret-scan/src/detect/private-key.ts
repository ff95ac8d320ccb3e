// Private keys in PEM (RFC 7468) and OpenSSH's form, in files and in strings.
import { placeholderReason } from "../judge/placeholder.js";
import { madeUp } from "../judge/made-up.js";
import { saysExample } from "../judge/surroundings.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** What a private key's header begins with. */
export const privateKeyKeyword = "-----BEGIN ";

const header = /-----BEGIN ((?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?)-----/y;
const limit = 64 * 1024;

/** The decoded body's first bytes say what it is: a DER SEQUENCE (X.690), or OpenSSH's magic. */
function bodyReason(kind: string, bytes: Buffer, length: number): string | undefined {
  // Tools have written OpenSSH's form under other names too.
  const isOpenSsh = bytes.subarray(0, 14).toString("latin1") === "openssh-key-v1";
  if (kind.includes("OPENSSH") || isOpenSsh) return isOpenSsh ? undefined : "it is no OpenSSH key";
  if (kind.includes("BLOCK")) return length < 200 ? "it is too short for a key" : undefined;
  if (bytes[0] !== 0x30) return "it is no DER sequence";
  const second = bytes[1] ?? 0;
  const size = second < 0x80 ? second + 2 : second === 0x81 ? (bytes[2] ?? 0) + 3 : second === 0x82 ? ((bytes[2] ?? 0) << 8) + (bytes[3] ?? 0) + 4 : 0;
  return size > 0 && Math.abs(size - bytes.length) <= 3 ? undefined : "it is not as long as it says";
}

/** Whether the line that `before` ends in is a comment's. */
function isCommented(before: string): boolean {
  return /^[ \t]*(?:\*|\/\/|#|--|;)/.test(before.slice(before.lastIndexOf("\n") + 1));
}

/** A comment's words in one line. */
const unwrapped = (comment: string): string => comment.replace(/[ \t]*\n[ \t]*(?:\*|\/\/|#)?[ \t]*/g, " ");

function judgeKey(path: string, kind: string, body: string, before: string): { label: Label; reason: string } {
  // In strings, line ends are written as escapes and indented; headers such as `Proc-Type:` stand before the body.
  const isEncrypted = /ENCRYPTED/.test(kind) || /Proc-Type: ?4,ENCRYPTED/.test(body);
  const base64 = body
    .replace(/\\{1,4}[rnt]/g, "\n")
    // Strings that are joined line by line, and a log's times.
    .replace(/["'`][ \t]*[+.&,\\]{0,2}[ \t]*(?=\r?\n|$)/g, "\n")
    .replace(/^[ \t]*[+.&]?[ \t]*["'`]{1,3}/gm, "")
    .replace(/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*[ \t]+/gm, "")
    .replace(/^[ \t"'+,>*#/|]*(?:[A-Za-z-]+: .*)$/gm, "")
    .replace(/^=[A-Za-z0-9+/]{4}$/gm, "")
    .replace(/[^A-Za-z0-9+/=]+/g, "");
  if (base64.length < 44) return { label: "placeholder", reason: "it has no body" };
  const odd = body.replace(/\\[rnt]/g, "").replace(/[A-Za-z0-9+/=\s"'+,;:()>*#|\\-]+/g, "");
  if (/\.{3}|…|<|\{\{|\$\{/.test(odd) || /\.{3}|…|<[a-z]|\{\{|\$\{/i.test(body)) return { label: "placeholder", reason: "parts of it are left out" };
  const placeholder = isEncrypted ? undefined : placeholderReason(base64.slice(0, 200), base64.slice(40, 200));
  if (placeholder !== undefined && !/it says/.test(placeholder)) return { label: "placeholder", reason: placeholder };
  const bytes = Buffer.from(base64, "base64");
  const reason = isEncrypted && !kind.startsWith("ENCRYPTED") ? undefined : bodyReason(kind, bytes, base64.length);
  if (reason !== undefined) return { label: "placeholder", reason };
  const made = madeUp(path);
  if (made?.label === "test-data") return made;
  if (isCommented(before) && saysExample(unwrapped(before), before.length, before.length))
    return { label: "example", reason: "the comment that it stands in speaks of an example" };
  if (made !== undefined) return made;
  return { label: "secret", reason: isEncrypted ? "its body is a key's, encrypted with a passphrase" : "its body is a key's" };
}

/** As far as a text was searched for a footer in vain. */
const searched = new WeakMap<Blob, Map<string, number>>();

/** Where the footer stands within the limit; -1 where it does not. Headers rise within a blob: no place is searched twice. */
function footerAt(blob: Blob, footer: string, from: number): number {
  let ends = searched.get(blob);
  if (ends === undefined) searched.set(blob, (ends = new Map()));
  const start = Math.max(from, (ends.get(footer) ?? 0) - footer.length + 1);
  const found = blob.text.slice(start, from + limit).indexOf(footer);
  if (found === -1) ends.set(footer, Math.max(from + limit, ends.get(footer) ?? 0));
  return found === -1 ? -1 : start + found;
}

/** The private key whose header begins at `start`. */
export function privateKeyAt(blob: Blob, start: number): Candidate | undefined {
  const { text, path } = blob;
  header.lastIndex = start;
  const match = header.exec(text);
  const kind = match?.[1];
  if (match === null || kind === undefined) return undefined;
  const bodyStart = start + match[0].length;
  const footer = footerAt(blob, `-----END ${kind}-----`, bodyStart);
  // A header alone is a word in a parser or a document.
  if (footer === -1) return undefined;
  const body = text.slice(bodyStart, footer);
  const end = footer + `-----END ${kind}-----`.length;
  const { label, reason } = judgeKey(path, kind, body, text.slice(Math.max(0, start - 2000), start));
  return {
    kind: "private-key",
    start,
    end,
    value: text.slice(start, end),
    title: `${kind.toLowerCase().replace(/\b(rsa|dsa|ec|pgp)\b/gi, (c) => c.toUpperCase())}`,
    label,
    reason,
  };
}
