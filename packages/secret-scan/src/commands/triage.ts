// `caio secret-scan triage`: every candidate with its label and reason; at a terminal, or with `--label` and `--reason`, what is left is settled.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { escapeControls, RepoError, repoPath } from "@caio/repo-model/text";
import type { SecretScanOptions } from "../defaults.js";
import { labels } from "../detect/candidate.js";
import { partly, sightingsOf, type Sighting } from "../facts.js";
import { besideKeys, besidePastKeys } from "../judge/beside-keys.js";
import { messagePath } from "../history/search.js";
import { maskText, maskValue } from "../mask.js";
import { bytesOf, openSettings, scannedPaths, type ScanSettings } from "../read.js";
import { expiryOf, settle, type Settlement } from "./settlement.js";
import { walk } from "./walk.js";

interface Settled {
  readonly sighting: Sighting;
  readonly by?: string;
}

async function settledOf(sightings: readonly Sighting[], { settledBy }: ScanSettings): Promise<Settled[]> {
  const found: Settled[] = [];
  for (const sighting of sightings) {
    const by = await settledBy(sighting);
    found.push({ sighting, ...(by === undefined ? {} : { by }) });
  }
  return found;
}

async function inFiles({ context, options }: CommandCall<SecretScanOptions>, settings: ScanSettings): Promise<Settled[]> {
  const found: Settled[] = [];
  const withCertificates = besideKeys(context.files);
  for (const path of await scannedPaths(context, options, settings.imports)) {
    const bytes = await bytesOf(context, path, options.maxFileSize);
    if (bytes === undefined) continue;
    const inFile = sightingsOf(path, bytes, { ...settings.sightingOptions, onPartly: () => context.skip(path, partly) });
    const sightings = await withCertificates(path, inFile);
    for (const one of await settledOf(sightings, settings)) found.push(one);
  }
  return found;
}

/** A place in the history: `COMMIT:PATH` or `COMMIT:PATH:LINE`. */
const historyPlace = /^([0-9a-f]{7,64}):(.+?)(?::(\d+))?$/;

async function inHistory({ context }: CommandCall<SecretScanOptions>, place: string, settings: ScanSettings): Promise<Settled[]> {
  const [, commit = "", name = "", line] = historyPlace.exec(place) ?? [];
  const { git } = context;
  if (git === undefined) return [];
  const [path, id] = [repoPath(name), await git.resolve(commit)];
  const bytes = path === messagePath ? Buffer.from(await git.message(id), "utf8") : await git.bytesAt(id, path);
  const inFile = bytes === undefined ? [] : sightingsOf(path, bytes, { ...settings.sightingOptions, commit: id });
  const sightings = await besidePastKeys(context.files, (at) => git.tree(at))(id)(path, inFile);
  return settledOf(
    sightings.filter(({ at }) => line === undefined || at.start.line === Number(line)),
    settings,
  );
}

function lineOf({ sighting: { candidate, at }, by }: Settled): string {
  const { kind, label, reason, title, value } = candidate;
  const shown = kind === "private-key" ? "" : ` ${maskValue(value.slice(0, 64)).slice(0, 20)}`;
  const place = `${at.commit === undefined ? "" : `${at.commit.slice(0, 12)}:`}${escapeControls(at.path)}:${at.start.line}:${at.start.column}`;
  return `${place} ${label} ${kind}: ${escapeControls(title)}${escapeControls(shown)}: ${escapeControls(reason)}${by === undefined ? "" : ` (${escapeControls(by)})`}\n`;
}

/** A finding as it is shown to who has to decide: its line too. */
function shownAtTerminal(sighting: Sighting): string {
  const { at, source } = sighting;
  const line = maskText(source.text.slice(...(source.lineRange(at.start.line) ?? [0, 0])))
    .trim()
    .slice(0, 200);
  return `${lineOf({ sighting })}    ${escapeControls(line.replace(source.text.slice(...at.range), (value) => maskValue(value)))}\n`;
}

