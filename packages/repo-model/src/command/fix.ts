// Fixing: passes over an overlay until nothing overlaps and nothing is left, then one atomic write.
import { runChecks, type EngineRun, type Finding, type Fix, type Outcome } from "../check/index.js";
import { patchOf } from "../report/index.js";
import {
  addTo,
  applyEdits,
  decodeText,
  encodeText,
  escapeControls,
  inertLog,
  overlaps,
  RepoError,
  toBytes,
  type Edit,
  type Range,
  type RepoPath,
} from "../text/index.js";
import { overlayTree, writeFiles, type FileTree } from "../tree/index.js";
import { exitCode } from "./exit-code.js";
import { maskOf } from "./mask.js";
import type { OpenRun } from "./open-run.js";
import type { RunCall } from "./run-call.js";
import { writeReports } from "./write-reports.js";

const mostPasses = 10;

/** A file before and after; undefined where it is not there. */
export interface FileChange {
  readonly path: RepoPath;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
  readonly mode?: number;
}

/** Ranges of a text that share nothing, in their order. */
class TakenRanges {
  private readonly ranges: Range[] = [];

  /** Where a range belongs: behind those that begin before it or where it does. */
  private placeOf([start]: Range): number {
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ranges[middle] as Range)[0] <= start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  overlaps(range: Range): boolean {
    const at = this.placeOf(range);
    // An insertion and a range may begin at one place: two are looked at on each side.
    return this.ranges.slice(Math.max(0, at - 2), at + 2).some((one) => overlaps(one, range));
  }

  add(range: Range): void {
    this.ranges.splice(this.placeOf(range), 0, range);
  }
}

/** The fixes of one pass: whole or not at all, in the order path, start, rule; what overlaps waits. */
export function chooseFixes(findings: readonly Finding[], kinds: readonly string[]): Fix[] {
  const taken = new Map<RepoPath, TakenRanges>();
  const whole = new Set<RepoPath>();
  const seen = new Set<string>();
  const chosen: Fix[] = [];
  for (const { fix } of findings) {
    if (fix === undefined || !kinds.includes(fix.kind)) continue;
    const key = JSON.stringify(fix.edits);
    const isFree = fix.edits.every(
      (edit) => !whole.has(edit.path) && ("range" in edit ? taken.get(edit.path)?.overlaps(edit.range) !== true : !taken.has(edit.path)),
    );
    if (seen.has(key) || !isFree) continue;
    seen.add(key);
    for (const edit of fix.edits) {
      if (!("range" in edit)) {
        whole.add(edit.path);
        continue;
      }
      const ranges = taken.get(edit.path) ?? new TakenRanges();
      ranges.add(edit.range);
      taken.set(edit.path, ranges);
    }
    chosen.push(fix);
  }
  return chosen;
}

