// The allow book: what holds, and what many entries cost.
import { repoPath } from "@caio/repo-model/text";
import { describe, expect, it } from "vitest";
import { AllowBook, allowEntry, settledHash, type AllowEntry } from "./allow.js";
import { crypto } from "./crypto.js";

const path = repoPath("tests/fixtures.py");
const rule = "generic-secret";
const word = (index: number): string => `Summer-${index}!`;
const drawn = (index: number): string => crypto().createHash("sha256").update(String(index)).digest("base64url").slice(0, 32);
const entries = (values: readonly string[]): AllowEntry[] =>
  values.map((value, line) => ({ ...allowEntry({ rule, path, expires: "-", label: "test-data", reason: "made up" }, value), line }));
const book = (values: readonly string[]): AllowBook => new AllowBook(entries(values), "2026-01-01");

describe("an entry", () => {
  it("holds for its value, again and again, and for no other", () => {
    const own = book([word(1), word(2), drawn(1)]);
    for (const value of [word(2), drawn(1), word(2)]) expect(own.entryFor(rule, path, value)?.reason).toBe("made up");
    for (const value of [word(3), drawn(2), word(3)]) expect(own.entryFor(rule, path, value)).toBeUndefined();
    expect(own.entryFor(rule, repoPath("other.py"), word(1))).toBeUndefined();
    expect(own.used.size).toBe(2);
  });

  it("has a salt of its own, and a hash that is slow where a value can be thought of", () => {
    const [one, two] = entries([word(1), word(1)]);
    expect(one?.salt).not.toBe(two?.salt);
    const salt = Buffer.from("0011223344556677", "hex");
    const hash = (value: string, N: number): string => crypto().scryptSync(value, salt, 16, { N }).toString("hex");
    expect(settledHash(word(1), "0011223344556677")).toBe(hash(word(1), 4096));
    expect(settledHash(drawn(1), "0011223344556677")).toBe(hash(drawn(1), 2));
  });
});

describe("many entries of one file", () => {
  it("are compared, those of drawn values quickly", () => {
    const values = Array.from({ length: 300 }, (_, index) => drawn(index));
    const own = book(values);
    for (const value of values.toReversed()) expect(own.entryFor(rule, path, value)).toBeDefined();
    expect([own.used.size, own.isSpent]).toEqual([300, false]);
  });

  it("end: beyond a measure none is compared, and the book says so", () => {
    const values = [drawn(1), drawn(2), word(1)];
    const own = new AllowBook(entries(values), "2026-01-01", 4);
    expect(own.entryFor(rule, path, drawn(3))).toBeUndefined();
    expect(own.isSpent).toBe(false);
    expect(own.entryFor(rule, path, word(1))).toBeUndefined();
    expect(own.isSpent).toBe(true);
  });
});
