// A hash that stands for a secret's value in fingerprints: nobody who reads one finds the value by trying.
import { crypto } from "../crypto.js";
import { entropy, looksRandom } from "./randomness.js";

/** Bits above which no trying helps, however fast the hash: what is drawn by chance needs no slow one. */
const enoughBits = 64;

/** Whether a value was drawn by chance, as far as that shows. */
export const isDrawn = (value: string): boolean => value.length >= 20 && entropy(value) * value.length >= enoughBits && looksRandom(value);

/** 16 bytes in hexadecimal: SHA-256 of a long random value, scrypt (RFC 7914, N 4,096) of what a person may have thought of. */
export function valueHash(value: string, salt: string): string {
  if (isDrawn(value)) return crypto().createHash("sha256").update(`${salt}\0`).update(value, "latin1").digest("hex").slice(0, 32);
  return crypto().scryptSync(Buffer.from(value, "latin1"), salt, 16, { N: 4096 }).toString("hex");
}