/** Whether a place is named by an operand `PATH` or `PATH:LINE`. */
function isNamed({ at }: Sighting, operands: readonly string[]): boolean {
  return operands.length === 0 || operands.some((operand) => operand === at.path || operand === `${at.path}:${at.start.line}`);
}

function listing(found: readonly Settled[]): CommandResult {
  const counts = labels.map((one) => [one, found.filter(({ sighting }) => sighting.candidate.label === one).length] as const).filter(([, count]) => count > 0);
  return { kind: "text", text: `${found.map(lineOf).join("")}${counts.map(([one, count]) => `${count} ${one}`).join(", ") || "No candidates"}.\n` };
}

const summary = (count: number, label?: string): string =>
  `${count} ${count === 1 ? "finding is" : "findings are"} settled${label === undefined ? "" : ` as ${label}`}.`;

/** What `.gitleaksignore` and the baselines of other scanners accept, as entries of caio's own. */
function converted({ context }: CommandCall<SecretScanOptions>, found: readonly Settled[]): Promise<CommandResult> | CommandResult {
  const accepted = found.flatMap(({ sighting, by }): Settlement[] =>
    by?.startsWith("accepted in ") === true ? [{ sighting, label: "secret", reason: by.replaceAll("`", ""), expires: "-" }] : [],
  );
  if (accepted.length === 0) return { kind: "text", text: "Nothing is accepted by another scanner's file.\n" };
  return settle(context, accepted, `${summary(accepted.length)} The other scanners' ignore files and baselines are no longer needed here.`);
}

/** Runs `triage`. */
export async function triage(call: CommandCall<SecretScanOptions>): Promise<CommandResult> {
  const { flags, operands, context, options, terminal } = call;
  const settings = await openSettings(context, options);
  const today = context.now.slice(0, 10);
  const [old, present] = [operands.filter((one) => historyPlace.test(one)), operands.filter((one) => !historyPlace.test(one))];
  const found = old.length > 0 && present.length === 0 ? [] : (await inFiles(call, settings)).filter(({ sighting }) => isNamed(sighting, present));
  for (const place of old) for (const one of await inHistory(call, place, settings)) found.push(one);
  if (operands.length > 0 && found.length === 0) {
    throw new RepoError("USAGE", `No candidate stands at ${operands.map((operand) => `\`${operand}\``).join(", ")}.`, {
      hint: "`triage` without a place lists them; a place in the history is `COMMIT:PATH`.",
    });
  }
  if (flags["convert"] === true) return converted(call, found);
  const left = found.filter(({ sighting, by }) => sighting.candidate.label === "secret" && by === undefined).map(({ sighting }) => sighting);
  const label = labels.find((one) => one === flags["label"]);
  const reason = flags["reason"];
  if (flags["label"] === undefined) {
    if (reason !== undefined) throw new RepoError("USAGE", "`--reason` needs `--label`.", { hint: `One of: ${labels.join(", ")}.` });
    if (terminal === undefined || left.length === 0) return listing(found);
    const settled = await walk(terminal, left, today, shownAtTerminal);
    return settled.length === 0 ? { kind: "text", text: "Nothing was settled.\n" } : settle(context, settled, summary(settled.length));
  }
  if (label === undefined) throw new RepoError("USAGE", `\`--label ${String(flags["label"])}\` is none of ${labels.join(", ")}.`);
  if (typeof reason !== "string" || reason.trim() === "") throw new RepoError("USAGE", "`--label` needs `--reason TEXT`: why it is right.");
  // Written all the same: what a killed run has left is swept.
  if (left.length === 0) return { kind: "write", edits: [], summary: "nothing is left to settle." };
  const expires = expiryOf(typeof flags["expires"] === "string" ? flags["expires"] : undefined, today);
  return settle(
    context,
    left.map((sighting) => ({ sighting, label, reason, expires })),
    summary(left.length, label),
  );
}
