// The check: hooks and tests are followed to what they import, and that is compared with what is declared.
import { defineCheck } from "@caio/repo-model/check";
import { commands } from "./commands/index.js";
import { defaults, type EnvCheckOptions } from "./defaults.js";
import type { EnvFacts } from "./facts.js";
import * as rules from "./rules/index.js";
import { version } from "./version.js";

/** What hooks and tests need is declared. */
export const envCheck = defineCheck<EnvFacts, EnvCheckOptions>({
  name: "env-check",
  summary: "what hooks and tests need is declared and installed",
  version,
  scope: "repository",
  documents: new URL("../docs/rules/", import.meta.url),
  options: { defaults, schema: async () => (await import("./options.js")).schema },
  rules: Object.values(rules),
  async *read(context, options, isOn) {
    if (context.scope.changed !== undefined && !(await (await import("./change.js")).mayKeep(context, options))) return;
    const { collect } = await import("./collect.js");
    yield await collect(context, options, { isOn });
  },
  commands,
});
