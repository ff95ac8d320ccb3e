// What stands around a value: words that call it an example, links that are sent to everybody.
import type { Label } from "../detect/candidate.js";

const example =
  /@example\b|\b(?:for example|for instance|e\.g\.|examples?:|example usage|such as|looks? like|sample (?:request|response|output|config)|(?:example|sample)[ _-](?:api[ _-]?)?(?:password|passphrase|secret|token|key|credential)s?\b)/i;

/** What a person typed at a language's prompt, as documents print it. */
const prompt = /(?:^|\n)[ \t*#/]{0,20}(?:iex(?:\(\d+\))?>|>>>|\.\.\.>|irb(?:\([^)\n]{1,30}\))?[^>\n]{0,10}>|scala>|ghci>|julia>|jshell>)[^\n]*$/;

/** A line that heads examples: `Example usage for GitHub:`. */
const heading = /(?:^|\n)[ \t*#/"']{0,12}(?:usage )?examples?\b[^\n]{0,60}:[ \t]*\r?\n/i;

/** A request to a host that nobody has (RFC 2606), as its header says. */
const nobodysHost = /(?:^|\n)[ \t*#/]{0,20}Host:[ \t]{0,4}(?:[\w-]{1,40}\.){0,4}example(?:\.(?:com|org|net|edu))?[ \t]*\r?\n/i;

/**
 * Whether the lines before an offset speak of an example, a line heads its paragraph as one, they begin a request to a host that nobody has, or the offset
 * stands behind a prompt.
 */
export function saysExample(text: string, at: number, reach = 200): boolean {
  const before = text.slice(Math.max(0, at - reach), at);
  if (example.test(before) || prompt.test(before) || nobodysHost.test(before)) return true;
  const paragraph = text
    .slice(Math.max(0, at - 600), at)
    .split(/\n[ \t]*\r?\n/)
    .at(-1);
  return paragraph !== undefined && heading.test(paragraph);
}

/** Whether an offset stands in a comment in which values are left out (`"Host": "..."`): a record that is shown, not used. */
export function isInElidedComment(text: string, at: number): boolean {
  // A line of a comment that a person reads, and no line of a file that a program wrote.
  const before = text.slice(Math.max(0, at - 2000), at);
  const start = before.lastIndexOf("\n") + 1;
  if (start === 0 && before.length < at) return false;
  const line = before.slice(start);
  return /^[ \t]*(?:\/\/|\*|#|--|;)/.test(line) && /["'](?:\.{3}|\xe2\x80\xa6)["']/.test(text.slice(Math.max(0, at - 600), at + 600));
}

/** Why a value in a link or beside an address is meant to be seen; undefined where nothing says so. */
export function publicReason(text: string, start: number, value: string): { readonly label: Label; readonly reason: string } | undefined {
  const before = text.slice(Math.max(0, start - 240), start);
  const link = before.slice(Math.max(before.lastIndexOf(" "), before.lastIndexOf("\n"), before.lastIndexOf("\t"), before.lastIndexOf("\r")) + 1);
  if (/zoom\.us\/|webex\.com\/|teams\.microsoft\.com\/|meet\.jit\.si\//i.test(link))
    return { label: "public", reason: "it is part of an invitation to a meeting" };
  if (/alt=media(?:&|&amp;|\\u0026)token=$/.test(link)) return { label: "public", reason: "it is part of a link to a file" };
  if (/^0x[0-9a-fA-F]{40}$/.test(value)) return { label: "public", reason: "it is an address on a chain" };
  if (/(?:PublicKey|publicKey|Address|address)(?:\.fromString)?\(\s*["'`]?$/.test(before))
    return { label: "public", reason: "it is a public key or an address" };
  return undefined;
}

/** Names of its settings, and the form of an application's id (https://firebase.google.com/docs/projects/learn-more#config-files-objects). */
const firebase =
  /authDomain|messagingSenderId|firebaseapp\.com|measurementId|storageBucket|firebase_(?:database_)?url|mobilesdk_app_id|gcm_defaultSenderId|\b1:\d{8,14}:(?:android|ios|web):[0-9a-f]{12,32}\b/;
/** What stands before the key in `google-services.json`, whose clients may be many. */
const currentKey = /"current_key"\s{0,4}:\s{0,4}"$/;

/** Whether a Google API key stands among the settings of a Firebase application, which every page and program of it carries. */
export function isFirebaseSetting(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 500), start);
  if (firebase.test(before + text.slice(start, start + 600))) return true;
  return currentKey.test(before) && text.slice(Math.max(0, start - 20_000), start).includes('"mobilesdk_app_id"');
}
