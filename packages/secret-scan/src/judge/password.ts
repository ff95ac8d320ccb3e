// Whether a password that stands where only passwords stand is a real one: it need not look random, only be nobody's first choice.
import type { Label } from "../detect/candidate.js";
import { placeholderReason } from "./placeholder.js";
import { placeOf } from "./place.js";
import { looksRandom, wordLikeness } from "./randomness.js";

const everyones =
  /^(?:password|passwd|pass|pwd|pw|secret|root|admin|user|username|postgres|postgresql|mysql|mariadb|mongo|mongodb|redis|rabbitmq|guest|test|testing|tests?|test\d*|pass\d*|abc\d*|foo|bar|baz|qux|hunter2|letmein|token|key|\d+|x+|p4ssw0rd|s3cr3t|django|rails|app|db|dev|local|docker|minio\w*|elastic|sa|me|mypass\w*|mypassword|some\w*|the\w*|user\w*|secr\w*|passw\w*|p|pass|word)$/i;
const common =
  /p[a@4][s$5]{2}w[o0]?r?d|^p[a@4][s$5]{2}[\W_\d]{0,8}$|s[e3]cr[e3]t|qwert|welcome|letmein|changeit|hunter2|correct.?horse|^(?:admin|root|test|user|demo|guest|super|hello|open.?sesame)[\W_\d]{0,8}$/i;
const reference = /^[$%<{[:@&*(]|\$\{|\{\{|%s(?![A-Za-z0-9])|%\(|\{\w*\}|\bos\.|\benv\b|^[A-Z]+(?:_[A-Z]+)*$|^\w+\(|\.(?:get|env)\b/;

// `SecurePass123!`, `NewPassword456`, `TestUser1!`: words of passwords with a number.
const worded =
  /^(?:(?:secure|strong|old|new|test|temp|demo|my|valid|admin|user|super|default|good|initial|some|another|wrong|correct|your|the)[-_@.]?){0,3}(?:p[a@4][s$]{2}(?:w[o0]r?d)?|pwd|secret|user|admin|login|test|key)[-_@!#$.]?\d{0,6}[\W_]{0,4}$/i;

/** Whether everybody's first password: `postgres`, `P@ssw0rd1`. */
export function isCommonPassword(password: string): boolean {
  return everyones.test(password) || worded.test(password) || (password.length < 24 && common.test(password));
}

const commonReason = "everyone's first password";

/** Why a password is no real one; undefined where it may be. */
export function passwordDoubt(password: string, user = ""): { readonly label: Label; readonly reason: string } | undefined {
  if (reference.test(password)) return { label: "placeholder", reason: "it is a template or the name of a variable" };
  const reason = placeholderReason(password);
  if (reason !== undefined) return { label: "placeholder", reason };
  if (isCommonPassword(password) || password.toLowerCase() === user.toLowerCase()) return { label: "example", reason: commonReason };
  if (/^[A-Za-z_.-]+$/.test(password) && !looksRandom(password)) return { label: "example", reason: "it reads as words" };
  return undefined;
}

/** Judges a password in a place for passwords. */
export function judgePassword(path: string, password: string, user = ""): { readonly label: Label; readonly reason: string } {
  const doubt = passwordDoubt(password, user);
  if (doubt !== undefined) return doubt;
  if (password.length < 6) return { label: "example", reason: "it is too short for a password" };
  const { isTest, isExample, isDocument, isDocumentation } = placeOf(path);
  if (isTest) return { label: "test-data", reason: "its path says that it is for tests" };
  if (isExample) return { label: "example", reason: "its path says that it is an example" };
  if (isDocumentation) return { label: "example", reason: "a password in documentation" };
  const letters = password.replace(/[^A-Za-z]+/g, "");
  const isDrawn = looksRandom(password) || (password.length >= 10 && wordLikeness(letters) < -0.35 && /[0-9]/.test(password));
  if (isDocument && !isDrawn) return { label: "example", reason: "a short password in a document" };
  return { label: "secret", reason: isDrawn ? "it was drawn by chance" : "it stands where only passwords stand, and is no common one" };
}
