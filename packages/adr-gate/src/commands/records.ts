// The records of the state that a command looks at.
import type { Context } from "@caio/repo-model/check";
import type { RepoPath } from "@caio/repo-model/text";
import type { AdrGateOptions } from "../defaults.js";
import { textIn } from "../event/gather.js";
import { isInFolders } from "../records/record-path.js";
import type { DecisionRecord } from "../records/read-record.js";
import { recordShelf, type RecordShelf } from "../records/record-shelf.js";

/** Markdown files in the folders of `adr.dirs`, with their texts. */
export async function recordTexts({ files }: Pick<Context, "files">, { adr }: AdrGateOptions): Promise<Readonly<Record<RepoPath, string>>> {
  const texts: Record<string, string> = Object.create(null);
  for (const { path, kind } of await files.list()) {
    if (kind === "link" || kind === "submodule" || !isInFolders(path, adr.dirs) || !/\.(?:md|markdown)$/i.test(path)) continue;
    const text = await textIn(files, path);
    if (text !== undefined) texts[path] = text;
  }
  return texts;
}

/** The records on a shelf. */
export async function readShelf(context: Pick<Context, "files">, options: AdrGateOptions): Promise<RecordShelf> {
  return recordShelf(await recordTexts(context, options), options.adr.dirs, options.acceptedStatuses);
}

/** Each record, by path. */
export function recordsOn(shelf: RecordShelf): readonly DecisionRecord[] {
  return shelf.paths.flatMap((path) => shelf.at(path) ?? []);
}
