// The hash of a drawn value, and which values are drawn.
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { drawnHash, isDrawn } from "./value-hash.js";

const made = (length: number): string => Array.from({ length }, (_, at) => "aZ3kQ9xW7bT1mR5vK2nH8cL4"[(at * 7) % 24]).join("");

it("is 16 bytes of SHA-256, by value and salt", () => {
  const hashes = [drawnHash(made(28), "a"), drawnHash(made(28), "b"), drawnHash(made(27), "a")];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hashes[0]).toBe(
    createHash("sha256")
      .update(`a\0${made(28)}`)
      .digest("hex")
      .slice(0, 32),
  );
});

it("takes for drawn what no trying finds, and nothing that a person may think of", () => {
  for (const value of [made(28), made(20)]) expect(isDrawn(value)).toBe(true);
  for (const value of ["letmein", "correct horse battery staple", "Summer2024!Summer2024!", made(12), "a".repeat(40)]) expect(isDrawn(value)).toBe(false);
});
