// manual-only: a hook that git never runs.
import { rangeAt, stagesOf } from "../facts.js";
import { configRule } from "./fault-rule.js";

export const manualOnly = configRule(
  { id: "manual-only", summary: "A hook has the stage `manual` alone, so that git never runs it.", severity: "note" },
  function* (facts) {
    for (const hook of facts.form === "config" ? facts.hooks : []) {
      const stages = stagesOf(facts, hook);
      if (stages === undefined || stages.length === 0 || stages.some((stage) => stage !== "manual")) continue;
      yield {
        message: `Git never runs the hook \`${hook.id ?? ""}\`: its only stage is \`manual\`.`,
        at: facts.source.at(rangeAt(hook.view, hook.view.pairs.has("stages") ? "stages" : "id")),
        help: `\`pre-commit run --hook-stage manual ${hook.id ?? ""}\` runs it.`,
        data: { hook: hook.id ?? null },
      };
    }
  },
);
