// The baseline: findings that were there when caio came. They are known by fingerprint; where their file is gone, by rule and line.
import { isRepoError, RepoError, repoPath } from "../text/index.js";
import type { Finding } from "../check/index.js";
import type { FileTree } from "../tree/index.js";

/** Where `baseline write` puts it; read in every run when it is there. */
export const baselinePath = repoPath(".caio/baseline");

/** One accepted finding. `place` stands for the line without its path; files of earlier versions have none. */
export interface BaselineEntry {
  readonly fingerprint: string;
  readonly place?: string;
  readonly rule: string;
  readonly path: string;
}

const head = "# Findings that caio accepts as they were; `caio baseline prune` drops those that are gone.\n";
// What a line cannot hold as it is: controls, lone surrogates (bytes that are no UTF-8), a leading quote, blanks at an end.
const isPlain = (path: string): boolean => !/[\u0000-\u001f\u007f\u2028\u2029]|^["\s]|\s$/.test(path) && !/[\ud800-\udfff]/u.test(path);

/** One line a finding, sorted, so that two branches merge: `fingerprint place rule path`. Notes fail nothing and are left out. */
export function baselineText(findings: readonly Finding[]): string {
  const lines = findings
    .filter(({ severity }) => severity !== "note")
    .map(({ fingerprint, place, rule, at }) => [
      fingerprint,
      ...(place === undefined ? [] : [place]),
      rule,
      isPlain(at.path) ? at.path : JSON.stringify(at.path),
    ]);
  return `${head}${[...new Set(lines.map((line) => line.join(" ")))]
    .toSorted()
    .map((line) => `${line}\n`)
    .join("")}`;
}

function readEntry(line: string): BaselineEntry | undefined {
  const [, fingerprint, place, rule = "", name = ""] = /^([0-9a-f]{32})(?: ([0-9a-f]{16}))? (\S+\/\S+) (.+)$/.exec(line) ?? [];
  if (fingerprint === undefined) return undefined;
  let path: unknown = name;
  if (name.startsWith('"')) {
    try {
      path = JSON.parse(name);
    } catch {
      return undefined;
    }
  }
  return typeof path === "string" ? { fingerprint, rule, path, ...(place === undefined ? {} : { place }) } : undefined;
}

/** Reads the accepted findings. Throws FILE_MISSING for a named file that is not there, DATA_INVALID for a broken line. */
export async function readBaseline(files: FileTree, named: string | undefined): Promise<readonly BaselineEntry[]> {
  const path = named === undefined ? baselinePath : repoPath(named.replace(/^\.\//, ""));
  const source = await files.text(path).catch((error: unknown) => {
    if (isRepoError(error)) throw error;
    return undefined;
  });
  if (source === undefined) {
    if (named === undefined) return [];
    throw new RepoError("FILE_MISSING", `The baseline \`${named}\` does not exist.`, { hint: "`caio baseline write` makes one." });
  }
  const entries: BaselineEntry[] = [];
  for (const [index, line] of source.text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const entry = readEntry(line);
    if (entry === undefined)
      throw new RepoError("DATA_INVALID", "A line of the baseline is not of the form `fingerprint place rule path`.", {
        at: source.at(source.lineRange(index + 1) ?? [0, 0]),
        hint: "`caio baseline write` writes the file anew.",
      });
    entries.push(entry);
  }
  return entries;
}

/**
 * Whether the baseline accepts a finding. An entry whose path is not `isThere` any more may accept one finding of its rule on an equal line
 * elsewhere: the file was renamed. It accepts no second one, so that a copy is new. The answer for a finding stays the same.
 */
export function acceptFindings(entries: readonly BaselineEntry[], isThere: (path: string) => boolean): (finding: Finding) => boolean {
  // A fingerprint is made when it is asked for.
  if (entries.length === 0) return () => false;
  const known = new Set(entries.map(({ fingerprint }) => fingerprint));
  const moved = new Map<string, number>();
  for (const { place, rule, path } of entries) {
    if (place === undefined || isThere(path)) continue;
    const key = `${rule} ${place}`;
    moved.set(key, (moved.get(key) ?? 0) + 1);
  }
  const decided = new Map<string, boolean>();
  return ({ fingerprint, place, rule }) => {
    if (known.has(fingerprint)) return true;
    if (place === undefined || moved.size === 0) return false;
    const before = decided.get(fingerprint);
    if (before !== undefined) return before;
    const key = `${rule} ${place}`;
    const left = moved.get(key) ?? 0;
    if (left > 0) moved.set(key, left - 1);
    decided.set(fingerprint, left > 0);
    return left > 0;
  };
}
