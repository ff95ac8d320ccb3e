// Plain targets take a short way, which leads where the long one does.
import { repoPath } from "@caio/repo-model/text";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { resolveTarget } from "./target.js";

const segment = fc.constantFrom("a", "B-c", "x_1", ".", "..", "...", "", "path", "to", "url", "HOME_URL", "a.md", ".a", "a.", "-");
const path = fc.array(segment, { maxLength: 6 }).map((parts) => parts.join("/"));

it("a target is the same with an empty query behind its path, which no short way takes", () => {
  fc.assert(
    fc.property(fc.constantFrom("a.md", "b/a.md", "b/c/a.md"), path, fc.constantFrom(undefined, "", "x-1", "a.b", "..."), (from, target, anchor) => {
      const fragment = anchor === undefined ? "" : `#${anchor}`;
      // A word that stands for a target is one alone, or the beginning of `path/to/`.
      if (target === "" || /^(?:url|path|path\/to\/.*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$/i.test(target)) return;
      expect(resolveTarget(repoPath(from), target + fragment)).toEqual(resolveTarget(repoPath(from), `${target}?${fragment}`));
    }),
    { numRuns: 5_000 },
  );
});

it.each(["url", "path", "path/to/x.md", "Path/To/x", "HOME_URL", "a.../b.md"])("%s stands for a target", (target) => {
  expect(resolveTarget(repoPath("b/a.md"), target)).toEqual({ kind: "unknown" });
});
