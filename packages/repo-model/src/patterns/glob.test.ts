// Patterns and paths that are made for each other to cost: an answer comes all the same.
import { describe, expect, it } from "vitest";
import { pathMatcher } from "./glob.js";

describe("a hostile pattern and path", () => {
  const many = 2000;
  it.each([
    ["a*".repeat(60) + "b", "a".repeat(many), false],
    ["a*".repeat(60) + "b", `${"a".repeat(many)}b`, true],
    ["*a".repeat(60), "a".repeat(many), true],
    ["**/".repeat(60) + "x", "a/".repeat(many) + "y", false],
    [Array.from({ length: 40 }, () => "**/a").join("/"), `${"a/".repeat(many)}b`, true],
    [`${Array.from({ length: 40 }, () => "**/a*b").join("/")}/c`, `${"aab/".repeat(many)}d`, false],
    ["*/".repeat(60) + "x", "a/".repeat(many) + "y", false],
    ["?*".repeat(60) + "[!a]", "a".repeat(many), false],
    ["{a,aa}*".repeat(9) + "b", "a".repeat(many), false],
  ])("case %#", (pattern, path, expected) => {
    expect(pathMatcher([pattern])(path)).toBe(expected);
  });
  it("with a range that ends before it begins is refused", () => {
    expect(() => pathMatcher(["a/[z-a]"])).toThrow(/ends before it begins/);
  });
  it("with too many choices is refused", () => {
    expect(() => pathMatcher(["{a,b}".repeat(11)])).toThrow(/1024 choices/);
    expect(() => pathMatcher(["{a,b}{c,d}/".repeat(6)])).toThrow(/1024 choices/);
  });
});

it("what stands between two stars may be found at several places", () => {
  const matches = (pattern: string, path: string): boolean => pathMatcher([pattern])(path);
  expect(matches("*{ab,a}*bc", "abc")).toBe(true);
  expect(matches("*{abc,b}*cd", "abcd")).toBe(true);
  expect(matches("a*b*c", "abbc")).toBe(true);
  expect(matches("a*b*c", "acb")).toBe(false);
  expect(matches("x/**/a/**/b", "x/a/a/c/b")).toBe(true);
  expect(matches("x/**/a/b/**/c", "x/a/a/b/c")).toBe(true);
  expect(matches("x/**/a/b/**/c", "x/a/c/b/c")).toBe(false);
});
