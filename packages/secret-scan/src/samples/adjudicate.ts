// Which labels of another scanner's set are leaks by what this package calls a secret, and which unlabelled lines nobody can call clean.
// Written for sets whose samples show that an expression matches: many are made-up, public or no secret at all. Of `judge/` it uses the
// checksums that standards and vendors publish and nothing else, so that a scanner is not measured by its own opinion; it takes a label away
// only where a person who reads the line alone would.
import { disproof, isChecksum } from "../judge/proof.js";
import { providers } from "../providers/index.js";
import { shapeSource } from "../providers/shape.js";
import { couldBeKey, couldBeToken, isJsonObject } from "./structure.js";

/** The rules, in the order in which they are tried; each as a report says it. */
export type NoLeak =
  | "identifier" // what the set itself calls an id, a name, an address, a public key
  | "hash" // of a password: shown as `hash`
  | "open by the vendor's word" // test mode, publishable: a row's `label`, with its source
  | "cannot be" // a checksum, a header or a length that the vendor's form requires is wrong, or a token says itself that it ended
  | "made up" // a sequence, a repetition, parts left out
  | "says so" // example, dummy, your-key-here; the specification's own example
  | "everyone's password"
  | "nobody's host" // this machine, example.com
  | "reference" // a variable, a call, an expression
  | "no value"; // the line holds a header, an address, a word: nothing to be secret

const identifierCategory =
  /\b(?:client|app|application|account|tenant|org|organi[sz]ation|user|bot|api|access|reporter|team)[ _-]ids?$|\b(?:user ?name|domain|sub-?domain|host(?:name)?|bucket|account name|resource name|recipient|email|public key|publishable key|pub(?:lic)?(?:[ -]access)?(?:[ -]api)?[ -](?:key|token))\b|\bURL$/i;
/** Categories whose address is the secret. */
const secretAddress = /webhook|credential|password|connection|sensitive/i;
const hashes = /\$(?:1|2[abxy]?|5|6|8|9|apr1|y|argon2\w*|pbkdf2[\w-]*|krb5\w*|S)\$/;
const says =
  /123e4567-?e89b|example|sample|dummy|fake|placeholder|change.?me|redacted|your[-_ ]|not.?a.?real|are.?not.?the|not.?here|foo.?bar|mysecret|mypassword|my.?key|some_|xxxx|(?:^|[-_])test[-_](?:key|token|secret)|testpassword/i;
const leftOut = /\.{3}|…|\*{3}|x{5,}|#{4,}|_{5,}|0{8,}/i;
/** Of a word in which signs stand for letters. */
const passwords =
  /^\d{0,3}(?:[a-z_]{0,10}passw?(?:or|ro)?d?|[a-z]{0,5}secret|let.?me.?in|welcome|qwerty|open.?sesame|hunter2|admin|root|user|guest|test\w{0,4}|postgres|mysql|mypass\w*|deadbeef|cafe(?:babe|b4b3)|d3adb33f)[\W_\d]{0,6}$/i;
const signs: Readonly<Record<string, string>> = { "0": "o", "3": "e", "4": "a", "5": "s", "@": "a", $: "s" };
const isEveryones = (value: string): boolean =>
  passwords.test(value) || passwords.test(value.replace(/[0345@$](?=\S*[a-z$])/gi, (unit) => signs[unit] ?? unit));
