// `adr-gate replay [RANGE]`: runs the gate's patterns over past changes, to tune them; labels tell which changes needed a decision.
import { readFile } from "node:fs/promises";
import type { Command } from "@caio/repo-model/check";
import type { CommitInfo, GitHistory } from "@caio/repo-model/git";
import { escapeControls, RepoError, type RepoPath } from "@caio/repo-model/text";
import { sourceOfBytes } from "@caio/repo-model/tree";
import { readRails, type Rails } from "../change/triggers.js";
import { defaults, type AdrGateOptions } from "../defaults.js";
import { evaluate } from "../evaluate.js";
import { isKnowingManifest } from "../change/declared.js";
import { textNeeds } from "../event/gather.js";
import type { GateChange, Trigger } from "../verdict.js";

const mostShown = 50;
const mostBytes = 2_000_000;
const mostTexts = 2000;

interface Replayed {
  readonly commit: CommitInfo;
  readonly triggers: readonly Trigger[];
}

/** Texts of blobs; most are asked for twice, after one change and before the next. */
function textReader(git: GitHistory): (id: string, path: RepoPath) => Promise<string | undefined> {
  const read = new Map<string, Promise<string | undefined>>();
  const load = async (id: string, path: RepoPath): Promise<string | undefined> => {
    const bytes = await git.blob(id);
    if (bytes === undefined || bytes.length > mostBytes) return undefined;
    try {
      return sourceOfBytes(path, bytes).text;
    } catch {
      // Binary.
      return undefined;
    }
  };
  return (id, path) => {
    const known = read.get(id) ?? load(id, path);
    if (read.size > mostTexts) read.clear();
    read.set(id, known);
    return known;
  };
}

/** What each change would have triggered; the records that it named are not asked. */
async function replayAll(
  git: GitHistory,
  range: { readonly from?: string; readonly to: string; readonly limit: number },
  config: AdrGateOptions,
): Promise<Replayed[]> {
  const textOf = textReader(git);
  const needsText = textNeeds(config);
  const judge = (changes: readonly GateChange[], baseManifests: Readonly<Record<string, string>>): readonly Trigger[] =>
    evaluate({ config, event: "pull_request", body: "", changes, records: {}, baseManifests }).triggers;
  // The manifests behind the commit at hand: those of the newest one, taken back change by change.
  const manifests = new Map<RepoPath, string>();
  for (const { path, kind, id } of await git.tree(range.to).list())
    if (isKnowingManifest(path) && id !== undefined && (kind === "file" || kind === "executable")) manifests.set(path, id);
  const done: Replayed[] = [];
  for await (const { commit, changes: raw } of git.mainline(range)) {
    for (const { path, oldId, oldMode } of raw) {
      if (!isKnowingManifest(path)) continue;
      if (oldMode.startsWith("100")) manifests.set(path, oldId);
      else manifests.delete(path);
    }
    const isText = (mode: string): boolean => mode.startsWith("100");
    const changes = await Promise.all(
      raw.map(async ({ status, path, oldMode, newMode, oldId, newId }): Promise<GateChange> => {
        const before = needsText(path) && isText(oldMode) ? await textOf(oldId, path) : undefined;
        const after = needsText(path) && isText(newMode) ? await textOf(newId, path) : undefined;
        return { status, path, oldMode, newMode, before, after };
      }),
    );
    let triggers = judge(changes, {});
    // What is new to its manifest need not be new to the project: only then the others are read.
    if (triggers.some(({ guardrail }) => guardrail === "dependencies") && config.dependencies.newTo === "project") {
      const texts = await Promise.all([...manifests].map(async ([path, id]) => [path, await textOf(id, path)] as const));
      triggers = judge(changes, Object.fromEntries(texts.filter((entry): entry is [RepoPath, string] => entry[1] !== undefined)));
    }
    done.push({ commit, triggers });
  }
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
  const lines = [`${all.length} ${all.length === 1 ? "change" : "changes"}, ${triggering.length} would have needed a decision`];
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
