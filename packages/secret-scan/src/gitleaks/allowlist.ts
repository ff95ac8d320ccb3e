// Whether an allowlist lets something through.
import type { GitleaksAllowlist } from "./configuration.js";

/** A finding as allowlists see it. */
export interface AllowlistTarget {
  readonly secret: string;
  readonly match: string;
  readonly line: string;
}

/** Whether a file as a whole is let through, before it is searched. */
export function allowsFile({ condition, commits, path, regex, stopWords }: GitleaksAllowlist, file: string, commit: string | undefined): boolean {
  const isCommit = commit !== undefined && commits.has(commit.toLowerCase());
  const isPath = path !== undefined && file !== "" && path(file);
  if (condition === "or") return isCommit || isPath;
  // The others are known when something was found.
  if (regex !== undefined || stopWords.length > 0) return false;
  return (commits.size === 0 || isCommit) && (path === undefined || isPath);
}

/** Whether a finding is let through. */
export function allowsFinding(list: GitleaksAllowlist, target: AllowlistTarget, file: string, commit: string | undefined): boolean {
  const text = target[list.regexTarget];
  const isRegex = list.regex !== undefined && text !== "" && list.regex(text);
  const secret = target.secret.toLowerCase();
  const isWord = list.stopWords.some((word) => secret.includes(word));
  if (list.condition === "or") return isRegex || isWord;
  const checks: boolean[] = [];
  if (list.commits.size > 0) checks.push(commit !== undefined && list.commits.has(commit.toLowerCase()));
  if (list.path !== undefined) checks.push(list.path(file));
  if (list.regex !== undefined) checks.push(isRegex);
  if (list.stopWords.length > 0) checks.push(isWord);
  return checks.every(Boolean);
}
