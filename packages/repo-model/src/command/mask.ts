// Secrets never leave the process whole, whichever check's text they stand in.
import { loadCheck, type Call } from "./call.js";

/** One mask of all checks that have one, installed and selected or not. */
export async function maskOf(call: Pick<Call, "checks">): Promise<(text: string) => string> {
  const masks: ((text: string) => string)[] = [];
  for (const entry of call.checks) {
    if ("load" in entry && entry.masks !== true) continue;
    const { mask } = await loadCheck(entry);
    if (mask !== undefined) masks.push(mask);
  }
  return (text) => masks.reduce((masked, mask) => mask(masked), text);
}
