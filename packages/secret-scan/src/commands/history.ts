// `caio secret-scan history`: what every commit adds, each secret once, with the commit that brought it.
import type { Command, CommandCall, Context, Draft, Severity } from "@caio/repo-model/check";
import type { GitHistory } from "@caio/repo-model/git";
import { RepoError, type RepoPath } from "@caio/repo-model/text";
import { isBinary } from "@caio/repo-model/tree";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, sightingsOf, type Sighting, type SightingOptions } from "../facts.js";
import { replacementLine } from "../filter-repo.js";
import { beginReading, type Reading } from "../history/reading.js";
import { besidePastKeys } from "../judge/beside-keys.js";
import { messagePath, searchHistory, type Found, type Occurrence } from "../history/search.js";
import { tipsOf, tipsText, type Tips } from "../history/tips.js";
import { openSettings, scannedPath } from "../read.js";

/** The range that an operand means; throws USAGE for three dots, which mean something else to git. */
function rangeOf(operand: string | undefined): { from?: string; to?: string } {
  if (operand === undefined) return {};
  if (operand.includes("...")) throw new RepoError("USAGE", `\`${operand}\` is no range: \`FROM..TO\` has two dots.`);
  const [from, to] = operand.split("..");
  return to === undefined ? { to: operand } : { ...(from === "" || from === undefined ? {} : { from }), to: to === "" ? "HEAD" : to };
}

/** The repository's git, or why there is no history to be read. */
async function gitOf({ git, files }: Context): Promise<GitHistory> {
  if (git !== undefined) return git;
  const names = new Set<string>((await files.list()).map(({ path }) => path));
  if (names.has("HEAD") && names.has("config") && [...names].some((name) => name.startsWith("objects/"))) {
    throw new RepoError("GIT_UNSUPPORTED", "This is a bare repository, which has no files of its own.", { hint: "Clone it, and run `history` in the clone." });
  }
  throw new RepoError("NOT_A_REPOSITORY", "`history` needs a git repository, and there is none here.", { hint: "Run it inside a git repository." });
}

const digits = (of: number): string => String(of).padStart(9, "0");

type Place = readonly [Sighting, Occurrence];

const keyOf = ({ kind, value }: { readonly kind: string; readonly value: string }): string => `${kind} ${value}`;

/** What was seen in a whole file; of a key, whether a certificate beside it says that it is none. */
interface Judged {
  readonly sighting: Sighting;
  readonly isByCertificate: boolean;
}

/** Files that are held while secrets of them are looked for: those of one commit come one after the other. */
const mostHeld = 4;

/** Gives the place of a secret where it stood first, as the whole file shows it; undefined where the file says that it is none. A file is read once for many. */
function placeFinder(git: GitHistory, context: Context, options: SightingOptions): (found: Found) => Promise<Place | undefined> {
  const held = new Map<string, ReadonlyMap<string, Judged>>();
  const withCertificates = besidePastKeys(context.files, (commit) => git.tree(commit));
  const read = async ({ path, commit }: Occurrence): Promise<ReadonlyMap<string, Judged>> => {
    const bytes = path === messagePath ? Buffer.from(await git.message(commit.id), "utf8") : await git.bytesAt(commit.id, path);
    if (bytes !== undefined && isBinary(bytes)) context.skip(path, "binary");
    const inFile = bytes === undefined || isBinary(bytes) ? [] : sightingsOf(path, bytes, { ...options, commit: commit.id });
    const sightings = await withCertificates(commit.id)(path, inFile);
    const judged = sightings.map((sighting, at): Judged => ({ sighting, isByCertificate: sighting !== inFile[at] }));
    // The first of a value counts: it is set last.
    return new Map(judged.toReversed().map((one) => [keyOf(one.sighting.candidate), one]));
  };
  return async (found) => {
    let place: Place | undefined;
    for (const occurrence of found.first) {
      const name = `${occurrence.commit.id}:${occurrence.path}`;
      let all = held.get(name);
      if (all === undefined) {
        all = await read(occurrence);
        held.set(name, all);
        const [oldest] = held.keys();
        if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
      }
      const one = all.get(keyOf(found));
      // What its certificate says of a key holds for each of its places.
      if (one?.isByCertificate === true) return undefined;
      if (one?.sighting.candidate.label === "secret") place ??= [one.sighting, occurrence];
      if (place !== undefined && found.kind !== "private-key") break;
    }
    return place;
  };
}

