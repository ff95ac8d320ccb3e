// Reads the files of a run: their candidates, less what the user has settled.
import type { Context } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import { isRepoError, RepoError, sourceText, type RepoPath } from "@caio/repo-model/text";
import { isBinary } from "@caio/repo-model/tree";
import { AllowBook, allowPath, readAllow } from "./allow.js";
import type { SecretScanOptions } from "./defaults.js";
import { partly, sightingsOf, type ScanFacts, type Sighting, type SightingOptions } from "./facts.js";
import { openImports, type Imports } from "./imports.js";
import { besideKeys } from "./judge/beside-keys.js";
import { scanBytes } from "./scan.js";
import { settler, type SettledBy } from "./settled.js";
import { keepYoungSmall } from "./young-generation.js";

/** How many files are asked for ahead where git gives them; from disk, one is read after the other, without waiting. */
const aheadOfGit = 16;

/** What a scan goes by, whichever command runs it. */
export interface ScanSettings {
  readonly imports: Imports;
  readonly book: AllowBook;
  readonly settledBy: SettledBy;
  /** What each file is looked at with. */
  readonly sightingOptions: SightingOptions;
}

/** Opens the allow file and what the repository has of other scanners. Throws `DATA_INVALID` for a broken allow file. */
export async function openSettings(context: Context, options: SecretScanOptions): Promise<ScanSettings> {
  const book = new AllowBook(readAllow(await context.files.text(allowPath)), context.now.slice(0, 10));
  const imports = await openImports(context, options);
  const sightingOptions = { decodeDepth: options.decodeDepth, ...(imports.search === undefined ? {} : { search: imports.search }) };
  return { imports, book, sightingOptions, settledBy: await settler(context, options, imports, book) };
}

/** A file's bytes, where it is scanned: binary and large ones are skipped and counted, unreadable ones are troubles. With `isPassing` they hold until the next call. */
export async function bytesOf(context: Context, path: RepoPath, limit: number, isPassing = false): Promise<Uint8Array | undefined> {
  try {
    const { files } = context;
    const bytes = await (isPassing && files.passing !== undefined ? files.passing(path, limit) : files.bytes(path, limit));
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

/** What package managers put there: other people's, even where somebody committed it. Go's vendored modules begin with a host, Bundler's gems lie in `bundle/ruby`. */
const vendored = /(?:^|\/)(?:node_modules|bower_components|site-packages|vendor\/(?:bundle\/ruby|[\w-]+(?:\.[\w-]+)+))\//;

/** Whether a path is scanned: in the scope, neither ignored nor allowed as a whole; vendored ones are counted. */
export function scannedPath(context: Context, options: SecretScanOptions, { files }: Imports): (path: RepoPath) => boolean {
  const isAllowed = pathMatcher(options.allow.paths);
  const own = new Set<string>([allowPath, ...files]);
  const told = new Set<RepoPath>();
  return (path) => {
    if (!context.scope.includes(path) || context.ignores?.(path) === true || own.has(path) || isAllowed(path)) return false;
    if (!vendored.test(path)) return true;
    if (!told.has(path)) context.skip(path, "vendored");
    told.add(path);
    return false;
  };
}

/** The files that are scanned: regular ones at scanned paths. */
export async function scannedPaths(context: Context, options: SecretScanOptions, imports: Imports): Promise<RepoPath[]> {
  const isScanned = scannedPath(context, options, imports);
  return (await context.files.list()).filter(({ path, kind }) => kind !== "link" && kind !== "submodule" && isScanned(path)).map(({ path }) => path);
}

/** A short word and a number in hexadecimal, as builds name what they make: a language and a digest. */
const builtName = /^[a-z]{2,3}-(?=[a-z]*\d)[0-9a-f]{20,64}$/;

/** Secrets in the name of a file: they stand in every listing, whatever is in the file. */
function inName(path: RepoPath): Sighting[] {
  // Nothing shorter is a token.
  if (!/[A-Za-z0-9_-]{16}/.test(path)) return [];
  const source = sourceText(path, "");
  return scanBytes("name", Buffer.from(path, "utf8")).flatMap((candidate) =>
    candidate.label === "secret" && candidate.kind === "provider-token" && !builtName.test(candidate.value)
      ? [{ candidate: { ...candidate, title: `${candidate.title} in the file's name` }, source, at: source.at([0, 0]) }]
      : [],
  );
}

/** Reads the run's files one after the other, some ahead, and yields what is left to judge. */
export async function* read(context: Context, options: SecretScanOptions): AsyncIterable<ScanFacts> {
  // A run over a change is over before memory is a matter.
  const letGrow = context.scope.since === undefined ? keepYoungSmall() : undefined;
  try {
    yield* readFiles(context, options);
  } finally {
    letGrow?.();
  }
}

async function* readFiles(context: Context, options: SecretScanOptions): AsyncIterable<ScanFacts> {
  const { imports, book, settledBy, sightingOptions } = await openSettings(context, options);
  const paths = await scannedPaths(context, options, imports);
  const ahead = context.scope.since === "index" ? aheadOfGit : 1;
  const withCertificates = besideKeys(context.files);
  const pending: Promise<Uint8Array | undefined>[] = [];
  for (let at = 0; at < paths.length; at++) {
    while (pending.length < ahead && at + pending.length < paths.length)
      pending.push(bytesOf(context, paths[at + pending.length] as RepoPath, options.maxFileSize, ahead === 1));
    const bytes = await pending.shift();
    const path = paths[at] as RepoPath;
    const sightings = [];
    const inFile = bytes === undefined ? [] : sightingsOf(path, bytes, { ...sightingOptions, onPartly: () => context.skip(path, partly) });
    for (const sighting of [...inName(path), ...(await withCertificates(path, inFile))]) {
      if (options.report.includes(sighting.candidate.label) && (await settledBy(sighting)) === undefined) sightings.push(sighting);
    }
    if (sightings.length > 0) yield { sightings, idle: [] };
  }
  if (book.isSpent) {
    context.trouble(
      new RepoError("DATA_INVALID", `\`${allowPath}\` has so many entries for one file that not all of them were compared.`, {
        hint: "Let the file through as a whole: `secret-scan: { allow: { paths: [FILE] } }`.",
      }),
    );
    return;
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
    .filter((entry) => entry.isHistory !== true || book.isExpired(entry))
    .filter((entry) => !book.used.has(entry) && (book.isExpired(entry) || readPaths.has(entry.path) || !all.has(entry.path)))
    .map((entry) => {
      const range = source.lineRange(entry.line) ?? ([0, 0] as const);
      const lineWithEnd = [range[0], source.lineStarts[entry.line] ?? source.text.length] as const;
      return { entry, at: source.at(range), lineWithEnd, isExpired: book.isExpired(entry) };
    });
  if (idle.length > 0) yield { sightings: [], idle };
}
