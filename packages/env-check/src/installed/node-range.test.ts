// npm's ranges against npm's own implementation, on made ranges and versions.
import fc from "fast-check";
import semver from "semver";
import { expect, it } from "vitest";
import { nodeRangeContains } from "./node-range.js";

const number = fc.integer({ min: 0, max: 3 });
const pre = fc.constantFrom("", "", "", "-0", "-alpha", "-alpha.1", "-beta.2", "-1.x");
const version = fc.tuple(number, number, number, pre).map(([a, b, c, d]) => `${a}.${b}.${c}${d}`);
const part = fc.oneof(number.map(String), fc.constantFrom("x", "*", "X"));
const partial = fc.oneof(
  version,
  part,
  fc.tuple(part, part).map((all) => all.join(".")),
  fc.tuple(part, part, part).map((all) => all.join(".")),
  version.map((one) => `v${one}`),
);
const simple = fc.tuple(fc.constantFrom("", "", "^", "~", ">=", "<=", ">", "<", "=", "~>", ">= ", "^ "), partial).map((all) => all.join(""));
const alternative = fc.oneof(
  fc.array(simple, { minLength: 1, maxLength: 3 }).map((all) => all.join(" ")),
  fc.tuple(partial, partial).map(([a, b]) => `${a} - ${b}`),
);
const range = fc.oneof(
  alternative,
  fc.tuple(alternative, alternative).map((all) => all.join(" || ")),
  fc.constantFrom("", "*"),
);

it("says what npm says", () => {
  fc.assert(
    fc.property(range, version, (text, one) => {
      fc.pre(semver.validRange(text) !== null);
      expect([text, one, nodeRangeContains(text, one)]).toEqual([text, one, semver.satisfies(one, text)]);
    }),
    { numRuns: 5000, seed: 7 },
  );
});

it.each(["latest", "workspace:*", "1.2.3.4", "^", "a || 1", "git+https://x/y", "npm:a@1", "file:../a"])("%s is no range", (text) => {
  expect([semver.validRange(text), nodeRangeContains(text, "1.2.3")]).toEqual([null, undefined]);
});
