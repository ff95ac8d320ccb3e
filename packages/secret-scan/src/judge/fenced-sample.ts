// A document's block of code that is to be filled in: what stands in it beside placeholders is a sample too.
import type { Blob } from "../detect/candidate.js";

const fence = /(?:^|\n)[ \t>]{0,12}(?:```|~~~)/g;
/** How far a block is read. */
const reach = 8000;
/** `"YOUR_TOKEN"`, `<your-key>`, and a value that is the word of its own name. */
const placeholder = /["'<](?:YOUR|your)[-_ ][A-Za-z][\w -]{0,40}["'>]|\b(\w{3,40})["']?[ \t]{0,4}[=:][ \t]{0,4}["']\1["']/;

const read = new WeakMap<Blob, { readonly fences: readonly number[]; readonly blocks: Map<number, boolean> }>();

/** Whether an offset stands in a fenced block that has placeholders. */
export function isInFilledBlock(blob: Blob, at: number): boolean {
  let known = read.get(blob);
  if (known === undefined) read.set(blob, (known = { fences: Array.from(blob.text.matchAll(fence), ({ index }) => index), blocks: new Map() }));
  const { fences, blocks } = known;
  let [low, high] = [0, fences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fences[middle] ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  // Of two fences the first opens a block, and the second closes it.
  if (low % 2 === 0) return false;
  let answer = blocks.get(low);
  if (answer === undefined) {
    const [open = 0, close = blob.text.length] = [fences[low - 1], fences[low]];
    blocks.set(low, (answer = placeholder.test(blob.text.slice(open, Math.min(close, open + reach)))));
  }
  return answer;
}
