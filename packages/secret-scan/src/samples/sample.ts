// Samples of secrets, put together at run time: none is stored, and none was ever given to anyone.
import { generateKeyPairSync } from "node:crypto";
import type { Provider } from "../providers/provider.js";
import { shapeSample } from "../providers/shape.js";
import { proved } from "./prove.js";

/** Numbers from 0 to below 1 that a seed determines (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A token of a provider's form, with its checksum or structure where it carries one. */
export function sampleToken(provider: Provider, random: () => number): string {
  return proved(provider.proof, shapeSample(provider.shape, random), random);
}

/** A new private key in PEM. */
export function samplePrivateKey(): string {
  return generateKeyPairSync("ec", {
    namedCurve: "P-256",
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  }).privateKey;
}

/** A random text of letters and digits. */
export function sampleValue(length: number, random: () => number): string {
  const units = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from({ length }, () => units[Math.floor(random() * units.length)]).join("");
}
