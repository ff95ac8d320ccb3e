// A hash that stands for a secret's value in fingerprints: nobody who reads one finds the value by trying.
import { crypto } from "../crypto.js";
import { entropy, looksRandom } from "./randomness.js";

/** Bits above which no trying helps, however fast the hash: what is drawn by chance needs no slow one. */
const enoughBits = 64;

/** Whether a value was drawn by chance, as far as that shows. */
export const isDrawn = (value: string): boolean => value.length >= 20 && entropy(value) * value.length >= enoughBits && looksRandom(value);

/** 16 bytes in hexadecimal for a value that was drawn by chance; what a person may have thought of is hashed slowly, as `GuardedText` says. */
export function drawnHash(value: string, salt: string): string {
  return crypto().createHash("sha256").update(`${salt}\0`).update(value, "latin1").digest("hex").slice(0, 32);
}
