// `caio secret-scan -`: scans standard input.
import { stdinLimit, type Command, type CommandCall, type Draft, type Severity } from "@caio/repo-model/check";
import { RepoError, repoPath } from "@caio/repo-model/text";
import type { SecretScanOptions } from "../defaults.js";
import { draftsOf, sightingsOf, type Sighting } from "../facts.js";
import { besideKeys } from "../judge/beside-keys.js";
import { openSettings } from "../read.js";

/** Scans standard input. */
export async function scanInput({ context, options, flags, stdin }: CommandCall<SecretScanOptions>): ReturnType<Command["run"]> {
  const { path: named } = flags;
  const path = repoPath(typeof named === "string" ? named : "stdin");
  const { settledBy, sightingOptions } = await openSettings(context, options);
  const bytes = Buffer.from(await stdin(), "utf8");
  if (bytes.length > stdinLimit)
    context.trouble(
      new RepoError("FILE_TOO_LARGE", "Standard input has more than the 64 MiB that are read: what follows them was not scanned.", {
        hint: "Scan it in parts, or as a file: `maxFileSize` says how large files may be.",
      }),
    );
  // What has no path has nothing beside it.
  const withCertificates = besideKeys(typeof named === "string" ? context.files : undefined);
  const found = await withCertificates(path, sightingsOf(path, bytes.subarray(0, stdinLimit), sightingOptions));
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