/** Revoking first; then the text alone is taken out of the history. */
function historyHelp(help: string, { candidate, at }: Sighting, commit: string, isAtHead: boolean): string {
  const advice = help.replace(/ If it is no secret: [^]*$/, "");
  const line = replacementLine(candidate.kind, candidate.value) ?? "literal:THE SECRET==>REMOVED";
  const flag = at.path === messagePath ? "--replace-message" : "--replace-text";
  const place = isAtHead ? at.path : `${commit.slice(0, 12)}:${at.path}`;
  return `${advice} Whoever has a clone has it already, so that revoking comes first. \`git filter-repo ${flag} FILE\` then takes it out of the history, with this line in FILE: \`${line}\`. If it is no secret: \`caio secret-scan triage --label example --reason "…" ${place}\`.`;
}

type HistoryDraft = Draft & { readonly rule: string; readonly severity: Severity };

function* draftsAt([sighting, { commit }]: Place, tips: Tips, options: SecretScanOptions): Iterable<HistoryDraft> {
  const { kind, value } = sighting.candidate;
  const line = replacementLine(kind, value);
  for (const draft of draftsOf(kind, { sightings: [sighting], idle: [] }, { ...options, report: ["secret"] })) {
    const where = sighting.at.path === messagePath ? "in the commit's message" : "";
    yield {
      ...draft,
      rule: kind,
      severity: "error",
      message: `${draft.message.slice(0, -1)}; since commit ${commit.id.slice(0, 10)} of ${commit.authorDate.slice(0, 10)}${where === "" ? "" : `, ${where}`}, ${tipsText(tips)}.`,
      help: historyHelp(draft.help ?? "", sighting, commit.id, tips.isAtHead),
      data: {
        ...draft.data,
        commit: commit.id,
        authorDate: commit.authorDate,
        atHead: tips.isAtHead,
        branches: tips.branches,
        tags: tips.tags,
        ...(line === undefined ? {} : { filterRepo: line }),
      },
    };
  }
}

/** Names a partial clone, which git itself tells in many words. */
function faultOf(error: RepoError): RepoError {
  if (!/promisor|lazy fetching|could not fetch|unable to read|missing blob|bad object|protocol/i.test(error.message)) return error;
  return new RepoError("GIT_UNSUPPORTED", "The clone is partial: the content of its history is not all here, and only a part was scanned.", {
    hint: "`git fetch --refetch --no-filter` first, or clone without `--filter`.",
    cause: error,
  });
}

/** Runs `history`. */
export async function history(call: CommandCall<SecretScanOptions>): ReturnType<Command["run"]> {
  const { context, operands } = call;
  const git = await gitOf(context);
  const range = rangeOf(operands[0]);
  const hasCommits = (await git.resolve("HEAD").catch(() => undefined)) !== undefined || (await git.refs()).length > 0;
  if (!hasCommits && operands.length === 0) {
    context.notRun("the repository has no commits");
    return { kind: "drafts", drafts: [] };
  }
  // Git begins before what searches is loaded.
  const reading = beginReading(git, range);
  try {
    return await searched(call, git, reading);
  } finally {
    reading.end();
  }
}

async function searched({ context, options }: CommandCall<SecretScanOptions>, git: GitHistory, reading: Reading): ReturnType<Command["run"]> {
  if (await git.isShallow()) {
    const hint = "`git fetch --unshallow` first; in GitHub Actions `fetch-depth: 0`.";
    context.trouble(new RepoError("SHALLOW_HISTORY", "The clone is shallow: only the commits that are here were scanned.", { hint }));
  }
  const { imports, settledBy, sightingOptions } = await openSettings(context, options);
  const isScanned = scannedPath(context, options, imports);
  const onFault = (error: RepoError): void => context.trouble(faultOf(error));
  const onCut = (path: RepoPath): void => context.skip(path, "a line above 64 MiB");
  const found = await searchHistory(reading, { signal: context.signal, isScanned, onFault, onCut, ...sightingOptions });
  const left: { readonly found: Found; readonly place: Place }[] = [];
  const placeOf = placeFinder(git, context, sightingOptions);
  // By their first commits, which are read once for many; whatever order git gave them in.
  const ageOf = ({ first: [one], value }: Found): string => `${digits(one?.commit.age ?? 0)}\0${one?.path ?? ""}\0${value}`;
  for (const one of found.toSorted((a, b) => (ageOf(a) < ageOf(b) ? -1 : 1))) {
    const place = await placeOf(one);
    if (place !== undefined && (await settledBy(place[0])) === undefined) left.push({ found: one, place });
  }
  const tips = await tipsOf(
    git,
    left.map((one) => one.found),
  );
  const nowhere: Tips = { branches: [], tags: [], isAtHead: false };
  const drafts = left.flatMap(({ found: one, place }) => [...draftsAt(place, tips.get(one) ?? nowhere, options)]);
  const order = ({ at }: Draft): string => `${at.path}\0${digits(at.start.line)}\0${at.commit ?? ""}\0${digits(at.start.column)}`;
  return { kind: "drafts", drafts: drafts.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)) };
}
