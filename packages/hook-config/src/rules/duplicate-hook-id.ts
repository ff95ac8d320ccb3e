// duplicate-hook-id: two local hooks of one id, which no command can tell apart.
import { defineRule } from "@caio/repo-model/check";
import { child } from "@caio/repo-model/data";
import type { ConfigFacts, ConfigHook } from "../facts.js";

export const duplicateHookId = defineRule<ConfigFacts, unknown>({
  id: "duplicate-hook-id",
  summary: "Two local hooks have the same id and no alias.",
  severity: "warning",
  *find({ source, hooks }) {
    const first = new Map<string, ConfigHook>();
    for (const hook of hooks) {
      const id = child(hook.node, "id");
      if (hook.repo !== "local" || hook.id === undefined || id === undefined || child(hook.node, "alias") !== undefined) continue;
      const known = first.get(hook.id);
      if (known === undefined) first.set(hook.id, hook);
      else
        yield {
          message: `Another local hook has the id \`${hook.id}\`.`,
          at: source.at(id.range),
          related: [{ message: "the first one", at: source.at(child(known.node, "id")?.range ?? known.node.range) }],
          help: "Give one of them another id, or an `alias`.",
          data: { hook: hook.id },
        };
    }
  },
});
