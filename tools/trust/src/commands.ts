// Every command line that caio has for a repository.

const check: readonly (readonly string[])[] = [
  ["check"],
  ["--staged"],
  ["--since", "HEAD"],
  ["--no-ignore"],
  ["--diff"],
  ["--fix"],
  ["--reporter", "sarif"],
  ["--reporter", "json", "--verbose"],
];
const ofChecks: readonly (readonly string[])[] = [
  ["doc-sync", "status"],
  ["doc-sync", "write"],
  ["secret-scan", "history"],
  ["hook-config", "list", "--files"],
  ["hook-config", "ready"],
  ["hook-config", "migrate"],
  ["env-check", "doctor"],
  ["env-check", "doc"],
  ["env-check", "explain"],
  ["env-check", "why", "numpy"],
  ["adr-gate", "--base", "HEAD"],
  ["adr-gate", "scope"],
  ["adr-gate", "replay"],
  ["adr-gate", "explain", "README.md"],
  ["adr-gate", "list"],
  ["adr-gate", "index"],
  ["adr-gate", "lint"],
];
const others: readonly (readonly string[])[] = [
  ["explain", "broken-link"],
  ["why", "README.md"],
  ["rules"],
  ["config"],
  ["secret-scan", "rules"],
  ["secret-scan", "triage"],
  ["adr-gate", "new", "A title"],
  ["baseline", "write"],
  ["baseline", "prune"],
  ["--since", "HEAD", "--base", "HEAD", "--fix-suggested"],
];

/** Those that read or write most; with `isFull` all of them. */
export function commands(isFull: boolean): readonly (readonly string[])[] {
  return isFull
    ? [...check, ...ofChecks, ...others]
    : [["check"], ["--staged"], ["--since", "HEAD"], ...ofChecks.filter((_, at) => at % 3 === 0), ["baseline", "write"], ["--fix"]];
}
