// Dead patterns are told, and no other.
import { describe, expect, it } from "vitest";
import { defaults, evaluate } from "../index.js";
import { deadPatterns } from "./dead-patterns.js";

const dead = (paths: readonly string[], exclude: readonly string[] = defaults.exclude): readonly string[] => deadPatterns([{ id: "g", paths }], exclude);

describe("a pattern", () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [["docs/NORTH_STAR.md"], ["docs/NORTH_STAR.md"]],
    [["docs/**/*.md"], ["docs/**/*.md"]],
    [["README.md", "src/**"], ["README.md"]],
    [["configs/**", "!configs/**"], ["configs/**"]],
    [["configs/a/*.yaml", "!configs/"], []],
    [["configs/a/*.yaml", "!/configs/"], ["configs/a/*.yaml"]],
    [["configs/a/*.yaml", "!configs/a/**"], ["configs/a/*.yaml"]],
    [["../configs/**"], ["../configs/**"]],
    [["a/./b"], ["a/./b"]],
    [["a//b"], ["a//b"]],
    [[".git/config"], [".git/config"]],
    [["plan_test.py"], ["plan_test.py"]],
    [["./configs/**"], []],
    [["configs/constants/**"], []],
    [["docs/**"], []],
    [["docs/*"], []],
    [["configs/**", "!configs/local/**"], []],
    [["Makefile", "!/Makefile"], []],
    [[".github/**"], []],
    [["a*.md*"], []],
  ])("%j: %j", (paths, expected) => {
    expect(dead(paths)).toEqual(expected);
  });
  it("that `exclude` brings back may live", () => {
    expect(dead(["docs/NORTH_STAR.md"], ["**/*.md", "!docs/NORTH_STAR.md"])).toEqual([]);
  });
  it("is a notice of the verdict", () => {
    const config = { ...defaults, guardrails: ["docs/NORTH_STAR.md"] };
    const change = { status: "M", path: "docs/NORTH_STAR.md" } as const;
    expect(evaluate({ config, event: "pull_request", body: "", changes: [change], records: {} })).toMatchObject({
      reason: "not-required",
      notices: ["pattern-dead"],
    });
  });
});
