// Whether two titles name one thing.
import { documentWords, genericTitleWords } from "./entity-kinds.js";
import { stem, titleWords } from "./label.js";

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

const shortForm = /(?<![\p{L}\p{N}])[A-Z]{2,5}(?![\p{L}\p{N}])/u;
const shortForms = new RegExp(shortForm.source, "gu");

/** A title's words, where a short form in capitals of the other title stands for the words that begin with its letters: "VM", "Virtual Machine". */
function spelledOut(title: string, shorter: string): readonly string[] {
  const own = wordsOf(title);
  const initials = own.map((word) => word.charAt(0)).join("");
  for (const [form] of shorter.matchAll(shortForms)) {
    const word = form.toLowerCase();
    const at = own.includes(word) ? -1 : initials.indexOf(word);
    if (at >= 0) return [...own.slice(0, at), stem(word), ...own.slice(at + word.length)];
  }
  return own;
}

/** Compares titles by their words: the shorter one lies in the longer one, or most words are shared. */
export function compareTitles(a: string, b: string): Likeness {
  const one = wordsOf(a);
  const two = wordsOf(b);
  if (one.length === 0 || two.length === 0) return "unknown";
  if (areAlike(one, two)) return "same";
  return (shortForm.test(a) || shortForm.test(b)) && areAlike(spelledOut(a, b), spelledOut(b, a)) ? "same" : "different";
}

function areAlike(one: readonly string[], two: readonly string[]): boolean {
  const shared = one.filter((word) => two.includes(word)).length;
  const least = Math.min(one.length, two.length);
  const most = Math.max(one.length, two.length);
  if (shared === least && (least >= 2 || most <= 2)) return true;
  return shared / (one.length + two.length - shared) >= 0.6;
}

const generic = new Set([...genericTitleWords].map(stem));
const specificWords = (title: string): readonly string[] => wordsOf(title).filter((word) => !generic.has(word) && !/^\d/.test(word));

/** Whether two titles share a word that says something: in one plan the same thing in other words. */
export function isAkin(a: string, b: string): boolean {
  const two = specificWords(b);
  return specificWords(a).some((word) => two.includes(word));
}

/** Whether two titles begin with the same word. */
export function isBegunAlike(a: string, b: string): boolean {
  const [first] = wordsOf(a);
  return first !== undefined && first === wordsOf(b)[0];
}

/** Whether all words of one title are among the other's: in one plan the same thing, called more shortly. */
export function isWithin(a: string, b: string): boolean {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  const [few, many] = one.length < two.length ? [one, two] : [two, one];
  return few.length > 0 && few.every((word) => many.includes(word));
}

/** Whether two titles are the same words, and enough of them to know the thing by its title alone. */
export function isEqual(a: string, b: string): boolean {
  const one = wordsOf(a);
  const two = wordsOf(b);
  return one.length === two.length && one.every((word) => two.includes(word)) && specificWords(a).length >= 2;
}

/** Whether a title says enough to know the thing by it: a word at least that plans do not all use. */
export function isSpecific(title: string): boolean {
  const own = specificWords(title);
  return own.length >= 2 || (own.length === 1 && wordsOf(title).length >= 2);
}

const everyDocumentWord = new RegExp(documentWords, "gi");

/** Whether the title of a document says what it is about, beside what kind of document it is. */
export function namesSubject(title: string): boolean {
  const kinds = new Set(wordsOf(title.match(everyDocumentWord)?.join(" ") ?? ""));
  return specificWords(title).filter((word) => !kinds.has(word) && !/^(?:status|progress|project)$/.test(word)).length >= 2;
}

const firstParts = new Set(
  [
    "foundation",
    "foundations",
    "prototype",
    "poc",
    "backend",
    "frontend",
    "ui",
    "api",
    "design",
    "research",
    "skeleton",
    "scaffold",
    "scaffolding",
    "basics",
  ].map(stem),
);

/** Whether a title names a first part of what the other one names: "Search foundation", "Search". */
export function isFirstPart(title: string, whole: string): boolean {
  const [own, all] = [wordsOf(title), wordsOf(whole)];
  const more = own.filter((word) => !all.includes(word));
  return all.length > 0 && all.every((word) => own.includes(word)) && more.length > 0 && more.every((word) => firstParts.has(word));
}
