// Generators: their edits are written, or with `--check` compared.
import { writeFiles } from "../tree/index.js";
import type { Edit } from "../text/index.js";
import { applyToTree, patchOfChanges } from "./fix.js";
import type { OpenRun } from "./open-run.js";
import type { RunCall } from "./run-call.js";

/** Exit 1 and a patch with `--check` or `--diff` when something is out of date. */
export async function writeGenerated(call: RunCall, opened: OpenRun, edits: readonly Edit[], summary: string): Promise<0 | 1> {
  const changes = await applyToTree(opened.files, edits);
  const patch = patchOfChanges(changes);
  const { check, diff, quiet } = call.args.flags;
  if (check === true || diff === true) {
    await call.io.write(patch);
    return patch === "" ? 0 : 1;
  }
  await writeFiles(opened.repository.root, changes);
  if (quiet !== true) await call.io.write(patch === "" ? `Up to date: ${summary}\n` : `Written: ${summary}\n`);
  return 0;
}
