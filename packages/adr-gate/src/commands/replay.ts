// `adr-gate replay [RANGE]`: runs the gate's patterns over past changes, to tune them; labels tell which changes needed a decision.
import { readFile } from "node:fs/promises";
import type { Command } from "@caio/repo-model/check";
import type { CommitInfo, GitHistory } from "@caio/repo-model/git";
import { escapeControls, RepoError } from "@caio/repo-model/text";
import { readRails, type Rails } from "../change/triggers.js";
import { defaults, type AdrGateOptions } from "../defaults.js";
import { evaluate } from "../evaluate.js";
import { changesBetween, manifestsAt } from "../event/gather.js";
import type { Trigger } from "../verdict.js";

const atOnce = 8;
const mostShown = 50;

interface Replayed {
  readonly commit: CommitInfo;
  readonly triggers: readonly Trigger[];
}

/** What one change would have triggered; the records that it named are not asked. */
async function replayOne(git: GitHistory, commit: CommitInfo, config: AdrGateOptions): Promise<Replayed> {
  const from = commit.parents[0] ?? git.emptyTree;
  const changes = await changesBetween(git, from, commit.id, config);
  const baseManifests = await manifestsAt(git.tree(from), changes, config);
  const { triggers } = evaluate({ config, event: "pull_request", body: "", changes, records: {}, baseManifests });
  return { commit, triggers };
}

async function replayAll(
  git: GitHistory,
  range: { readonly from?: string; readonly to: string; readonly limit: number },
  config: AdrGateOptions,
): Promise<Replayed[]> {
  const commits: CommitInfo[] = [];
  for await (const commit of git.commits({ ...range, firstParent: true })) commits.push(commit);
  const done: Replayed[] = [];
  for (let at = 0; at < commits.length; at += atOnce)
    done.push(...(await Promise.all(commits.slice(at, at + atOnce).map((commit) => replayOne(git, commit, config)))));
  return done;
}

/** `COMMIT needed` or `COMMIT free`, one a line; ids may be shortened. */
function readLabels(text: string): ReadonlyMap<string, boolean> {
  const labels = new Map<string, boolean>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const [, id, word] = /^\s*([0-9a-f]{4,64})\s+(needed|free)\b/i.exec(line) ?? [];
    if (id === undefined) throw new RepoError("DATA_INVALID", `Line ${index + 1} of the labels is not of the form \`COMMIT needed\` or \`COMMIT free\`.`);
    labels.set(id.toLowerCase(), word?.toLowerCase() === "needed");
  }
  return labels;
}

function labelText(all: readonly Replayed[], labels: ReadonlyMap<string, boolean>): string {
  const labelled = all.flatMap((one) => {
    const wanted = [...labels].find(([id]) => one.commit.id.startsWith(id))?.[1];
    return wanted === undefined ? [] : [{ ...one, wanted }];
  });
  const wrong = labelled.filter(({ wanted, triggers }) => triggers.length > 0 !== wanted);
  const lines = wrong.map(({ commit, wanted }) => `  ${wanted ? "missed" : "false alarm"} ${commit.id.slice(0, 10)} ${commit.message}`);
  return [`${labelled.length} of ${labels.size} labels found, ${wrong.length} judged otherwise`, ...lines].map((line) => `${escapeControls(line)}\n`).join("");
}

function replayText(all: readonly Replayed[], { guardrails }: Rails): string {
  const triggering = all.filter(({ triggers }) => triggers.length > 0);
  const counts = new Map<string, number>();
  for (const { guardrail, patterns } of guardrails)
    if (patterns.isPositive) for (const pattern of guardrail.paths) if (!pattern.startsWith("!")) counts.set(`${guardrail.id}: ${pattern}`, 0);
  for (const { triggers } of triggering) {
    const keys = triggers.map(({ guardrail, pattern }) =>
      guardrail === "dependencies" || guardrail === "caio-configuration" ? guardrail : `${guardrail}: ${pattern}`,
    );
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const lines = [`${all.length} changes, ${triggering.length} would have needed a decision`];
  for (const [key, count] of [...counts].toSorted((a, b) => b[1] - a[1])) lines.push(`${String(count).padStart(6)}  ${key}${count === 0 ? " (never)" : ""}`);
  for (const { commit, triggers } of triggering.slice(0, mostShown)) {
    lines.push(`${commit.id.slice(0, 10)} ${commit.message}`);
    for (const { path, guardrail, pattern } of triggers.slice(0, 3)) lines.push(`    ${path} (${guardrail}: ${pattern})`);
    if (triggers.length > 3) lines.push(`    and ${triggers.length - 3} more`);
  }
  if (triggering.length > mostShown) lines.push(`and ${triggering.length - mostShown} more changes`);
  return lines.map((line) => `${escapeControls(line)}\n`).join("");
}

export const replay: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options, operands, flags }) {
    const { git } = context;
    if (git === undefined) throw new RepoError("NOT_A_REPOSITORY", "A replay needs a git repository, and there is none here.");
    if (options === defaults)
      throw new RepoError("CONFIG_INVALID", "There is no gate to replay.", { hint: "Set `adr-gate: { guardrails: [...] }` in `caio.yaml`." });
    const rails = readRails(options);
    if (rails.fault !== undefined) throw new RepoError("CONFIG_INVALID", rails.fault);
    const limit = flags["limit"] === undefined ? 1000 : Number(flags["limit"]);
    if (!Number.isInteger(limit) || limit < 1) throw new RepoError("USAGE", `\`--limit ${String(flags["limit"])}\` is not a number.`);
    const [first = "HEAD"] = operands;
    const [from, to] = first.includes("..") ? first.split(/\.{2,3}/) : [undefined, first];
    const all = await replayAll(
      git,
      { to: to === undefined || to === "" ? "HEAD" : to, limit, ...(from === undefined || from === "" ? {} : { from }) },
      options,
    );
    const { labels } = flags;
    const labelled = typeof labels === "string" ? labelText(all, readLabels(await readFile(labels, "utf8").catch(() => missing(labels)))) : "";
    return { kind: "text", text: replayText(all, rails) + labelled };
  },
};

function missing(path: string): never {
  throw new RepoError("FILE_MISSING", `The labels \`${path}\` cannot be read.`);
}
