// The finder of words, and the signs, against expressions that look for the same.
import { expect, it } from "vitest";
import { repoPath, sourceText } from "@caio/repo-model/text";
import { signsOf } from "./signs.js";
import { wordFinder } from "./words.js";

const pieces = [
  "phase",
  "Phase 3",
  "PHASES",
  " ",
  "\n",
  "-",
  "/",
  "3",
  "of",
  " of ",
  "id",
  "all ",
  "é",
  "👡",
  "x",
  "Status:",
  "**",
  "US-16",
  "SHA-1",
  "5/9",
  "5 / 9",
  "5 out of 9",
  "key",
  "|",
  "\r\n",
];

/** Texts of pieces, the same in each run. */
function texts(count: number): string[] {
  let seed = 7;
  const next = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  return Array.from({ length: count }, () => Array.from({ length: next(12) }, () => pieces[next(pieces.length)] ?? "").join(""));
}

it("words are found where they begin, whatever the text is made of", () => {
  const words = ["phase", "of", "id", "key", "status"];
  const find = wordFinder(words);
  for (const text of texts(5000)) {
    const found: string[] = [];
    find(
      text,
      (word, at) => found.push(`${at} ${word}`),
      () => undefined,
    );
    const wanted = [...text.matchAll(/(?<![a-z])(?:phase|key|status|(?:of|id)(?![a-z]))/gi)].map((match) => `${match.index} ${match[0].toLowerCase()}`);
    expect(found, JSON.stringify(text)).toEqual(wanted);
  }
});

it("signs are where the expressions of their readers match", () => {
  for (const text of texts(5000)) {
    const { sums, labels, ids, statusLines } = signsOf(sourceText(repoPath("a.md"), text));
    const isId = /(?<!\w)(?!SHA)[A-Z][A-Z0-9]{0,9}-\d/.test(text);
    expect(ids.length > 0, JSON.stringify(text)).toBe(isId);
    if (/(?<![a-z])phase[ \t]*-?[ \t]*\d/i.test(text)) expect(labels, JSON.stringify(text)).not.toEqual([]);
    if (/\d ?(?:\/|of|out of) ?\d/i.test(text)) expect(sums, JSON.stringify(text)).not.toEqual([]);
    expect(statusLines.length > 0, JSON.stringify(text)).toBe(/(?<![a-z])status[*_]{0,3}[ \t]*:/i.test(text));
  }
});
