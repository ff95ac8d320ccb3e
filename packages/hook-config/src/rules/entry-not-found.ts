// entry-not-found: a hook that runs a file which the repository does not have.
import { entries } from "../ready/own-entries.js";
import { configRule } from "./fault-rule.js";

export const entryNotFound = configRule(
  { id: "entry-not-found", summary: "A hook runs a file that the repository does not have.", severity: "error" },
  function* ({ source, hooks, form, around, hasErrors, folder }) {
    if (around === undefined || around.files.length === 0 || hasErrors) return;
    const paths = new Set(around.files.map(({ path }) => path));
    for (const { hook, file, range } of entries(hooks, form)) {
      const path = folder + file.path;
      // What is below a folder that the repository lacks may be another's: a submodule, something that is made.
      if (paths.has(path) || around.files.some((one) => one.path.startsWith(`${path}/`))) continue;
      yield {
        message: `The hook \`${hook.id ?? ""}\` runs \`${file.path}\`, which the repository does not have.`,
        at: source.at(range),
        help: "Paths are read from the root of the repository, not from the folder in which git was called.",
        // `caio hook-config ready` tells it as an error: there it is known.
        severity: "warning",
        data: { hook: hook.id ?? null, path },
      };
    }
  },
);
