// `caio secret-scan -`: scans standard input.
import type { Command, CommandCall, Draft, Severity } from "@caio/repo-model/check";
import { repoPath } from "@caio/repo-model/text";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, sightingsOf, type Sighting } from "../facts.js";
import { openSettings } from "../read.js";

async function run({ context, options, flags, stdin }: CommandCall<SecretScanOptions>): ReturnType<Command["run"]> {
  const path = repoPath(typeof flags["path"] === "string" ? flags["path"] : "stdin");
  const { settledBy, sightingOptions } = await openSettings(context, options);
  const found = sightingsOf(path, Buffer.from(await stdin(), "utf8"), sightingOptions);
  const sightings: Sighting[] = [];
  for (const sighting of found) if ((await settledBy(sighting)) === undefined) sightings.push(sighting);
  const kinds = [...new Set(sightings.map(({ candidate }) => candidate.kind))];
  const drafts = kinds.flatMap((kind) =>
    [...draftsOf(kind, { sightings, idle: [] }, options)].map((draft): Draft & { rule: string; severity: Severity } => ({
      ...draft,
      rule: kind,
      severity: draft.severity ?? "error",
    })),
  );
  return { kind: "drafts", drafts: drafts.toSorted((a, b) => a.at.range[0] - b.at.range[0]) };
}

export const stdinCommand: Command<SecretScanOptions> = {
  name: "-",
  summary: "scan standard input",
  flags: { path: { summary: "the path to judge it by, and to name in findings", value: "PATH" } },
  run,
};
