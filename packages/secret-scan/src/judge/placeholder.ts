// Whether a value stands for a secret rather than being one.
import { crypto } from "../crypto.js";
import { publicExamples } from "./public-examples.js";
import { entropy, isRepetition, isWoven, looksRandom, sequenceShare } from "./randomness.js";

const template =
  /\$\{|\$\(|\{\{|\}\}|<%|%>|%\(\w|\{%|<[A-Za-z][\w .-]*>|\[[A-Z_ ]{3,}\]|^\$[A-Za-z_]|^%[A-Za-z_]+%$|\{[A-Za-z_][\w.]*\}|^@[A-Za-z_.]+@$|^__\w+__$/;
/** A class of characters with a range and a quantifier, a group's form, an escape with a quantifier. */
const regularExpression = /\[[^\]\s]*\w-\w[^\]\s]*\](?:[*+?]|\{\d)|\(\?[:=!<]|\\[dws](?:[*+]|\{\d)/;
const ellipsis = /\.{3,}|…|\xe2\x80\xa6|\*{3,}|x{5,}|X{5,}|_{5,}|#{4,}|-{5,}|0{8,}/;
const words =
  /123e4567-?e89b|example|sample|dummy|random|placeholder|change[-_. ]?me|changethis|replace[-_. ]?(?:me|this|with)?|your[-_. ]?|insert[-_. ]|put[-_. ]|redacted|masked|censored|removed|foo[-_.]?bar|lorem|ipsum|fake|mock|not[-_. ]?a[-_. ]?real|notreal|invalid|todo|fixme|enter[-_. ]|xxxx|test[-_.]?(?:key|token|secret|password|value|only)|my[-_. ]?(?:secret|password|token|key|api)|(?:^|[-_. ])(?:here|goes|some|any|none|null|undefined|default|secret|password|token|test|demo|dev|local)(?:$|[-_. ])/i;

/** Whether a long text says what it is more than once, or among digits that have no such letters: a short word there is no chance. */
function saysPlainly(body: string): boolean {
  const said = body.match(/fake|dummy|example/gi) ?? [];
  return said.length > 1 || (said.length === 1 && /^(?:SK|AC|key)?[0-9a-f_-]+$/.test(body.replace(/fake|dummy|example/gi, "")));
}

const spoken: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t" };
/** `ch4n63m3`: a word for what is to be changed, in which digits stand for letters. */
const asksForChange = (body: string): boolean =>
  body.length < 40 && /\d/.test(body) && /change.?(?:me|this)|replace.?(?:me|this)/i.test(body.replace(/[0-7]/g, (digit) => spoken[digit] ?? digit));

/** The last group of a UUID repeats itself as none that was drawn does: `48e92789-…-1a1a1a1a1a1a`. */
const isTypedUuid = (body: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-(?:([0-9a-f]{1,2})\1{5,11}|([0-9a-f]{3,4})\2{2,3})$/i.test(body);

/** Whether most small letters of a long text are of the row on which fingers rest: of letters drawn by chance a third are, of hexadecimal ones half. */
function isMashed(body: string): boolean {
  const letters = body.replace(/[^A-Za-z]+/g, "");
  return letters.length >= 20 && /[g-z]/.test(letters) && !/[A-Z]/.test(letters) && letters.replace(/[^asdfghjkl]+/g, "").length >= letters.length * 0.78;
}

/** Why a value is one that public documentation prints. Its hash costs more than all that is looked at before. */
export const publicExampleReason = (value: string): string | undefined =>
  publicExamples.has(crypto().createHash("sha256").update(value).digest("hex")) ? "it is an example from public documentation" : undefined;

/** Why a value is a placeholder; undefined where it may be real. `body` is what of it would be drawn by chance. */
export const placeholderReason = (value: string, body: string = value): string | undefined => placeholderForm(value, body) ?? publicExampleReason(value);

/** The same by what the value looks like alone. */
export function placeholderForm(value: string, body: string = value): string | undefined {
  if (template.test(value)) return "it is a template or a variable";
  if (regularExpression.test(value)) return "it is a regular expression";
  // Base64url has runs of `_` by chance, and tokens that begin with bytes of ones have them always.
  if (ellipsis.test(value) && !(body.length >= 48 && !ellipsis.test(body.replace(/[_-]+/g, "")) && looksRandom(body.replace(/[_-]{5,}/g, ""))))
    return "parts of it are left out";
  // The key that AWS's documentation prints, cut.
  if (value.startsWith("wJalrXUtnFEMI/K7MDENG")) return "it is an example from public documentation";
  if (value.startsWith(keyOfAddresses)) return "it is an example from public documentation";
  if (/^my[-_]/i.test(value)) return "it says `my`";
  // https://support.crowdin.com/in-context-localization/
  if (/^crwdns\d/.test(value)) return "it is Crowdin's mark for a text that is translated in its place";
  const word = words.exec(body)?.[0];
  // In a long random text a short word may occur by chance: then it stands in one case and by itself.
  const isPrefix = word !== undefined && /^(?:secret|token)[-_]/.test(body) && looksRandom(body.slice(word.length));
  if (word !== undefined && !isPrefix && (body.length < 24 || word.length >= 5)) return `it says \`${word.replaceAll("`", "'")}\``;
  if (asksForChange(body)) return "it says that it is to be changed";
  if (isMashed(body)) return "it was typed with both hands at rest";
  if (saysPlainly(body)) return "it says that it is none";
  if (isRepetition(body) || isTypedUuid(body)) return "it repeats itself";
  if (sequenceShare(body) > 0.4 || isWoven(body)) return "it is a sequence";
  if (body.length >= 12 && entropy(body) < Math.min(2.5, Math.log2(body.length) - 1)) return "it has too few different characters";
  return undefined;
}

/** The base 32 secret of the one-time passwords' specification of keys in addresses, which everybody's examples have. */
const keyOfAddresses = "JBSWY3DPEHPK3PXP";

/** Whether a text in base64 decodes to letters alone, which no bytes drawn by chance do. */
export function isTyped(value: string): boolean {
  return value.length >= 16 && /^[A-Za-z0-9+/_-]+={0,2}$/.test(value) && /^[A-Za-z]+$/.test(Buffer.from(value, "base64").toString("latin1"));
}
