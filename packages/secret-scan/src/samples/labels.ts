// The labels of a set that another scanner's authors made, as they are scored: one key is one leak, however many of its lines are labelled.
import type { LabelledFile } from "./labelled.js";

/** The lines (from 1) of each block of PEM in a text. */
function blocksOf(text: string): (readonly [first: number, last: number])[] {
  const blocks: (readonly [number, number])[] = [];
  let first = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.includes("-----BEGIN ")) first = index + 1;
    if (first > 0 && line.includes("-----END ")) {
      blocks.push([first, index + 1]);
      first = 0;
    }
  }
  return blocks;
}

/** The secrets of a file, the labelled lines of one block of PEM as one. */
export function joinedSecrets({ text, secrets }: Pick<LabelledFile, "text" | "secrets">): LabelledFile["secrets"] {
  const blocks = blocksOf(text);
  const joined = new Map<string, readonly [number, number]>();
  for (const [first, last] of secrets) {
    const [from, to] = blocks.find(([start, end]) => start <= first && last <= end) ?? [first, last];
    joined.set(`${from} ${to}`, [from, to]);
  }
  return [...joined.values()];
}
