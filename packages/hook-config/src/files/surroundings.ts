// What of the repository the rules of reach need: its files with their tags, and the hooks that this clone has installed.
import type { Context, Machine } from "@caio/repo-model/check";
import { readGitHooks } from "@caio/repo-model/hooks";
import { isRepoError } from "@caio/repo-model/text";
import { needsBytes, tagsOf, type TaggedFile } from "./tags.js";

/** What is known of the repository beside one file. */
export interface Surroundings {
  readonly files: readonly TaggedFile[];
  /** Whether the modes of files are known. */
  readonly hasModes: boolean;
  /** Hook types that pre-commit has installed in this clone; absent where none is, or that cannot be known. */
  readonly installed?: readonly string[];
}

/** Files whose bytes are asked for their tags. Beyond, their tags stay unknown. */
const mostRead = 2000;

/** The files and what is installed. `needsTags` where hooks ask for more than a name can tell. */
export async function readSurroundings(context: Context, needsTags: boolean): Promise<Surroundings> {
  const entries = (await context.files.list()).filter(({ tracked }) => tracked !== false);
  const files: TaggedFile[] = [];
  let read = 0;
  for (const { path, kind } of entries) {
    const asks = needsTags && (kind === "file" || kind === "executable") && needsBytes(path);
    if (!asks || ++read > mostRead) {
      files.push({ path, kind, tags: tagsOf(path, kind, undefined), isSure: !asks });
      continue;
    }
    const bytes = await context.files.bytes(path).catch((error: unknown) => {
      if (!isRepoError(error)) throw error;
      return undefined;
    });
    files.push({ path, kind, tags: tagsOf(path, kind, bytes?.subarray(0, 4096)), isSure: bytes !== undefined });
  }
  const installed =
    context.machine === undefined ? undefined : installedTypes(context.machine, context.repository.root).filter(({ by }) => by === "pre-commit");
  return {
    files,
    hasModes: entries.some(({ tracked }) => tracked === true),
    ...(installed === undefined || installed.length === 0 ? {} : { installed: installed.map(({ type }) => type) }),
  };
}

/** One hook that git would run. */
export interface InstalledHook {
  readonly type: string;
  readonly by: "pre-commit" | "other";
}

/** The hooks that git runs in this clone. */
export function installedTypes(machine: Machine, root: string): readonly InstalledHook[] {
  return (readGitHooks(machine, root)?.scripts ?? [])
    .filter(({ isExecutable }) => isExecutable)
    .map(({ stage, by }) => ({ type: stage, by: by === "pre-commit" || by === "prek" ? "pre-commit" : "other" }));
}
