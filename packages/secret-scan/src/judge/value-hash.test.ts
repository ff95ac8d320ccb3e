// The hash of a value: fast where trying is hopeless, slow where it is not.
import { createHash, scryptSync } from "node:crypto";
import { expect, it } from "vitest";
import { valueHash } from "./value-hash.js";

const made = (length: number): string => Array.from({ length }, (_, at) => "aZ3kQ9xW7bT1mR5vK2nH8cL4"[(at * 7) % 24]).join("");

it("is 16 bytes, by value and salt", () => {
  const hashes = [valueHash(made(28), "a"), valueHash(made(28), "b"), valueHash(made(27), "a"), valueHash("letmein", "a"), valueHash("letmein", "b")];
  expect(new Set(hashes).size).toBe(hashes.length);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{32}$/);
});

it("is scrypt's for what a person may think of, and SHA-256's for what was drawn by chance", () => {
  const fast = (value: string): string => createHash("sha256").update(`salt\0${value}`).digest("hex").slice(0, 32);
  for (const value of [made(28), made(20)]) expect(valueHash(value, "salt")).toBe(fast(value));
  for (const value of ["correct horse battery staple", "Summer2024!Summer2024!", made(12), "a".repeat(40)]) {
    expect(valueHash(value, "salt")).toBe(scryptSync(value, "salt", 16, { N: 4096 }).toString("hex"));
  }
});