/** What edits make of a tree's files. A text that is not valid in its encoding is left as it is. */
export async function applyToTree(files: FileTree, edits: readonly Edit[]): Promise<FileChange[]> {
  const byPath = groupByPath(edits);
  const changes: FileChange[] = [];
  for (const [path, own] of byPath) {
    const before = await files.bytes(path);
    const splices = own.flatMap((edit) => ("range" in edit ? [edit] : []));
    const create = own.find((edit) => "create" in edit);
    const mode = own.flatMap((edit) => ("mode" in edit && edit.mode !== undefined ? [edit.mode] : []))[0];
    let after = before;
    if (own.some((edit) => "remove" in edit)) after = undefined;
    else if (create !== undefined && "create" in create) {
      if (before !== undefined) throw new RepoError("FILE_CHANGED", `\`${path}\` is there already.`);
      after = toBytes(create.create);
    } else if (before !== undefined && splices.length > 0) {
      const decoded = decodeText(before);
      if (!decoded.valid) continue;
      after = encodeText(applyEdits(decoded.text, splices), decoded.encoding);
    }
    changes.push({ path, before, after, ...(mode === undefined ? {} : { mode }) });
  }
  return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function groupByPath(edits: readonly Edit[]): Map<RepoPath, Edit[]> {
  const groups = new Map<RepoPath, Edit[]>();
  for (const edit of edits) addTo(groups, edit.path, edit);
  return groups;
}

/** Whether two states of a file are the same, absence included. */
export const sameBytes = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(b);

/** Whether git takes a file for binary though it is text here: a patch of lines would not apply. */
export const isWide = ({ before }: FileChange): boolean => before !== undefined && decodeText(before).encoding !== "utf-8";

/** The patch of changes, as `git apply` takes it; UTF-16 is left out. */
export function patchOfChanges(changes: readonly FileChange[]): string {
  const text = (bytes: Uint8Array | undefined): string | undefined => (bytes === undefined ? undefined : decodeText(bytes).text);
  return changes
    .filter((change) => !isWide(change) && (change.mode !== undefined || !sameBytes(change.before, change.after)))
    .map(({ path, before, after, mode }) => patchOf(text(before), text(after), path, mode))
    .join("");
}

/** Applies fixes in passes, then prints the patch or writes the files, and reports what is left. */
export async function fixAll(
  call: RunCall,
  opened: OpenRun,
  engine: EngineRun,
  first: Outcome & { readonly files: number },
  kinds: readonly string[],
  isDiff: boolean,
): Promise<0 | 1 | 2> {
  const written = new Map<RepoPath, FileChange>();
  let outcome = first;
  let files = opened.files;
  let applied = 0;
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = chooseFixes(
      outcome.findings.filter((finding) => !opened.isKnown(finding)),
      kinds,
    );
    const changes = (
      await applyToTree(
        files,
        fixes.flatMap(({ edits }) => edits),
      )
    ).filter(({ before, after, mode }) => mode !== undefined || !sameBytes(before, after));
    if (changes.length === 0) break;
    applied += fixes.length;
    for (const change of changes) written.set(change.path, { ...change, before: written.has(change.path) ? written.get(change.path)?.before : change.before });
    files = overlayTree(files, changes);
    outcome = await runChecks({ ...engine, files });
  }
  const changes = [...written.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (isDiff) {
    const mask = await maskOf(call);
    const patch = patchOfChanges(changes);
    // A patch with a masked line would not apply, so such a line is said and the file left out.
    if (mask(patch) !== patch) call.io.warn("The patch holds a secret; its lines are masked, so it does not apply as it is.\n");
    await call.io.write(mask(patch));
    for (const { path } of changes.filter(isWide))
      call.io.warn(inertLog(`${escapeControls(path)} is UTF-16, which a patch cannot hold: \`--fix\` changes it.\n`));
    call.io.warn(`${applied} ${applied === 1 ? "fix" : "fixes"} in ${changes.length} ${changes.length === 1 ? "file" : "files"}; nothing was written.\n`);
    const final = { ...first, troubles: [...opened.troubles, ...first.troubles] };
    for (const trouble of final.troubles) call.io.warn(inertLog(`${mask(escapeControls(trouble.message))}\n`));
    return exitCode(final, opened.maxWarnings, opened.isKnown);
  }
  const { troubles, own } = await writeChanges(call, opened, changes);
  // What was not written is still there, and still found.
  if (own.length < changes.length) outcome = await runChecks({ ...engine, files: overlayTree(opened.files, own) });
  const final = { ...outcome, troubles: [...opened.troubles, ...outcome.troubles, ...troubles] };
  if (call.args.reporters.length === 0 && own.length > 0)
    call.io.warn(
      `Fixed ${own.length === changes.length ? `${applied} in ` : ""}${own.length} ${own.length === 1 ? "file" : "files"}: ${own.map(({ path }) => escapeControls(path)).join(", ")}\n`,
    );
  await writeReports(call, opened, final);
  return exitCode(final, opened.maxWarnings, opened.isKnown);
}

/** Under `--staged` a working file is written only where it equals the staged bytes; the index is never touched. */
async function writeChanges(call: RunCall, opened: OpenRun, changes: readonly FileChange[]): Promise<{ troubles: RepoError[]; own: FileChange[] }> {
  const troubles: RepoError[] = [];
  const own: FileChange[] = [];
  for (const change of changes) {
    const onDisk = call.args.flags["staged"] === true ? await opened.repository.files.bytes(change.path) : change.before;
    if (sameBytes(onDisk, change.before)) own.push(change);
    else
      troubles.push(
        new RepoError("FILE_CHANGED", `\`${change.path}\` has changes that are not staged, so it was not fixed.`, {
          hint: "Stage or stash them, then run again.",
        }),
      );
  }
  await writeFiles(opened.repository.root, own, opened.repository.files);
  return { troubles, own };
}
