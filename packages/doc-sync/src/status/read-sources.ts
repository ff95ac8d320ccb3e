// The declared sources of a configuration with their mirrors, read; what cannot be read is told as a fault of the configuration.
import type { Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import { RepoError, repoPath, type RepoPath } from "@caio/repo-model/text";
import type { DocSyncOptions } from "../defaults.js";
import type { Document } from "../links/link-facts.js";
import { readDeclared, type DeclaredSource, type StatusFile } from "./declared.js";
import { readStatusFile, withFrontMatter } from "./status-files.js";
import type { ReadingOptions } from "./statements.js";

/** Reads all sources. Files that are links, and mirrors that are ignored, are not read. */
export async function readSources(
  context: Context,
  options: DocSyncOptions,
  known: ReadonlyMap<RepoPath, Document>,
  readingOf: (file: StatusFile) => ReadingOptions,
): Promise<DeclaredSource[]> {
  if (options.sources.length === 0) return [];
  const entries = await context.files.list();
  const isIgnored = pathMatcher(options.ignore.files);
  const declared: DeclaredSource[] = [];
  for (const option of options.sources) {
    const path = option.file.replace(/^\.?\//, "");
    const isThere = entries.some((entry) => entry.path === path);
    const file = isThere ? await readStatusFile(context, known, repoPath(path)) : undefined;
    if (file === undefined) {
      context.trouble(
        new RepoError("CONFIG_INVALID", `The source \`${option.id}\` of doc-sync names \`${option.file}\`, which is not there.`, { hint: "Correct `file`." }),
      );
      continue;
    }
    const mirrors: { option: DocSyncOptions["mirrors"][number]; file: StatusFile }[] = [];
    for (const mirror of options.mirrors.filter(({ source }) => source === option.id)) {
      const isMirror = pathMatcher(mirror.files);
      for (const entry of entries) {
        if (!isMirror(entry.path) || isIgnored(entry.path) || entry.kind === "link" || entry.kind === "submodule" || context.ignores?.(entry.path) === true)
          continue;
        const one = await readStatusFile(context, known, entry.path);
        if (one !== undefined)
          mirrors.push({ option: mirror, file: mirror.pointer === undefined && mirror.select?.pointer === undefined ? one : await withFrontMatter(one) });
      }
    }
    const own = readDeclared(option, option.select.pointer === undefined ? file : await withFrontMatter(file), mirrors, readingOf);
    if (own.problem !== undefined)
      context.trouble(
        new RepoError("CONFIG_INVALID", `The source \`${option.id}\`: ${own.problem.message}`, {
          at: file.source.at(own.problem.range),
          hint: own.problem.hint,
        }),
      );
    declared.push(own);
  }
  return declared;
}
