// The baseline: findings that were there when caio came, by fingerprint.
import { isRepoError, RepoError, repoPath } from "../text/index.js";
import type { Finding } from "../check/index.js";
import type { FileTree } from "../tree/index.js";

/** Where `baseline write` puts it; read in every run when it is there. */
export const baselinePath = repoPath(".caio/baseline");

/** One line a finding, sorted, so that two branches merge: `fingerprint rule path`. */
export function baselineText(findings: readonly Finding[]): string {
  const lines = findings.filter(({ severity }) => severity !== "note").map(({ fingerprint, rule, at }) => `${fingerprint} ${rule} ${at.path}`);
  return `# Findings that caio accepts as they were; \`caio baseline prune\` drops those that are gone.\n${[...new Set(lines)]
    .toSorted()
    .map((line) => `${line}\n`)
    .join("")}`;
}

/** Reads the accepted fingerprints. Throws FILE_MISSING for a named file that is not there, DATA_INVALID for a broken line. */
export async function readBaseline(files: FileTree, named: string | undefined): Promise<ReadonlySet<string>> {
  const path = named === undefined ? baselinePath : repoPath(named.replace(/^\.\//, ""));
  const source = await files.text(path).catch((error: unknown) => {
    if (isRepoError(error)) throw error;
    return undefined;
  });
  if (source === undefined) {
    if (named === undefined) return new Set();
    throw new RepoError("FILE_MISSING", `The baseline \`${named}\` does not exist.`, { hint: "`caio baseline write` makes one." });
  }
  const known = new Set<string>();
  for (const [index, line] of source.text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const fingerprint = /^([0-9a-f]{32}) \S+ ./.exec(line)?.[1];
    if (fingerprint === undefined)
      throw new RepoError("DATA_INVALID", "A line of the baseline is not of the form `fingerprint rule path`.", {
        at: source.at(source.lineRange(index + 1) ?? [0, 0]),
      });
    known.add(fingerprint);
  }
  return known;
}
