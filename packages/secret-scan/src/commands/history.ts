// `caio secret-scan history`: what every commit adds, each secret once, with the commit that brought it.
import type { Command, CommandCall, Draft, Severity } from "@caio/repo-model/check";
import type { AddedLines, CommitInfo, GitHistory } from "@caio/repo-model/git";
import { RepoError, type RepoPath } from "@caio/repo-model/text";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, sightingsOf, type Sighting } from "../facts.js";
import { openSettings } from "../read.js";
import { scanBytes } from "../scan.js";

interface Found {
  readonly path: RepoPath;
  readonly commit: CommitInfo;
  readonly kind: string;
  readonly value: string;
}

/** The oldest commit of each secret: history comes newest first, so that the last one seen stays. */
async function search(history: AsyncIterable<AddedLines>, signal: AbortSignal): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for await (const { path, commit, blocks } of history) {
    signal.throwIfAborted();
    if (commit === undefined) continue;
    for (const { text } of blocks) {
      for (const { kind, value, label } of scanBytes(path, Buffer.from(text, "utf8"))) {
        if (label === "secret") found.set(`${kind} ${value}`, { path, commit, kind, value });
      }
    }
  }
  return found;
}

function rangeOf(operand: string | undefined): { from?: string; to?: string } {
  if (operand === undefined) return {};
  const [from, to] = operand.split("..");
  return to === undefined ? { to: operand } : { ...(from === "" || from === undefined ? {} : { from }), to: to === "" ? "HEAD" : to };
}

/** The place of a secret in the file as its commit holds it. */
async function sightingAt(git: GitHistory, { path, commit, value, kind }: Found): Promise<Sighting | undefined> {
  const bytes = await git.tree(commit.id).bytes(path);
  if (bytes === undefined) return undefined;
  return sightingsOf(path, bytes, { commit: commit.id }).find(({ candidate }) => candidate.kind === kind && candidate.value === value);
}

async function isAtHead(git: GitHistory, { path, value }: Found): Promise<boolean> {
  try {
    const bytes = await git.tree("HEAD").bytes(path);
    return bytes !== undefined && Buffer.from(bytes).includes(Buffer.from(value, "latin1"));
  } catch {
    return false;
  }
}

/** Revoking first; then the text alone is taken out of the history: a whole file only where nothing else stood in it. */
function historyHelp(help: string, { path }: Found, atHead: boolean): string {
  const advice = help.replace(/ If it is no secret: [^]*$/, "");
  const settle = atHead ? ` If it is no secret: \`caio secret-scan triage --label example --reason "…" ${path}\`.` : "";
  return `${advice} Whoever has a clone has it already, so that revoking comes first. \`git filter-repo --replace-text FILE\` then takes it out of the history, with a line \`literal:THE SECRET\` in FILE.${settle}`;
}

async function run({ context, options, operands }: CommandCall<SecretScanOptions>): ReturnType<Command["run"]> {
  const { git } = context;
  if (git === undefined)
    throw new RepoError("NOT_A_REPOSITORY", "`history` needs a git repository, and there is none here.", { hint: "Run it inside a git repository." });
  if (await git.isShallow()) {
    throw new RepoError("SHALLOW_HISTORY", "The clone is shallow, so most of its history is not here.", { hint: "`git fetch --unshallow` first." });
  }
  const { settledBy } = await openSettings(context, options);
  const drafts: (Draft & { rule: string; severity: Severity })[] = [];
  for (const found of (await search(git.history(rangeOf(operands[0])), context.signal)).values()) {
    const sighting = await sightingAt(git, found);
    // Where a merge or an encoding changed the line's neighbours, the block alone showed it: it is told by what the file holds.
    if (sighting === undefined || sighting.candidate.label !== "secret" || (await settledBy(sighting)) !== undefined) continue;
    const atHead = await isAtHead(git, found);
    for (const draft of draftsOf(sighting.candidate.kind, { sightings: [sighting], idle: [] }, options)) {
      drafts.push({
        ...draft,
        rule: sighting.candidate.kind,
        severity: "error",
        message: `${draft.message.slice(0, -1)}; since commit ${found.commit.id.slice(0, 10)} of ${found.commit.authorDate.slice(0, 10)}, ${atHead ? "and still at HEAD" : "no longer at HEAD"}.`,
        help: historyHelp(draft.help ?? "", found, atHead),
        data: { ...draft.data, commit: found.commit.id, authorDate: found.commit.authorDate, atHead },
      });
    }
  }
  const order = ({ at }: Draft): string => `${at.path}\0${String(at.start.line).padStart(9, "0")}`;
  return { kind: "drafts", drafts: drafts.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

export const historyCommand: Command<SecretScanOptions> = {
  name: "history",
  summary: "scan what all commits added, or those of a range",
  operands: "[FROM..TO]",
  run,
};
