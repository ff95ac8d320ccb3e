// The check: a change to a guardrail needs an accepted decision record; nothing else does.
import { defineCheck, type Command } from "@caio/repo-model/check";
import { defaults, type AdrGateOptions } from "./defaults.js";
import type { AdrFacts } from "./facts.js";
import { plainOptions } from "./plain-options.js";
import * as rules from "./rules/index.js";
import { version } from "./version.js";

/** A command whose code is loaded when it runs. */
function lazy(
  name: string,
  summary: string,
  load: () => Promise<Pick<Command<AdrGateOptions>, "run">>,
  rest: Pick<Command, "operands" | "flags"> = {},
): Command<AdrGateOptions> {
  return { name, summary, ...rest, run: async (call) => (await load()).run(call) };
}

export const adrGate = defineCheck<AdrFacts, AdrGateOptions>({
  name: "adr-gate",
  summary: "a change to a guardrail names an accepted decision record",
  version,
  scope: "repository",
  isVerdict: true,
  documents: new URL("../docs/rules/", import.meta.url),
  options: { defaults, plain: plainOptions, schema: async () => (await import("./options.js")).schema },
  rules: Object.values(rules),
  commands: [
    lazy("scope", "write what needs a decision to docs/operations/ADR_GATE_SCOPE.md", async () => (await import("./commands/scope.js")).scope),
    lazy(
      "explain",
      "why a path needs a decision or none; without a path, the verdict on this change",
      async () => (await import("./commands/explain.js")).explain,
      {
        operands: "[PATH...]",
      },
    ),
    lazy("comment", "the verdict as Markdown, for a job's summary and one sticky comment", async () => (await import("./commands/comment.js")).comment),
    lazy("replay", "what past changes would have needed a decision, by pattern", async () => (await import("./commands/replay.js")).replay, {
      operands: "[RANGE]",
      flags: { limit: { summary: "at most N changes (1000)", value: "N" }, labels: { summary: "`COMMIT needed` or `COMMIT free`, one a line", value: "FILE" } },
    }),
    lazy("new", "begin a decision record", async () => (await import("./commands/new.js")).newRecord, { operands: "TITLE" }),
    lazy("index", "write a table of the records into their folder's README", async () => (await import("./commands/index-records.js")).indexRecords),
    lazy(
      "lint",
      "duplicate numbers, one-sided supersession, missing statuses and sections, broken links",
      async () => (await import("./commands/lint.js")).lint,
    ),
    lazy("list", "the decision records with their status", async () => (await import("./commands/list.js")).list),
  ],
  async *read(context, options) {
    const { read } = await import("./read.js");
    yield* read(context, options);
  },
});
