// Whether a text says a value more than once, also where very many values are asked for.
import type { Blob } from "./candidate.js";

/** So many values are looked for one by one; for more, what eight units of the text occur twice is counted first. */
const oneByOne = 64;
const width = 8;

interface Asked {
  count: number;
  /** By a hash of eight units: 0, 1, or 2 for more. */
  seen?: Uint8Array;
}
const asked = new WeakMap<Blob, Asked>();

const slotAt = (text: string, at: number, mask: number): number => {
  let hash = 0;
  for (let unit = at; unit < at + width; unit++) hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(unit)) | 0;
  return (hash ^ (hash >>> 15)) & mask;
};

function count(text: string): Uint8Array {
  const seen = new Uint8Array(2 ** Math.min(26, Math.max(16, Math.ceil(Math.log2(text.length * 8)))));
  for (let at = 0; at + width <= text.length; at++) {
    const slot = slotAt(text, at, seen.length - 1);
    if ((seen[slot] ?? 0) < 2) seen[slot] = (seen[slot] ?? 0) + 1;
  }
  return seen;
}

/** Whether `value` stands in the text of a blob more than once; linear in all, however often it is asked. */
export function isRepeated(blob: Blob, value: string): boolean {
  const { text } = blob;
  let state = asked.get(blob);
  if (state === undefined) asked.set(blob, (state = { count: 0 }));
  if (++state.count <= oneByOne || value.length < width) return text.indexOf(value) !== text.lastIndexOf(value);
  const seen = (state.seen ??= count(text));
  for (let at = 0; at + width <= value.length; at++) if (seen[slotAt(value, at, seen.length - 1)] !== 2) return false;
  return true;
}
