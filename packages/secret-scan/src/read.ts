// Reads the files of a run: their candidates, less what the user has settled.
import type { Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import { isRepoError, type RepoPath } from "@caio/repo-model/text";
import { isBinary } from "@caio/repo-model/tree";
import { AllowBook, allowPath, readAllow } from "./allow.js";
import type { SecretScanOptions } from "./defaults.js";
import { sightingsOf, type ScanFacts, type Sighting } from "./facts.js";

/** How many files are read ahead. */
const ahead = 16;
// The words by which users of gitleaks and detect-secrets mark a line.
const marked = /gitleaks:allow|pragma: ?allowlist secret/i;

function isMarked({ source, at }: Sighting): boolean {
  const [from, to] = source.lineRange(at.start.line) ?? [0, 0];
  if (marked.test(source.text.slice(from, to))) return true;
  const above = source.lineRange(at.start.line - 1);
  return above !== undefined && /pragma: ?allowlist nextline secret/i.test(source.text.slice(...above));
}

/** Whether the options settle a candidate. Throws `PATTERN_INVALID` for a pattern that cannot be read. */
export async function settledBy(options: SecretScanOptions): Promise<(sighting: Sighting) => boolean> {
  const off = new Set(options.providersOff);
  const { re2Matcher } = options.allow.patterns.length === 0 ? { re2Matcher: undefined } : await import("@caio/repo-model/patterns");
  const patterns = re2Matcher === undefined ? [] : options.allow.patterns.map((pattern) => re2Matcher(`^(?:${pattern})$`));
  return (sighting) => {
    const { provider, value } = sighting.candidate;
    return (provider !== undefined && off.has(provider)) || patterns.some((matches) => matches(value)) || isMarked(sighting);
  };
}

/** A file's bytes, where it is scanned: binary and large ones are skipped and counted, unreadable ones are troubles. */
export async function bytesOf(context: Context, path: RepoPath, limit: number): Promise<Uint8Array | undefined> {
  try {
    const bytes = await context.files.bytes(path);
    if (bytes === undefined) return undefined;
    const reason = bytes.length > limit ? "too large" : isBinary(bytes) ? "binary" : undefined;
    if (reason === undefined) return bytes;
    context.skip(path, reason);
  } catch (error) {
    if (!isRepoError(error)) throw error;
    if (error.code === "FILE_TOO_LARGE") context.skip(path, "too large");
    else context.trouble(error);
  }
  return undefined;
}

/** What package managers put there: other people's, even where somebody committed it. */
const vendored = /(?:^|\/)(?:node_modules|bower_components|site-packages)\//;

/** The files that are scanned: regular ones, not vendored, in the scope, neither ignored nor allowed as a whole. */
export async function scannedPaths(context: Context, options: SecretScanOptions): Promise<RepoPath[]> {
  const isAllowed = pathMatcher([...options.allow.paths, `/${allowPath}`]);
  const entries = await context.files.list();
  return entries
    .filter(
      ({ path, kind }) =>
        kind !== "link" && kind !== "submodule" && context.scope.includes(path) && context.ignores?.(path) !== true && !isAllowed(path) && !vendored.test(path),
    )
    .map(({ path }) => path);
}

/** The allow file's entries of this run. */
export async function openAllow(context: Context): Promise<AllowBook> {
  return new AllowBook(readAllow(await context.files.text(allowPath)), context.now.slice(0, 10));
}

/** Reads the run's files one after the other, some ahead, and yields what is left to judge. */
export async function* read(context: Context, options: SecretScanOptions): AsyncIterable<ScanFacts> {
  const book = await openAllow(context);
  const isSettled = await settledBy(options);
  const paths = await scannedPaths(context, options);
  const pending: Promise<Uint8Array | undefined>[] = [];
  for (let at = 0; at < paths.length; at++) {
    while (pending.length < ahead && at + pending.length < paths.length)
      pending.push(bytesOf(context, paths[at + pending.length] as RepoPath, options.maxFileSize));
    const bytes = await pending.shift();
    if (bytes === undefined) continue;
    const sightings = sightingsOf(paths[at] as RepoPath, bytes).filter(
      (sighting) =>
        options.report.includes(sighting.candidate.label) &&
        !isSettled(sighting) &&
        book.entryFor(sighting.candidate.kind, sighting.at.path, sighting.candidate.value) === undefined,
    );
    if (sightings.length > 0) yield { sightings, idle: [] };
  }
  yield* idleEntries(context, book, paths);
}

/** Entries that held for nothing, told where every file that they name was read. */
async function* idleEntries(context: Context, book: AllowBook, paths: readonly RepoPath[]): AsyncIterable<ScanFacts> {
  const source = book.entries.length === 0 ? undefined : await context.files.text(allowPath);
  if (source === undefined || context.scope.since !== undefined) return;
  const readPaths = new Set<string>(paths);
  const all = new Set<string>((await context.files.list()).map(({ path }) => path));
  const idle = book.entries
    .filter((entry) => !book.used.has(entry) && (book.isExpired(entry) || readPaths.has(entry.path) || !all.has(entry.path)))
    .map((entry) => ({ entry, at: source.at(source.lineRange(entry.line) ?? [0, 0]), isExpired: book.isExpired(entry) }));
  if (idle.length > 0) yield { sightings: [], idle };
}
