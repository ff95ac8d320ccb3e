// sha-key: a repository's version under the key that it had before pre-commit 1.0.
import { defineRule } from "@caio/repo-model/check";
import type { ConfigFacts } from "../facts.js";

export const shaKey = defineRule<ConfigFacts, unknown>({
  id: "sha-key",
  summary: "A repository's version stands under `sha`, which is `rev` since pre-commit 1.0.",
  severity: "error",
  *find({ source, repositories }) {
    for (const { entries } of repositories) {
      const sha = entries.find(({ key }) => key === "sha");
      if (sha === undefined) continue;
      const raw = source.text.slice(...sha.keyRange);
      const start = sha.keyRange[0] + raw.indexOf("sha");
      const isAlone = !entries.some(({ key }) => key === "rev");
      yield {
        message: isAlone ? "The key `sha` is called `rev` today." : "`sha` and `rev` stand together; pre-commit reads `rev`.",
        at: source.at(sha.keyRange),
        data: { both: !isAlone },
        ...(isAlone
          ? { fix: { kind: "safe", title: "write `rev`", edits: [{ path: source.path, range: [start, start + 3], text: "rev" }] } }
          : { help: "Remove the one that is wrong." }),
      };
    }
  },
});
