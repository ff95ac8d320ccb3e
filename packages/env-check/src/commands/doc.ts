// `doc`: writes the set-up document's section, or with `--check` compares it.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { writeSection } from "@caio/repo-model/sections";
import { repoPath } from "@caio/repo-model/text";
import { collect, readProject } from "../collect.js";
import type { EnvCheckOptions } from "../defaults.js";
import { needsOf } from "../needs.js";
import { sectionName, setupDocument } from "../setup-document.js";
import { setupTool } from "../setup-tool.js";

/** Throws `SECTION_EDITED` and `SECTION_MARKERS` as the sections room does. */
export async function runDoc({ context, options, flags }: CommandCall<EnvCheckOptions>): Promise<CommandResult> {
  const facts = await collect(context, options);
  const { paths } = await readProject(context);
  const path = repoPath(options.document);
  const content = setupDocument({
    needs: needsOf(facts),
    hooks: facts.hooks,
    manifests: facts.manifests,
    tool: setupTool(new Set<string>(paths), facts.manifests),
  });
  const source = await context.files.text(path);
  const { edits } = writeSection(source, path, sectionName, content, { force: flags["force"] === true, before: "# Local validation set-up" });
  return { kind: "write", edits, summary: path };
}
