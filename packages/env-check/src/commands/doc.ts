// `doc`: writes the set-up document's section, or with `--check` compares it.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { writeSection } from "@caio/repo-model/sections";
import { collect } from "../collect.js";
import type { EnvCheckOptions } from "../defaults.js";
import { sectionName } from "../setup-document.js";

/** Throws `SECTION_EDITED` and `SECTION_MARKERS` as the sections room does. */
export async function runDoc({ context, options, flags }: CommandCall<EnvCheckOptions>): Promise<CommandResult> {
  const facts = await collect(context, options);
  if (facts.document === undefined) return { kind: "text", text: "There are no hooks to tell of.\n" };
  const { path, source, wanted: content } = facts.document;
  const { edits } = writeSection(source, path, sectionName, content, { force: flags["force"] === true, before: "# Local validation set-up" });
  return { kind: "write", edits, summary: path };
}
