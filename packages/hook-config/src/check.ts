// The check: configurations are read, rules judge them, `migrate` is the fix of the migration rules alone.
import { defineCheck } from "@caio/repo-model/check";
import { defaults, type HookConfigOptions } from "./defaults.js";
import type { HookFacts } from "./facts.js";
import { readOthers } from "./others/read.js";
import { readConfigs } from "./read-configs.js";
import * as rules from "./rules/index.js";
import { version } from "./version.js";

/** Git-hook configuration that is valid and current. */
export const hookConfig = defineCheck<HookFacts, HookConfigOptions>({
  name: "hook-config",
  summary: "git-hook configuration is valid and current",
  version,
  scope: "file",
  documents: new URL("../docs/rules/", import.meta.url),
  options: { defaults, schema: async () => (await import("./options.js")).schema },
  rules: Object.values(rules),
  async *read(context, options) {
    yield* readConfigs(context, options.files);
    yield* readOthers(context);
  },
  commands: [
    {
      name: "migrate",
      summary: "apply the migrations alone; --diff shows them",
      flags: { "rename-languages": { summary: "also write `unsupported` for `system` and `script` (pre-commit 4.4)" } },
      run: async ({ flags }) => ({
        kind: "rules",
        rules: ["list-form", "sha-key", "sha-and-rev", "python-venv", "pcre-language", "legacy-stage", "minimum-version-too-low"],
        fix: true,
        ...(flags["rename-languages"] === true ? { asked: ["renamed-language"] } : {}),
      }),
    },
    {
      name: "list",
      summary: "all hooks of all managers by stage, with the number of files that they match",
      flags: { files: { summary: "name the files" } },
      run: async (call) => (await import("./ready/list.js")).list(call),
    },
    { name: "ready", summary: "whether the hooks can run on this machine; runs none", run: async (call) => (await import("./ready/command.js")).ready(call) },
  ],
});
