// duplicate-hook-id: two local hooks of one id, which no command can tell apart.
import { rangeAt, textAt, type ConfigHook } from "../facts.js";
import { configRule } from "./fault-rule.js";

export const duplicateHookId = configRule(
  { id: "duplicate-hook-id", summary: "Two local hooks have the same id and no alias.", severity: "warning" },
  function* ({ source, hooks, form }) {
    const first = new Map<string, ConfigHook>();
    for (const hook of hooks) {
      if ((hook.repo !== "local" && form === "config") || hook.id === undefined || textAt(hook.view, "alias") !== undefined) continue;
      const known = first.get(hook.id);
      if (known === undefined) first.set(hook.id, hook);
      else
        yield {
          message: form === "manifest" ? `Another hook has the id \`${hook.id}\`.` : `Another local hook has the id \`${hook.id}\`.`,
          at: source.at(rangeAt(hook.view, "id")),
          related: [{ message: "the first one", at: source.at(rangeAt(known.view, "id")) }],
          help: form === "manifest" ? "pre-commit knows the last one alone; give one of them another id." : "Give one of them another id, or an `alias`.",
          data: { hook: hook.id },
        };
    }
  },
);
