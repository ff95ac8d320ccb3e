// `caio secret-scan triage`: every candidate with its label and reason; with `--label` and `--reason`, what is left is settled.
import type { Command, CommandCall, CommandResult } from "@caio/repo-model/check";
import { escapeControls, RepoError, type RepoPath } from "@caio/repo-model/text";
import { allowEntry, allowPath, allowText, readAllow, type AllowEntry } from "../allow.js";
import type { SecretScanOptions } from "../defaults.js";
import type { Label } from "../detect/candidate.js";
import { sightingsOf, type Sighting } from "../facts.js";
import { maskValue } from "../mask.js";
import { bytesOf, openSettings, scannedPaths } from "../read.js";

const labels: readonly Label[] = ["placeholder", "example", "test-data", "public", "hash", "secret"];

interface Settled {
  readonly sighting: Sighting;
  readonly by?: string;
}

async function collect({ context, options }: CommandCall<SecretScanOptions>): Promise<Settled[]> {
  const { imports, settledBy } = await openSettings(context, options);
  const { search } = imports;
  const found: Settled[] = [];
  for (const path of await scannedPaths(context, options, imports)) {
    const bytes = await bytesOf(context, path, options.maxFileSize);
    if (bytes === undefined) continue;
    for (const sighting of sightingsOf(path, bytes, { decodeDepth: options.decodeDepth, ...(search === undefined ? {} : { search }) })) {
      const by = await settledBy(sighting);
      found.push({ sighting, ...(by === undefined ? {} : { by }) });
    }
  }
  return found;
}

function lineOf({ sighting: { candidate, at }, by }: Settled): string {
  const { kind, label, reason, title, value } = candidate;
  const shown = kind === "private-key" ? "" : ` ${maskValue(value.slice(0, 64)).slice(0, 20)}`;
  return `${escapeControls(at.path)}:${at.start.line}:${at.start.column} ${label} ${kind}: ${escapeControls(title)}${escapeControls(shown)}: ${escapeControls(reason)}${by === undefined ? "" : ` (${escapeControls(by)})`}\n`;
}

/** Whether a place is named by an operand `PATH` or `PATH:LINE`. */
function isNamed({ at }: Sighting, operands: readonly string[]): boolean {
  return operands.length === 0 || operands.some((operand) => operand === at.path || operand === `${at.path}:${at.start.line}`);
}

async function settle(call: CommandCall<SecretScanOptions>, left: readonly Sighting[], label: Label, reason: string): Promise<CommandResult> {
  const expires = call.flags["expires"];
  if (typeof expires === "string" && !/^\d{4}-\d{2}-\d{2}$/.test(expires))
    throw new RepoError("USAGE", `\`--expires ${expires}\` is no date of the form YYYY-MM-DD.`);
  const source = await call.context.files.text(allowPath);
  const before = readAllow(source);
  const entry = ({ candidate, at }: Sighting): Omit<AllowEntry, "line"> =>
    allowEntry(
      { rule: candidate.kind, path: at.path, label, reason: reason.replace(/\s+/g, " ").trim(), expires: typeof expires === "string" ? expires : "-" },
      candidate.value,
    );
  const text = allowText([...before, ...left.map(entry)]);
  const path: RepoPath = allowPath;
  return {
    kind: "write",
    edits: source === undefined ? [{ path, create: text }] : [{ path, range: [0, source.text.length], text }],
    summary: `${left.length} ${left.length === 1 ? "finding is" : "findings are"} settled as ${label}.`,
  };
}

export const triageCommand: Command<SecretScanOptions> = {
  name: "triage",
  summary: "every candidate with its label and reason; --label and --reason settle findings",
  operands: "[PATH[:LINE]...]",
  flags: {
    label: { summary: "what the findings are: placeholder, example, test-data, public, hash, or secret for an accepted one", value: "LABEL" },
    reason: { summary: "why, for those who come after", value: "TEXT" },
    expires: { summary: "a date after which the finding is back", value: "YYYY-MM-DD" },
  },
  async run(call) {
    const { flags, operands } = call;
    const found = (await collect(call)).filter(({ sighting }) => isNamed(sighting, operands));
    if (operands.length > 0 && found.length === 0) {
      throw new RepoError("USAGE", `No candidate stands at ${operands.map((operand) => `\`${operand}\``).join(", ")}.`, {
        hint: "`triage` without a place lists them; those of the history alone need none.",
      });
    }
    const label = labels.find((one) => one === flags["label"]);
    if (flags["label"] === undefined) {
      if (flags["reason"] !== undefined) throw new RepoError("USAGE", "`--reason` needs `--label`.", { hint: `One of: ${labels.join(", ")}.` });
      const counts = labels
        .map((one) => [one, found.filter(({ sighting }) => sighting.candidate.label === one).length] as const)
        .filter(([, count]) => count > 0);
      return { kind: "text", text: `${found.map(lineOf).join("")}${counts.map(([one, count]) => `${count} ${one}`).join(", ") || "No candidates"}.\n` };
    }
    if (label === undefined) throw new RepoError("USAGE", `\`--label ${String(flags["label"])}\` is none of ${labels.join(", ")}.`);
    const reason = flags["reason"];
    if (typeof reason !== "string" || reason.trim() === "") throw new RepoError("USAGE", "`--label` needs `--reason TEXT`: why it is right.");
    const left = found.filter(({ sighting, by }) => sighting.candidate.label === "secret" && by === undefined).map(({ sighting }) => sighting);
    if (left.length === 0) return { kind: "text", text: "Nothing is left to settle.\n" };
    return settle(call, left, label, reason);
  },
};