const noHost = /@(?:tcp\()?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host|(?:[\w-]+\.)*example\.(?:com|org|net))(?=[:/?,)\s"'`;]|$)/i;
/** A mailbox, or a host with a path. */
const address = /^[\w.-]+@[\w-]+(?:\.[a-z]{2,})+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|cloud|dev|corp|app|co|edu)(?::\d+)?(?:\/[\w./-]*)?$/i;
const referred = /^(?:\$\{?[A-Za-z_][\w.]*\}?|%\w+%|\{\{.*|<[\w -]+>|\$\(.*)$|[\w.]+\.(?:get|form|env)\b/;

const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** How one unit follows another: up or down the alphabet, on or back along a keyboard's row; 0 where it does not. */
function stepOf(a: string, b: string): number {
  const step = b.charCodeAt(0) - a.charCodeAt(0);
  if (step === 1 || step === -1) return step;
  if (a + b === "90" || a + b === "09") return a === "9" ? 1 : -1;
  return rows.some((row) => row.includes(a + b)) ? 2 : rows.some((row) => row.includes(b + a)) ? -2 : 0;
}

/** Nobody draws so many neighbours in a row. */
const longRun = 10;

/** The share of a text in runs of three and more neighbours in one direction; 1 where one of them is long. */
function inRuns(text: string): number {
  let covered = 0;
  let length = 1;
  let direction = 0;
  for (let at = 1; at <= text.length; at++) {
    const step = at < text.length ? stepOf(text[at - 1] ?? "", text[at] ?? "") : 0;
    if (step !== 0 && (length === 1 || step === direction)) length++;
    else {
      if (length >= longRun) return 1;
      if (length >= 3) covered += length;
      length = step === 0 ? 1 : 2;
    }
    direction = step;
  }
  return covered / Math.max(1, text.length);
}

/** Whether a text, or each long part of it, is a sequence (`abcdef123456`, `a1b2c3d4`, `aAbBcC`), or one unit again and again. */
export function isMadeUp(value: string): boolean {
  const parts = value.split(/[-_.:/]/).filter((part) => part.length >= 8);
  return isSequence(value) || (parts.length > 0 && parts.every(isSequence));
}

function isSequence(value: string): boolean {
  const text = value.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (text.length < 6) return false;
  const letters = text.replace(/\d/g, "");
  const digits = text.replace(/[a-z]/g, "");
  const isWoven = letters.length >= 5 && digits.length >= 5 && inRuns(letters) > 0.7 && inRuns(digits) > 0.7;
  if (inRuns(text) >= 0.4 || isWoven || inRuns(text.replace(/(.)\1/g, "$1")) >= 0.6) return true;
  for (let period = 1; period <= Math.min(12, text.length / 2); period++) {
    let same = 0;
    for (let at = period; at < text.length; at++) if (text[at] === text[at - period]) same++;
    if (same / (text.length - period) >= 0.75) return true;
  }
  return new Set(text).size < Math.min(6, text.length / 2);
}

const checksums = providers
  .filter(({ proof, names }) => isChecksum(proof) && names === undefined)
  .map(({ shape, proof }) => ({ form: new RegExp(shapeSource(shape), "g"), isRight: (token: string) => disproof(proof, token) === undefined }));
const openForms = providers.filter(({ label }) => label !== undefined).map(({ shape }) => new RegExp(shapeSource(shape), "g"));
const openMark =
  /(?<![A-Za-z0-9])(?:(?:sk|rk|pk|rzp|live_pub|test_pub|duffel|shippo|ak|ek)_test_|sandbox[-_]|access-sandbox-|FLW(?:SEC|PUB)K_TEST-|pk_live_|NRJS-|sq0idp-|sub-c-|pub-c-|EZTK)[\w-]{6,}/g;

/** A password behind its name. */
const passwordValue =
  /(?:passw?(?:or)?d|passphrase|pwd|\bpass|\bPW)["'\])]{0,2}\s*(?::?={1,3}>?|:|=>)\s*(?:"([^"\n]{3,})"|'([^'\n]{3,})'|((?:(?!&\w+=)[^\s"';,<>]){3,}))|:\/\/[^\s:/@]*:([^\s/@]{3,})@/gi;

