// What stands around a value: words that call it an example, links that are sent to everybody.
import type { Label } from "../detect/candidate.js";

const example = /\b(?:for example|for instance|e\.g\.|examples?:|example usage|such as|looks? like|sample (?:request|response|output|config))/i;

/** Whether the lines before an offset speak of an example. */
export function saysExample(text: string, at: number): boolean {
  return example.test(text.slice(Math.max(0, at - 200), at));
}

/** Why a value in a link or beside an address is meant to be seen; undefined where nothing says so. */
export function publicReason(text: string, start: number, value: string): { readonly label: Label; readonly reason: string } | undefined {
  const before = text.slice(Math.max(0, start - 240), start);
  const link = before.slice(before.search(/\S*$/));
  if (/zoom\.us\/|webex\.com\/|teams\.microsoft\.com\/|meet\.jit\.si\//i.test(link))
    return { label: "public", reason: "it is part of an invitation to a meeting" };
  if (/alt=media(?:&|&amp;|\\u0026)token=$/.test(link)) return { label: "public", reason: "it is part of a link to a file" };
  if (/^0x[0-9a-fA-F]{40}$/.test(value)) return { label: "public", reason: "it is an address on a chain" };
  if (/(?:PublicKey|publicKey|Address|address)(?:\.fromString)?\(\s*["'`]?$/.test(before))
    return { label: "public", reason: "it is a public key or an address" };
  return undefined;
}

const firebase = /authDomain|messagingSenderId|firebaseapp\.com|measurementId|storageBucket|firebase_url|mobilesdk_app_id/;

/** Whether a Google API key stands among the settings of a Firebase application, which every page and program of it carries. */
export function isFirebaseSetting(text: string, start: number): boolean {
  return firebase.test(text.slice(Math.max(0, start - 500), start + 600));
}
