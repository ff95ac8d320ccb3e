// Tests of which paths are credential files'.
import fc from "fast-check";
import { expect, it } from "vitest";
import { isCredentialFile, otherEnds } from "./credential-file.js";
import { forms } from "./credential-forms.js";

it("knows every path of every form, whatever its name ends in", () => {
  for (const { path } of forms) {
    const matching = fc.stringMatching(new RegExp(path.source));
    fc.assert(
      fc.property(matching, (one) => isCredentialFile(one)),
      { numRuns: 100 },
    );
  }
  const ends = [...otherEnds].map((end) => [".env", ".htpasswd", "settings", "config/master", "wp-config"].map((name) => `${name}.${end}`)).flat();
  expect(ends.filter((one) => isCredentialFile(one) !== forms.some(({ path }) => new RegExp(path.source, "i").test(one)))).toEqual([]);
});
it("takes a program's text for none", () => {
  expect(["src/index.ts", "part-2/module_2.py", "docs/a.md", "Makefile", "env.ts"].filter(isCredentialFile)).toEqual([]);
});
