// The check: configurations are read, rules judge them, `migrate` is the fix of the migration rules alone.
import { defineCheck, readText } from "@caio/repo-model/check";
import { defaults, type HookConfigOptions } from "./defaults.js";
import type { HookFacts } from "./facts.js";
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
    const entries = await context.files.list({ include: options.files });
    for (const { path, kind } of entries) {
      if (kind === "link" || kind === "submodule" || !context.scope.includes(path) || context.ignores?.(path) === true) continue;
      const source = await readText(context, path);
      if (source === undefined) continue;
      // The YAML reader costs tens of milliseconds to load: only where there is a file to read.
      const { readConfig } = await import("./facts.js");
      yield readConfig(source.text, path);
    }
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
  ],
});
