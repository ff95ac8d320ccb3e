// The check: a change to a guardrail needs an accepted decision record; nothing else does.
import { defineCheck } from "@caio/repo-model/check";
import { defaults, type AdrGateOptions } from "./defaults.js";
import type { GateFacts } from "./facts.js";
import * as rules from "./rules/index.js";
import { version } from "./version.js";

export const adrGate = defineCheck<GateFacts, AdrGateOptions>({
  name: "adr-gate",
  summary: "a change to a guardrail names an accepted decision record",
  version,
  scope: "repository",
  isVerdict: true,
  documents: new URL("../docs/rules/", import.meta.url),
  options: { defaults, schema: async () => (await import("./options.js")).schema },
  rules: Object.values(rules),
  async *read(context, options) {
    const { read } = await import("./read.js");
    yield* read(context, options);
  },
});
