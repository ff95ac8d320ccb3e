// Statuses with a letter too many, too few, or two in the wrong order.
import type { Vocabulary } from "./vocabulary.js";

const shortest = 6;

/** How many letters one word has that the other has not, whatever their order. */
function strayLetters(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (const letter of a) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  for (const letter of b) counts.set(letter, (counts.get(letter) ?? 0) - 1);
  let stray = 0;
  for (const count of counts.values()) stray += Math.abs(count);
  return stray;
}

/** The places where two words of one length differ. */
const differences = (a: string, b: string): number => [...a].filter((letter, at) => letter !== b[at]).length;

/** The known status that a word is a slip of: `imlpemented`, `Complte`. An inflection (`Completes`) is none. */
export function typoOf(value: string, { known, wordAt }: Vocabulary): string | undefined {
  const word = value.toLowerCase();
  if (word.length < shortest - 1 || wordAt(value, 0) !== undefined || !/^\p{L}[\p{L} -]*$/u.test(word)) return undefined;
  return known.find((one) => {
    if (one.length < shortest || one[0] !== word[0] || Math.abs(one.length - word.length) > 1) return false;
    if (one.startsWith(word) || word.startsWith(one)) return false;
    const stray = strayLetters(word, one);
    return stray === 1 || (stray === 0 && differences(word, one) === 2);
  });
}
