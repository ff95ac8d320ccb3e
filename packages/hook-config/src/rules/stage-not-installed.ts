// stage-not-installed: a hook whose stages git does not run here.
import { rangeAt, stagesOf, textsAt } from "../facts.js";
import { configRule } from "./fault-rule.js";

export const stageNotInstalled = configRule(
  { id: "stage-not-installed", summary: "A hook's stages are not among the hook types that are installed.", severity: "error" },
  function* (facts) {
    const { source, form, root, hooks, around, hasErrors } = facts;
    if (form !== "config" || hasErrors) return;
    const declared = textsAt(root, "default_install_hook_types");
    const installed = around?.installed;
    // Without either, `pre-commit install` may have been told the types: that is not known here.
    const types = declared ?? installed;
    if (types === undefined) return;
    const known = new Set([...types, ...(installed ?? [])]);
    for (const hook of hooks) {
      const stages = stagesOf(facts, hook);
      if (stages === undefined || stages.length === 0 || stages.includes("manual") || stages.some((stage) => known.has(stage))) continue;
      yield {
        message: `The hook \`${hook.id ?? ""}\` runs at ${stages.map((stage) => `\`${stage}\``).join(", ")}, which ${declared === undefined ? "this clone has not installed" : "`default_install_hook_types` does not name"}.`,
        at: source.at(rangeAt(hook.view, hook.view.pairs.has("stages") ? "stages" : "id")),
        help:
          declared === undefined
            ? `Run \`pre-commit install --hook-type ${stages[0] ?? ""}\`.`
            : `Add \`${stages[0] ?? ""}\` to \`default_install_hook_types\`.`,
        // `caio hook-config ready` tells it as an error: there it is known.
        severity: "warning",
        data: { hook: hook.id ?? null, stages, installed: [...known] },
      };
    }
  },
);
