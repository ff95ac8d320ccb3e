// Whether two titles name one thing.
import { genericTitleWords } from "./entity-kinds.js";
import { titleWords } from "./label.js";

/** Titles of one number in two places: the same, different, or not to be told where one has none. */
export type Likeness = "same" | "different" | "unknown";

const words = new Map<string, readonly string[]>();
function wordsOf(title: string): readonly string[] {
  const known = words.get(title);
  if (known !== undefined) return known;
  if (words.size > 20_000) words.clear();
  const made = titleWords(title);
  words.set(title, made);
  return made;
}

/** Compares titles by their words: the shorter one lies in the longer one, or most words are shared. */
export function compareTitles(a: string, b: string): Likeness {
  const one = wordsOf(a);
  const two = wordsOf(b);
  if (one.length === 0 || two.length === 0) return "unknown";
  const shared = one.filter((word) => two.includes(word)).length;
  const least = Math.min(one.length, two.length);
  const most = Math.max(one.length, two.length);
  if (shared === least && (least >= 2 || most <= 2)) return "same";
  return shared / (one.length + two.length - shared) >= 0.6 ? "same" : "different";
}

/** Whether a title says enough to know the thing by it: a word at least that plans do not all use. */
export function isSpecific(title: string): boolean {
  const own = wordsOf(title).filter((word) => !genericTitleWords.has(word) && !/^\d/.test(word));
  return own.length >= 2 || (own.length === 1 && wordsOf(title).length >= 2);
}
