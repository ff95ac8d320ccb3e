// The configuration explained: which of its lines, and which comments, decide about a path.
import { findSuppressions } from "../check/suppression.js";
import { pathMatcher } from "../patterns/index.js";
import { escapeControls, type Location, type RepoPath, type SourceText } from "../text/index.js";
import type { Configuration, SectionSettings } from "./configuration.js";

const place = ({ path, start }: Location): string => `${path}:${start.line}:${start.column}`;

/** For each rule and option that overrides name at a path: the last one decides. */
function overrideLines(name: string, section: SectionSettings, path: RepoPath): string[] {
  const lines = new Map<string, string>();
  for (const { files, rules, options, at } of section.overrides) {
    const pattern = files.find((one) => pathMatcher([one])(path));
    if (pattern === undefined) continue;
    for (const [rule, severity] of Object.entries(rules))
      lines.set(`rule ${rule}`, `${place(at)} \`overrides\` (${pattern}) sets ${name}/${rule} to ${severity}.`);
    for (const key of Object.keys(options ?? {})) lines.set(`option ${key}`, `${place(at)} \`overrides\` (${pattern}) sets the option ${name}.${key}.`);
  }
  return [...lines.values()];
}

/**
 * Which lines decide about a path, each with its place: `ignore`, overrides, `suppress`, and, where its text is given,
 * comments in the file itself; nothing where none does. `now` (ISO 8601) tells which entries have expired.
 */
export function explainPath(
  configuration: Configuration,
  path: RepoPath,
  context: { readonly now?: string; readonly source?: SourceText | undefined } = {},
): string {
  const lines: string[] = [];
  const ignored = configuration.ignore.findLastIndex((pattern) => pathMatcher([pattern])(path));
  const ignoredAt = configuration.ignoreAt[ignored];
  if (ignoredAt !== undefined) lines.push(`${place(ignoredAt)} \`ignore\` (${configuration.ignore[ignored] ?? ""}) leaves it to no check.`);
  for (const [name, section] of configuration.sections) lines.push(...overrideLines(name, section, path));
  for (const { rule, path: pattern, reason, expires, fingerprint, pointer, at } of configuration.suppress) {
    if (!pathMatcher([pattern])(path)) continue;
    const part = [fingerprint === undefined ? "" : ` with the fingerprint ${fingerprint}`, pointer === undefined ? "" : ` at ${pointer}`].join("");
    const isOver = expires !== undefined && context.now !== undefined && expires < context.now.slice(0, 10);
    lines.push(
      `${place(at)} \`suppress\` ${isOver ? "held" : "holds"} ${rule}${part} back${expires === undefined ? "" : ` until ${expires}`}${isOver ? ", which is over" : ""}: ${reason}`,
    );
  }
  for (const { rule, reason, at } of context.source === undefined ? [] : findSuppressions(context.source))
    lines.push(
      `${place(at)} a comment ${reason === "" ? `names ${rule} without a reason, so it does not hold.` : `holds ${rule} back on this line and the next: ${reason}`}`,
    );
  return lines.map((line) => `${escapeControls(line)}\n`).join("");
}
