// Keys as a person notes them without an operator: a service's name, `access` or `private`, and the key.
import { placeholderReason } from "../judge/placeholder.js";
import { placeOf } from "../judge/place.js";
import { looksRandom } from "../judge/randomness.js";
import { saysExample } from "../judge/surroundings.js";
import type { Blob, Candidate, Label } from "./candidate.js";

/** Words that say of a key what it is for; a word for a secret may follow them. */
export const spokenKeywords: readonly string[] = ["access", "private"];

const form =
  /(?:[ \t_-]?(?:key|token|secret|code))?(?:[ \t]{0,4}[=:][ \t]{0,4}|[ \t]{1,4}|[-.])["']?([0-9a-z]{8}(?:-[0-9a-z]{4}){3}-[0-9a-z]{12}|[A-Za-z0-9]{20,128})(?=["']?[ \t]*(?:[\r\n]|$))/iy;
/** One to three words from the line's beginning: whose key it is. */
const service = /(?:^|\n)[ \t]{0,12}[A-Za-z][\w.-]{2,30}(?:[ \t][\w-]{1,20}){0,2}[ \t_-]?$/;

function judge(path: string, text: string, value: string, start: number): { readonly label: Label; readonly reason: string } {
  const placeholder = placeholderReason(value);
  if (placeholder !== undefined) return { label: "placeholder", reason: placeholder };
  const { isTest, isExample, isDocument } = placeOf(path);
  if (isTest) return { label: "test-data", reason: "no vendor's form, and its path says that it is for tests" };
  if (isExample || isDocument || saysExample(text, start)) return { label: "example", reason: "no vendor's form, where examples stand" };
  return { label: "secret", reason: "its value was drawn by chance" };
}

/** The key that is noted behind the word that ends at `end`. */
export function spokenSecretAt({ text, path }: Blob, keyword: string, end: number): Candidate | undefined {
  form.lastIndex = end;
  const match = form.exec(text);
  const value = match?.[1];
  if (match === null || value === undefined || !/\d.*\d.*\d/.test(value) || !/[a-z]/i.test(value)) return undefined;
  if (!value.includes("-") && !looksRandom(value)) return undefined;
  if (!service.test(text.slice(Math.max(0, end - keyword.length - 90), end - keyword.length))) return undefined;
  const start = match.index + match[0].lastIndexOf(value);
  return {
    kind: "generic-secret",
    start,
    end: start + value.length,
    value,
    title: "key that is noted beside its service's name",
    ...judge(path, text, value, start),
  };
}
