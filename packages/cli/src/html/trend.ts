// Earlier JSON reports as points of a trend.
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { escapeControls, RepoError } from "@caio/repo-model/text";
import type { ViewRun } from "./view.js";

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function readRun(name: string, text: string): ViewRun {
  let summary: Record<string, unknown> | undefined;
  try {
    summary = (JSON.parse(text) as { summary?: Record<string, unknown> } | null)?.summary;
  } catch {
    summary = undefined;
  }
  const { errors, warnings, notes } = summary ?? {};
  if (!isCount(errors) || !isCount(warnings) || !isCount(notes))
    throw new RepoError("DATA_INVALID", `\`${name}\` is no JSON report.`, { hint: "`--reporter json=FILE` writes one; `--trend` takes a folder of them." });
  return { name: escapeControls(name.replace(/\.json$/, "")), errors, warnings, notes };
}

/** The `.json` files of a folder in the order of their names: a report holds no time. Throws FILE_MISSING and DATA_INVALID. */
export async function readTrend(folder: string | undefined, cwd: string): Promise<ViewRun[]> {
  if (folder === undefined) return [];
  const at = resolve(cwd, folder);
  const entries = await readdir(at, { withFileTypes: true }).catch(() => {
    throw new RepoError("FILE_MISSING", `The folder \`${folder}\` cannot be read.`, { hint: "`--trend` takes a folder with earlier JSON reports." });
  });
  const runs: ViewRun[] = [];
  // A link may lead out of the repository, a FIFO waits for who writes.
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".json")).map(({ name }) => name);
  for (const name of names.toSorted()) runs.push(readRun(name, await readFile(join(at, name), "utf8")));
  return runs;
}
