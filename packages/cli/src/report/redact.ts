// Blanks words out: each gets another of the same length and form, the same everywhere.
import type { Budget } from "./reduce.js";

const words = /[\p{L}\p{N}]{3,}/gu;

/** A stand-in: letters and digits from a counter, in the word's case. `round` gives another one of the same form. */
function standIn(word: string, index: number, round: number): string {
  let state = (index + 1) * 2_654_435_761 + round * 40_503;
  const next = (size: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % size;
  };
  const plain = (at: number): number => (at === 0 ? 23 : Math.floor(index / 26 ** (Array.from(word).length - 1 - at)) % 26);
  return Array.from(word, (unit, at) => {
    if (/\p{N}/u.test(unit)) return String(round === 0 ? 0 : next(10));
    const letter = String.fromCharCode(97 + (round === 0 ? plain(at) : next(26)));
    return unit === unit.toUpperCase() && unit !== unit.toLowerCase() ? letter.toUpperCase() : letter;
  }).join("");
}

/** Applies a table of words to a text. */
export function withStandIns(text: string, table: ReadonlyMap<string, string>): string {
  return text.replace(words, (word) => table.get(word) ?? word);
}

/** A table of stand-ins, as large as the budget finds, under which a test still holds. What it must keep is left out. */
export async function redact(
  texts: readonly string[],
  holds: (table: ReadonlyMap<string, string>) => Promise<boolean>,
  budget: Budget,
): Promise<ReadonlyMap<string, string>> {
  const all = [...new Set(texts.flatMap((text) => text.match(words) ?? []))];
  const table = new Map<string, string>();
  const place = new Map(all.map((word, index) => [word, index]));
  const attempt = async (some: readonly string[], round: number): Promise<boolean> => {
    if (budget.left-- <= 0) return false;
    const wider = new Map([...table, ...some.map((word) => [word, standIn(word, place.get(word) ?? 0, round)] as const)]);
    if (!(await holds(wider))) return false;
    for (const [word, other] of wider) table.set(word, other);
    return true;
  };
  const visit = async (some: readonly string[]): Promise<void> => {
    if (some.length === 0 || (await attempt(some, 0))) return;
    if (some.length === 1) {
      // What is judged by its letters may hold under other letters.
      await attempt(some, 1);
      return;
    }
    const middle = some.length >> 1;
    await visit(some.slice(0, middle));
    await visit(some.slice(middle));
  };
  await visit(all);
  return table;
}
