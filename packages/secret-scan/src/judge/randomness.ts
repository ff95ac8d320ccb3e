// Whether a text looks drawn by chance or written by a person: pairs of letters against those of words, and entropy.
import { letterPairs } from "./letter-pairs.js";

/** Shannon's entropy of a text's units, in bits a unit. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const unit of text) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

type Kind = 0 | 1 | 2 | 3;
const kindOf = (code: number): Kind => (code >= 97 && code <= 122 ? 0 : code >= 65 && code <= 90 ? 1 : code >= 48 && code <= 57 ? 2 : 3);

/**
 * How much a text reads as words: the mean over its pairs of the logarithm (base 2) of how much more common each is in words than by
 * chance. Words lie above 0.3, random letters and digits about -1.5, random hexadecimal digits about -0.6. A pair of a letter and a digit, and
 * a capital after a small letter, speak for chance; what is neither speaks for words (paths, sentences).
 */
export function wordLikeness(text: string): number {
  let sum = 0;
  for (let at = 0; at + 1 < text.length; at++) {
    const [a, b] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
    const [ka, kb] = [kindOf(a), kindOf(b)];
    if (ka < 2 && kb < 2) {
      sum += Number(letterPairs[(a | 32) - 97]?.[(b | 32) - 97] ?? 5) - 5 - (ka === 0 && kb === 1 ? 1 : 0);
    } else if ((ka < 2 && kb === 2) || (ka === 2 && kb < 2)) sum -= 1.2;
    else if (ka === 3 || kb === 3) sum += 0.8;
  }
  return text.length < 2 ? 0 : sum / (text.length - 1);
}

/** Nobody draws so many neighbours in a row. */
const longRun = 10;

/** The share of a text that lies in runs such as `abcd`, `4321`, `qwerty`: steps of one up or down, of three units and more; 1 where a run is long. */
export function sequenceShare(text: string): number {
  const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
  /** 1 up, -1 down, 2 along a keyboard's row; 0 where the two do not follow. */
  const stepOf = (a: string, b: string): number => {
    const step = b.charCodeAt(0) - a.charCodeAt(0);
    if (step === 1 || step === -1) return step;
    if (a === "9" && b === "0") return 1;
    return rows.some((row) => row.includes(a + b)) ? 2 : 0;
  };
  // `aAbBcC` is one too.
  const folded = text.toLowerCase().replace(/([a-z])\1/g, "$1");
  let covered = 0;
  let run = 1;
  let direction = 0;
  for (let at = 1; at <= folded.length; at++) {
    const step = at < folded.length ? stepOf(folded[at - 1] ?? "", folded[at] ?? "") : 0;
    // `ihji` goes down, up and down again: no sequence.
    if (step !== 0 && (run === 1 || step === direction || step === 2 || direction === 2)) run++;
    else {
      if (run >= longRun) return 1;
      if (run >= 3) covered += run;
      run = step === 0 ? 1 : 2;
    }
    direction = step;
  }
  return folded.length === 0 ? 0 : covered / folded.length;
}

/** Whether the letters and the digits of a text are sequences each: `a1b2c3d4e5`. */
export function isWoven(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]+/g, "");
  const digits = text.replace(/[^0-9]+/g, "");
  return letters.length >= 5 && digits.length >= 5 && sequenceShare(letters) > 0.7 && sequenceShare(digits) > 0.7;
}

/** Whether a text repeats a short unit (`abcabcabc`, `00000000`) over most of its length. */
export function isRepetition(text: string): boolean {
  for (let period = 1; period <= Math.min(10, text.length >> 1); period++) {
    let same = 0;
    for (let at = period; at < text.length; at++) if (text[at] === text[at - period]) same++;
    if (same / (text.length - period) >= 0.75) return true;
  }
  // A longer unit, three times and more.
  const second = text.length > 32 && text.length < 1000 ? text.indexOf(text.slice(0, 11), 11) : -1;
  return second !== -1 && second * 3 <= text.length && text.startsWith(text.slice(second));
}

const hex = /^[0-9a-f]+$|^[0-9A-F]+$/;

/** Whether a text was drawn by chance, as far as its units tell; short texts (below 12) never are. */
export function looksRandom(text: string): boolean {
  if (text.length < 12 || isRepetition(text) || sequenceShare(text) > 0.4) return false;
  if (hex.test(text)) return /[0-9]/.test(text) && /[a-f]/i.test(text) && entropy(text) > 2.6;
  const distinct = new Set(text).size;
  // The longer and the more mixed a text, the less chance has to read as words.
  const isMixed = text.length >= 24 && /[0-9]/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);
  return distinct >= Math.min(10, text.length * 0.5) && wordLikeness(text) < (isMixed ? -0.1 : -0.35);
}
