// What a check says apart comes back whole: texts, places, and what was to be asked for later.
import { expect, it } from "vitest";
import { repoPath, sourceOf, sourceText } from "../text/index.js";
import { fromClone, toClone } from "./cloned.js";

it("findings pass between threads with their texts, and causes that were to be asked for", () => {
  const source = sourceText(repoPath("docs/a.md"), "one\n[x](gone.md)\n");
  const finding = { ruleId: "broken-link", message: "m", at: source.at([4, 16]), causes: () => [repoPath("docs/gone.md")] };
  const [back] = fromClone(structuredClone(toClone({ findings: [finding], troubles: [], suppressions: [] }))).findings;
  expect(back).toEqual({ ruleId: "broken-link", message: "m", at: { ...finding.at }, causes: ["docs/gone.md"] });
  expect(back === undefined ? undefined : sourceOf(back.at)?.text).toBe(source.text);
});
