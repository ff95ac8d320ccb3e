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
    ["{a,aa}*".repeat(60) + "b", "a".repeat(many), false],
    ["{a,aa}".repeat(60), "a".repeat(119), true],
    ["{a,aa}".repeat(60), "a".repeat(121), false],
    [`${"{a,b}{b,a}/".repeat(60)}c`, `${"ab/".repeat(60)}c/d`, true],
    [Array.from({ length: 9 }, (_, at) => `{${"xyz".slice(0, 1 + (at % 3))},*,**}`).join(""), "x/y", true],
  ])("case %#", (pattern, path, expected) => {
    expect(pathMatcher([pattern])(path)).toBe(expected);
  });
  it("with a range that ends before it begins is refused", () => {
    expect(() => pathMatcher(["a/[z-a]"])).toThrow(/ends before it begins/);
  });
  it("with many choices costs its length", () => {
    const patterns = Array.from({ length: 200 }, (_, at) => `${"{a,b}".repeat(11)}${"{c,d}{e,f}/".repeat(6)}${at}`);
    const { user } = process.cpuUsage();
    expect(pathMatcher(patterns)(`${"ab".repeat(5)}b/${"de/".repeat(6)}199`)).toBe(false);
    expect(pathMatcher(patterns)(`${"ab".repeat(5)}a${"de/".repeat(6)}199/x`)).toBe(true);
    expect(process.cpuUsage().user - user).toBeLessThan(1_000_000);
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
