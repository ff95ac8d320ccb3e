// Copies against their canonical one.
import type { Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import { addTo, folderOf, RepoError } from "@caio/repo-model/text";
import type { FileEntry } from "@caio/repo-model/tree";
import type { GroupOption } from "../defaults.js";
import { readCopies, type Copy } from "./copies.js";
import type { DeclaredSource, StatusFile } from "./declared.js";
import type { Conflict } from "./directed.js";
import { identity } from "./entity.js";
import type { ReadingOptions } from "./statements.js";
import type { Statement } from "./statement.js";

/** A copy that says something else than the canonical one. */
export interface CopyConflict {
  readonly statement: Statement;
  readonly canonical: Statement;
  /** Statements of the same copy: its style. */
  readonly siblings: readonly Statement[];
}

const extensionOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
const recordOf = (path: string, same: GroupOption["same"]): string => (same === "folder" ? folderOf(path) : path.replace(/\.[^./]+$/, ""));

/** The files of a group, by record. A file that two groups claim would be fixed to and fro: it is told, and in neither. */
function recordsOf(context: Context, groups: readonly GroupOption[], entries: readonly FileEntry[]): Map<GroupOption, Map<string, FileEntry[]>> {
  const claims = new Map<string, number>();
  const matching = groups.map((group) => {
    const isOf = pathMatcher(typeof group.files === "string" ? [group.files] : group.files);
    const own = entries.filter(({ path, kind }) => kind !== "link" && kind !== "submodule" && isOf(path) && context.ignores?.(path) !== true);
    for (const { path } of own) claims.set(path, (claims.get(path) ?? 0) + 1);
    return { group, own };
  });
  for (const [path, count] of claims)
    if (count > 1) context.trouble(new RepoError("CONFIG_INVALID", `Two groups of doc-sync hold \`${path}\`.`, { hint: "Let one of them have it." }));
  return new Map(
    matching.map(({ group, own }) => {
      const records = new Map<string, FileEntry[]>();
      for (const entry of own) {
        if ((claims.get(entry.path) ?? 0) > 1) continue;
        const key = recordOf(entry.path, group.same);
        addTo(records, key, entry);
      }
      return [group, records];
    }),
  );
}

const placeOf = ({ source, token }: Statement): string => `${source.path}\0${token.range[0]}`;

/** The conflicts of all groups. A source outranks them: what a source decides about is left to it. */
export async function copyConflicts(
  context: Context,
  groups: readonly GroupOption[],
  declared: readonly DeclaredSource[],
  conflicts: readonly Conflict[],
  read: (path: FileEntry["path"]) => Promise<StatusFile | undefined>,
  readingOf: (file: StatusFile) => ReadingOptions,
): Promise<CopyConflict[]> {
  if (groups.length === 0) return [];
  const governed = new Set(
    declared.flatMap(({ entries, mirrors }) =>
      mirrors.flatMap(({ statements }) => statements.filter(({ label }) => entries.get(identity(label))?.entry.token !== undefined).map(placeOf)),
    ),
  );
  const corrected = new Set(conflicts.map(({ statement }) => placeOf(statement)));
  const found: CopyConflict[] = [];
  for (const [group, records] of recordsOf(context, groups, await context.files.list())) {
    for (const entries of records.values()) {
      if (entries.length < 2) continue;
      const files: StatusFile[] = [];
      for (const { path } of entries) {
        const file = await read(path);
        if (file !== undefined) files.push(file);
      }
      const copies = readCopies(files, group.pointer, readingOf);
      const own = copies.filter(({ source }) => extensionOf(source.path) === group.canonical.toLowerCase().replace(/^\./, ""));
      const [canonical, second] = own;
      if (canonical === undefined || second !== undefined) continue;
      for (const copy of copies) if (copy !== canonical) for (const one of compare(canonical, copy, governed, corrected)) found.push(one);
    }
  }
  return found;
}

function compare(canonical: Copy, copy: Copy, governed: ReadonlySet<string>, corrected: ReadonlySet<string>): CopyConflict[] {
  return [...copy.statements].flatMap(([key, statement]): CopyConflict[] => {
    const truth = canonical.statements.get(key);
    if (truth === undefined || truth.token.fits.has(statement.token.state) || statement.token.fits.has(truth.token.state)) return [];
    // Where the canonical one is itself to be corrected by a source, its copies follow in the next run.
    if (governed.has(placeOf(statement)) || corrected.has(placeOf(truth))) return [];
    return [{ statement, canonical: truth, siblings: copy.all }];
  });
}
