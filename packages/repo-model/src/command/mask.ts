// Secrets never leave the process whole, whichever check's text they stand in.
import type { Call } from "./call.js";

/** Longer texts are masked anew: they are not said twice. */
const longestKept = 500;
/** What is said again is said often: of ever new texts no more are kept. */
const mostKept = 10_000;

/** The mask where no check has one. */
export const asItIs = (text: string): string => text;

/** One mask of all checks that have one, installed and selected or not. */
export async function maskOf(call: Pick<Call, "checks">): Promise<(text: string) => string> {
  const masks: ((text: string) => string)[] = [];
  for (const entry of call.checks) {
    const mask = "load" in entry ? await entry.mask?.() : entry.mask;
    if (mask !== undefined) masks.push(mask);
  }
  if (masks.length === 0) return asItIs;
  const known = new Map<string, string>();
  return (text) => {
    // Findings say the same again and again: a rule's help, a path.
    let masked = known.get(text);
    if (masked === undefined) {
      masked = masks.reduce((before, mask) => mask(before), text);
      if (text.length <= longestKept && known.size < mostKept) known.set(text, masked);
    }
    return masked;
  };
}