/** What a line's values are: passwords behind their name, else what stands between blanks, quotes and operators, less the words. */
function valuesOf(text: string): string[] {
  const values = text.replace(/[\w.-]+(?=["']?\s*:{0,3}=\s*["'`]?\w)/g, " ");
  const parts = values.split(/[\s"'`=,;()<>{}[\]|&]+|:(?![/])|\/\/|\\[nrt]/).map((part) => part.replace(/^[-._\\]+|[-._\\]+$/g, ""));
  const isSet = (part: string): boolean => part.length > 0;
  const chosen = [...text.matchAll(passwordValue)].map((match) => match.slice(1).find((one) => one !== undefined) ?? "").filter(isSet);
  if (chosen.length > 0) return chosen;
  const long = parts.filter((part) => part.length >= 16 && (/\d/.test(part) || isMadeUp(part) || says.test(part)));
  if (long.length > 0) return long;
  const mixed = parts.filter((part) => part.length >= 6 && /\d/.test(part));
  return mixed.length > 0 ? mixed : parts.filter((part) => part.length >= 5).slice(-1);
}

/** The text that a value in base64 encodes; undefined where it is none. */
function encodedText(value: string): string | undefined {
  if (value.length < 16 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return undefined;
  const text = Buffer.from(value, "base64").toString("latin1");
  return /^[\x20-\x7e]{8,}$/.test(text) ? text : undefined;
}

function noLeakOfValue(value: string, before: string): NoLeak | undefined {
  const text = encodedText(value);
  if (text !== undefined && says.test(text)) return "says so";
  if (text !== undefined && isMadeUp(text)) return "made up";
  if (referred.test(value)) return "reference";
  if (says.test(value)) return "says so";
  if (leftOut.test(value) || isMadeUp(value)) return "made up";
  if (isEveryones(value)) return "everyone's password";
  if (
    address.test(value) &&
    !value
      .split("/")
      .slice(1)
      .some((part) => part.length >= 12 && /\d/.test(part))
  )
    return "no value";
  return /(?:client|app|account|tenant|org|project|user|sheet|application)[_ -]?id\d?["']?[ \t]{0,3}[:=]{1,2}[ \t]{0,3}["']?$/i.test(before)
    ? "identifier"
    : undefined;
}

/** Why a labelled text is no leak; undefined where it is one. */
export function noLeakReason(category: string, text: string): NoLeak | undefined {
  if (/[ -]/.test(category) && identifierCategory.test(category.replace(/ *\(.*\)$/, "")) && !secretAddress.test(category)) return "identifier";
  if (hashes.test(text)) return "hash";
  if (/-----BEGIN /.test(text)) return couldBeKey(text) ? undefined : says.test(text) || leftOut.test(text) ? "made up" : "cannot be";
  let rest = text;
  let reason: NoLeak | undefined;
  const take = (form: RegExp, why: NoLeak, isTaken: (found: string) => boolean = () => true): void => {
    rest = rest.replace(form, (found) => {
      if (!isTaken(found)) return found;
      reason ??= why;
      return " ";
    });
  };
  for (const form of openForms) take(form, "open by the vendor's word");
  take(openMark, "open by the vendor's word");
  for (const { form, isRight } of checksums) take(form, "cannot be", (token) => !isRight(token));
  take(/\b(?:glc_)?eyJrIjoi[\w+/=-]{20,}|\bglc_[\w+/=-]{20,}/g, "cannot be", (token) => !isJsonObject(token.replace("glc_", "")));
  take(/(?:ey[A-Za-z0-9_-]{8,}|ZXlK[A-Za-z0-9+/=]{16,})(?:\.[A-Za-z0-9_=.-]+)?/g, "cannot be", (token) => !couldBeToken(token));
  if (noHost.test(rest) && /:\/\//.test(rest)) return "nobody's host";
  const isExpression = /(?:passw?(?:or)?d?|pwd)["']?\s*[:=]{1,2}\s*["']?(?:\$\w|%\w+%|\w+(?:\.\w+)*\()|-p(?:assword)?\s+["']?(?:\$|%)\w/i.test(rest);
  if (/["'] ?\+ ?\w+ ?\+/.test(rest)) return "reference";
  if (isExpression && !/\bor\b|\|\||\?\?|,\s*["']/.test(rest)) return "reference";
  if (/\bjdbc:/.test(rest) && !/password=|:[^/\s]*@/i.test(rest)) return "no value";
  // Hosts and paths of addresses are none.
  const values = valuesOf(reason === undefined ? rest : rest.replace(/(?:https?:\/\/)?[\w.-]*@?[\w-]+(?:\.[a-z]{2,10}|:\d+)+\/\S*/gi, " "));
  // What is left of a line whose token was taken: names.
  if (reason !== undefined && !values.some((value) => value.length >= 12 && /\d/.test(value))) return reason;
  for (const value of values) {
    const why = noLeakOfValue(value, rest.slice(0, rest.indexOf(value)));
    if (why === undefined) return undefined;
    reason ??= why;
  }
  return reason ?? "no value";
}

const named =
  /(?:secret|token|passw(?:or)?d|pwd|pass|credentials?|bearer|(?:api|access|private|auth|account|admin|licen[cs]e|[a-z]{3,})[_-]?key|\bkey|_s?key|sig)["'\])>]*(?:\s*(?:[:=]{1,3}>?|:=|,|-|is|\||\{\w+ \w+)\s*|\s+)?["'({]*(?:\S{1,12}\s)?\S{0,6}$/i;

/** Whether a line that a set leaves unlabelled holds what a person could not call clean: a value drawn by chance under a name for secrets, or with a vendor's mark. */
export function mayHoldSecret(text: string): boolean {
  if (/-----BEGIN /.test(text)) return couldBeKey(text);
  const [, inAddress = ""] = /:\/\/[^\s:/@]*:([^\s/]{8,})@/.exec(text) ?? [];
  if (/\d/.test(inAddress) && /[a-z]/i.test(inAddress) && noLeakOfValue(inAddress, "") === undefined) return true;
  return valuesOf(text).some((value) => {
    const drawn = value.replace(/[^A-Za-z0-9]/g, "");
    if (drawn.length < 16 || new Set(drawn).size < 8 || noLeakOfValue(value, "") !== undefined) return false;
    const before = text.slice(0, text.indexOf(value));
    return named.test(before) || marks.some((mark) => value.includes(mark));
  });
}

const marks: readonly string[] = providers.flatMap(({ shape, label }) => {
  const [first] = shape;
  return label === undefined && typeof first === "string" && first.length >= 4 ? [first] : [];
});
