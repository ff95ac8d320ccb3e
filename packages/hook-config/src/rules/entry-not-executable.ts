// entry-not-executable: a hook whose own command may not be run.
import { entries } from "../ready/own-entries.js";
import { configRule } from "./fault-rule.js";

export const entryNotExecutable = configRule(
  { id: "entry-not-executable", summary: "A hook's command is a file of the repository that is not executable.", severity: "error" },
  function* ({ source, hooks, form, around, hasErrors, folder }) {
    if (around?.hasModes !== true || hasErrors) return;
    const kinds = new Map(around.files.map(({ path, kind }) => [path, kind]));
    for (const { hook, file, range } of entries(hooks, form)) {
      if (!file.mustRun || kinds.get(folder + file.path) !== "file") continue;
      yield {
        message: `The hook \`${hook.id ?? ""}\` runs \`${file.path}\`, which is not executable.`,
        at: source.at(range),
        help: `\`git update-index --chmod=+x ${file.path}\` makes it so.`,
        // `caio hook-config ready` tells it as an error: there it is known.
        severity: "warning",
        data: { hook: hook.id ?? null, path: folder + file.path },
      };
    }
  },
);
