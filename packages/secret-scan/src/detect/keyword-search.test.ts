import fc from "fast-check";
import { expect, it } from "vitest";
import { keywordSearch } from "./keyword-search.js";

/** What ends where, by looking for each keyword by itself. */
function expected(keywords: readonly string[], text: string): string[] {
  const found: string[] = [];
  for (let end = 1; end <= text.length; end++)
    for (const [index, keyword] of keywords.entries()) if (text.slice(0, end).toLowerCase().endsWith(keyword.toLowerCase())) found.push(`${end} ${index}`);
  return found.toSorted();
}

it("finds every keyword, overlapping ones too, in the order of their ends", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "A", "-", "k"), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 12 }),
      fc.array(fc.string({ unit: fc.constantFrom("a", "b", "B", "-", "k", " "), maxLength: 40 })),
      (keywords, texts) => {
        const search = keywordSearch(keywords);
        // The same search again and again: what a text filled serves the next.
        for (const text of texts) {
          const found: string[] = [];
          const ends: number[] = [];
          search(Buffer.from(text), (keyword, end) => {
            found.push(`${end} ${keyword}`);
            ends.push(end);
          });
          expect(found.toSorted()).toEqual(expected(keywords, text));
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it("leaves out what stands deep in a run of one byte, and nothing else", () => {
  const keywords = ["aa", "aaa", "ab", "b"];
  const search = keywordSearch(keywords);
  const run = fc.tuple(fc.constantFrom("a", "A", "b", " "), fc.integer({ min: 1, max: 2000 })).map(([byte, length]) => byte.repeat(length));
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), (runs) => {
      const text = runs.join("");
      const found: string[] = [];
      search(Buffer.from(text), (keyword, end) => found.push(`${end} ${keyword}`));
      const isDeep = (end: number): boolean => new Set(text.slice(Math.max(0, end - 505), end + 500)).size === 1 && end > 505 && end + 500 < text.length;
      const wanted = expected(keywords, text).filter((hit) => !isDeep(Number.parseInt(hit, 10)));
      expect(wanted.filter((hit) => !found.includes(hit))).toEqual([]);
      expect(found.length).toBeLessThanOrEqual(4 * 1100 * runs.length);
    }),
    { numRuns: 20 },
  );
});

it("reads every byte, also those in no keyword", () => {
  const found: number[] = [];
  keywordSearch(["ab"])(Uint8Array.from([...Array(256).keys(), 97, 98]), (_keyword, end) => found.push(end));
  expect(found).toEqual([67, 99, 258]);
});

it("takes a keyword of any length, whatever the text does after it", () => {
  const long = "a".repeat(100_000);
  const search = keywordSearch([`${long}x`, "ab"]);
  const found: string[] = [];
  search(Buffer.from(`${long}b${long}x`), (keyword, end) => found.push(`${end} ${keyword}`));
  expect(found).toEqual(["100001 1", "200002 0"]);
});
