// Forms of values that are no secrets, and calls around a value that say so.
import type { Label } from "../detect/candidate.js";

/** `\u1353\u120b`: a word of a language, as JSON and Java's properties write it in ASCII. */
const escapedWord = /^(?:\\u[0-9a-f]{4}|[ \w.,'-]){1,200}$/i;
const isEscapedWord = (value: string): boolean =>
  value.includes("\\u") && escapedWord.test(value) && value.replace(/\\u[0-9a-f]{4}/gi, "").length < value.length / 2;

/** `"\xC1\xD3\xC7\xC4"`: bytes written one by one are as many as their escapes. */
const isFewBytes = (value: string): boolean => /^(?:\\x[0-9a-f]{2}){1,15}$/i.test(value);

/** A public key or a certificate in DER (RFC 5280): a sequence that begins with an algorithm's, or with a certificate's body and its version. */
function isPublicDer(value: string): boolean {
  if (!/^MI|^M[CDFH]/.test(value) || value.length < 50 || !/^[A-Za-z0-9+/\\rn]+={0,2}$/.test(value)) return false;
  const bytes = Buffer.from(value.slice(0, 60), "base64");
  const inner = (bytes[1] ?? 0) < 0x80 ? 2 : 2 + ((bytes[1] ?? 0) & 3);
  // A private key has its version here, an integer.
  return bytes[0] === 0x30 && bytes[inner] === 0x30;
}

/**
 * A session's key as Windows exports it, encrypted to a machine's own: IIS has it in every installation's settings.
 * https://learn.microsoft.com/en-us/windows/win32/seccrypto/base-provider-key-blobs#simple-key-blobs
 */
function isSimpleBlob(value: string): boolean {
  if (value.length < 100 || !value.startsWith("AQIAA")) return false;
  const bytes = Buffer.from(value.slice(0, 40), "base64");
  // Its type, its version, and the algorithm that it is encrypted with: RSA's exchange of keys.
  return bytes.readUInt32LE(0) === 0x201 && bytes.readUInt32LE(8) === 0xa400;
}

/** A name that Doctrine makes for an index or a key of a table (https://github.com/doctrine/dbal/blob/4.4.x/src/Schema/AbstractAsset.php). */
const isOfSchema = (value: string): boolean => /^(?:UNIQ|IDX|FK|PK)_[0-9A-F]{8,32}$/i.test(value);

/** Names of keys whose fingerprint identifies them (RFC 9580, section 5.5.4): what a package's signature is looked for with. */
const signersName = /gpg|pgp|sign(?:ing|er|ature)?_?keys?(?:_?ids?)?$/i;
const isFingerprint = (name: string, value: string): boolean => signersName.test(name) && /^(?:0x)?(?:[0-9A-F]{16}|[0-9A-F]{40}|[0-9a-f]{40})$/.test(value);

/** rspamd's base 32 of a public key of 32 bytes: what encrypts to a fuzzy storage (https://docs.rspamd.com/modules/fuzzy_check/). */
const isRspamdKey = (name: string, value: string): boolean => name === "encryption_key" && /^[ybndrfg8ejkmcpqxot1uwisza345h769]{52}$/.test(value);

/** What a value is that has a form of its own, and no secret's; undefined where it has none. */
export function knownForm(name: string, value: string): { readonly label: Label; readonly reason: string } | undefined {
  if (isEscapedWord(value)) return { label: "placeholder", reason: "it is a word of a language" };
  if (isFewBytes(value)) return { label: "placeholder", reason: "it is a text in bytes" };
  if (isOfSchema(value)) return { label: "placeholder", reason: "it names an index of a table" };
  if (isSimpleBlob(value)) return { label: "placeholder", reason: "it is encrypted" };
  if (isFingerprint(name, value)) return { label: "public", reason: "it is the fingerprint of a key" };
  return isPublicDer(value) || isRspamdKey(name, value) ? { label: "public", reason: "it is a public key" } : undefined;
}

/** A call around a value that says that it is encrypted, or that it names what Jenkins keeps: what opens anything is elsewhere. */
const opening = /\b(?:\w{0,30}(?:decrypt|unseal|obfuscat)\w{0,20}|credentials)\([ \t]{0,4}["'`]$/i;

/** Where the environment gives another: what stands here is for those who start the program at home. */
const fallback =
  /(?:\benv|getenv|environ\.get|\bENV\.fetch|env_or|EnvOr|getEnv\w{0,12})\(\s{0,20}["'`]\w{1,60}["'`],\s{0,20}["'`]$|process\.env\.\w{1,60}[ \t]{0,4}(?:\|\||\?\?)[ \t]{0,4}["'`]$/;
/** Keys that an application draws for itself. */
const ownKey = /^(?:\w{0,20}_)?(?:app|secret|session|cookie|jwt|signing|encryption)[-_]?(?:secret[-_]?)?(?:key|secret)(?:[-_]?base)?$/i;

/**
 * Whether a value stands in the part of Cloud Build's settings that Cloud KMS encrypted.
 * https://cloud.google.com/build/docs/securing-builds/use-encrypted-credentials
 */
export const isOfKeyService = (text: string, start: number): boolean =>
  /\bsecretEnv["']?[ \t]{0,4}:/.test(text.slice(Math.max(0, start - 2000), start)) &&
  /\bkmsKeyName\b/.test(text.slice(Math.max(0, start - 3000), start + 3000));

/** Whether what stands before a value opens it: what it holds is encrypted. */
export const isEncrypted = (before: string): boolean => opening.test(before);

/** Whether a value is an application's own key where the environment gives none. */
export const isFallback = (name: string, before: string): boolean => ownKey.test(name) && fallback.test(before);
