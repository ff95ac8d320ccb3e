// Reads pre-commit's files, and what of the repository their rules need.
import { readText, type Context } from "@caio/repo-model/check";
import type { ConfigFacts } from "./facts.js";

/** Keys that ask for tags which a name may not give. */
const asksForTags = /\b(?:types|types_or|exclude_types)\b/;

/** The facts of each file of pre-commit's. */
export async function* readConfigs(context: Context, files: readonly string[]): AsyncIterable<ConfigFacts> {
  const entries = await context.files.list({ include: files });
  for (const { path, kind } of entries) {
    if (kind === "link" || kind === "submodule" || !context.scope.includes(path) || context.ignores?.(path) === true) continue;
    const source = await readText(context, path);
    if (source === undefined) continue;
    // Loaded where there is a file to read: start-up does not pay for it.
    const { readConfig } = await import("./facts.js");
    const { readSurroundings } = await import("./files/surroundings.js");
    yield readConfig(source.text, path, await readSurroundings(context, asksForTags.test(source.text)));
  }
}
