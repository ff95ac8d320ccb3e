// Files of the repository that hooks of pre-commit run.
import type { Range } from "@caio/repo-model/text";
import { rangeAt, textAt, type ConfigHook } from "../facts.js";
import type { FileForm } from "../migrate/changes.js";
import { entryCommand, type NamedFile } from "./entry.js";

const scripts = new Set(["script", "unsupported_script"]);
const systems = new Set(["system", "unsupported"]);

/** Each file that a hook's entry names; of a remote hook the manifest has it. */
export function* entries(
  hooks: readonly ConfigHook[],
  form: FileForm,
): Iterable<{ readonly hook: ConfigHook; readonly file: NamedFile; readonly range: Range }> {
  for (const hook of hooks) {
    const { view, repo } = hook;
    const language = textAt(view, "language") ?? "";
    const entry = textAt(view, "entry");
    if (entry === undefined || (form === "config" && repo !== "local")) continue;
    // A manifest's `system` entry runs in the repository that uses it.
    if (!scripts.has(language) && !(systems.has(language) && form === "config")) continue;
    for (const file of entryCommand(entry, scripts.has(language))?.files ?? []) yield { hook, file, range: rangeAt(view, "entry") };
  }
}
