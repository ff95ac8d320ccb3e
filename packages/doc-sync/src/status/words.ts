// Finds words in a text in one pass: an expression that looks for any of thirty, in any letter case, takes ten times as long.

/**
 * Tells each place where one of the words begins, not within a word; a word of two letters stands alone, of a longer one the end is not looked at.
 * `other` is told slashes, hyphens behind a letter or a digit, and an M in capitals before a digit.
 */
export type WordFinder = (text: string, found: (word: string, at: number) => void, other: (unit: number, at: number) => void) => void;

/** Whether `word` goes on as it should behind its first three letters, in any case. */
function goesOn(text: string, word: string, at: number): boolean {
  if (at + word.length > text.length) return false;
  for (let index = 3; index < word.length; index++) if ((text.charCodeAt(at + index) | 32) !== word.charCodeAt(index)) return false;
  return true;
}

const isBigEndian = new Uint16Array(new Uint8Array([1, 0]).buffer)[0] !== 1;

/** The first letters of a word as a number: five bits each. */
const key = (first: number, second: number, third: number): number => ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

/** A finder of words in small letters of ASCII, two and more each. */
export function wordFinder(words: readonly string[]): WordFinder {
  const lists: string[][] = [[]];
  // By their first three letters: the list of the words that begin so, 0 where none does.
  const rows = new Uint8Array(1 << 15);
  for (const word of words) {
    const row = key(word.charCodeAt(0), word.charCodeAt(1), word.length > 2 ? word.charCodeAt(2) : 0);
    if (rows[row] === 0) rows[row] = lists.push([]) - 1;
    lists[rows[row] ?? 0]?.push(word);
  }
  const take = (text: string, list: readonly string[] | undefined, at: number, found: (word: string, at: number) => void): void => {
    if (list !== undefined) for (const word of list) if (goesOn(text, word, at)) found(word, at);
  };
  let units = new Uint16Array(1 << 16);
  let bytes = Buffer.from(units.buffer);
  // One function, nearly without calls, over numbers: it sees each unit of each document, most of them before it is compiled.
  return (text, found, other) => {
    const { length } = text;
    if (units.length <= length) {
      units = new Uint16Array(2 * length);
      bytes = Buffer.from(units.buffer);
    }
    bytes.write(text, "utf16le");
    if (isBigEndian) bytes.swap16();
    // A text ends with what is no letter.
    units[length] = 0;
    let before = 0;
    for (let at = 0; at < length; at++) {
      const unit = (units[at] ?? 0) | 32;
      if (unit < 97 || unit > 122) {
        // A carriage return has the same bits as a hyphen.
        if (unit === 47 || (unit === 45 && before !== 0)) other(units[at] ?? 0, at);
        before = unit < 48 || unit > 57 ? 0 : 1;
        continue;
      }
      const begin = at;
      let second = (units[++at] ?? 0) | 32;
      let third = 0;
      if (second < 97 || second > 122) second = 0;
      else {
        third = (units[++at] ?? 0) | 32;
        if (third < 97 || third > 122) third = 0;
        else for (let inner = third; inner >= 97 && inner <= 122;) inner = (units[++at] ?? 0) | 32;
      }
      at--;
      before = 1;
      if (second === 0) {
        const next = units[begin + 1] ?? 0;
        if (units[begin] === 77 && next >= 48 && next <= 57) other(77, begin);
        continue;
      }
      const list = rows[((unit & 31) << 10) | ((second & 31) << 5) | (third & 31)] ?? 0;
      if (list !== 0) take(text, lists[list], begin, found);
    }
  };
}
