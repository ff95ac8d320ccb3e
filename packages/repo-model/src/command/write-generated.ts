// Generators: their edits are written, or with `--check` compared.
import { writeFiles } from "../tree/index.js";
import { escapeControls, inertLog, type Edit } from "../text/index.js";
import { applyToTree, isWide, patchOfChanges, sameBytes } from "./fix.js";
import { maskOf } from "./mask.js";
import type { OpenRun } from "./open-run.js";
import type { RunCall } from "./run-call.js";

/** Exit 1 and a patch with `--check` or `--diff` when something is out of date. */
export async function writeGenerated(call: RunCall, opened: OpenRun, edits: readonly Edit[], summary: string): Promise<0 | 1> {
  const changes = await applyToTree(opened.files, edits);
  const isCurrent = changes.every(({ before, after, mode }) => mode === undefined && sameBytes(before, after));
  const { check, diff, quiet } = call.args.flags;
  if (check === true || diff === true) {
    const mask = await maskOf(call);
    await call.io.write(mask(patchOfChanges(changes)));
    for (const { path } of changes.filter(isWide)) call.io.warn(inertLog(`${escapeControls(path)} is UTF-16, which a patch cannot hold.\n`));
    return isCurrent ? 0 : 1;
  }
  await writeFiles(opened.repository.root, changes, opened.repository.files);
  if (quiet !== true) await call.io.write(`${isCurrent ? "Up to date" : "Written"}: ${escapeControls(summary)}\n`);
  return 0;
}
