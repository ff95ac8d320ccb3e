// The configuration explained: as it is in force, and what it decides about one path.
import type { Check } from "../check/check.js";
import type { Finding } from "../check/finding.js";
import { pathMatcher } from "../patterns/index.js";
import type { RepoPath } from "../text/index.js";
import type { Configuration } from "./configuration.js";

/** The configuration in force as text (YAML's JSON subset for values). */
export function configurationText(configuration: Configuration, checks: readonly Check[]): string {
  const lines = [configuration.path === undefined ? "# No configuration file: the defaults are in force." : `# ${configuration.path}`];
  if (configuration.ignore.length > 0) lines.push(`ignore: ${JSON.stringify(configuration.ignore)}`);
  for (const check of checks) {
    const section = configuration.sections.get(check.name);
    const given = section?.raw !== null && typeof section?.raw === "object" ? section.raw : {};
    const options = { ...(check.options.defaults as object), ...given };
    lines.push(`${check.name}:`);
    for (const [key, value] of Object.entries(options)) lines.push(`  ${key}: ${JSON.stringify(value)}`);
    lines.push("  rules:");
    for (const { id, severity } of check.rules) lines.push(`    ${id}: ${section?.rules[id] ?? severity}`);
    if ((section?.overrides.length ?? 0) > 0) lines.push(`  overrides: ${JSON.stringify(section?.overrides.map(({ files, rules }) => ({ files, rules })))}`);
  }
  return `${lines.join("\n")}\n`;
}

/** Which lines of the configuration decide about a path. */
export function explainPath(configuration: Configuration, path: RepoPath): string {
  const lines: string[] = [];
  for (const pattern of configuration.ignore)
    if (pathMatcher([pattern])(path)) lines.push(`ignored by \`ignore: ${pattern}\` in ${configuration.path ?? "the configuration"}`);
  for (const [name, section] of configuration.sections) {
    for (const { files, rules } of section.overrides)
      if (pathMatcher(files)(path))
        lines.push(
          `${name}: override for ${files.join(", ")}: ${
            Object.entries(rules)
              .map(([rule, severity]) => `${rule} ${severity}`)
              .join(", ") || "options"
          }`,
        );
  }
  for (const { rule, path: pattern, reason, at } of configuration.suppress)
    if (pathMatcher([pattern])(path)) lines.push(`${rule} is suppressed (${at.path}:${at.start.line}): ${reason}`);
  return lines.length === 0 ? "No line of the configuration speaks of it: every check reads it.\n" : lines.map((line) => `${line}\n`).join("");
}

/** Whether an entry of `suppress` holds for a finding at a time (ISO 8601). */
export function isSuppressed(configuration: Configuration, finding: Finding, now: string): boolean {
  return configuration.suppress.some(
    ({ rule, path, fingerprint, expires, pointer }) =>
      rule === finding.rule &&
      pathMatcher([path])(finding.at.path) &&
      (fingerprint === undefined || fingerprint === finding.fingerprint) &&
      (pointer === undefined || finding.data?.["pointer"] === pointer) &&
      (expires === undefined || now.slice(0, 10) <= expires),
  );
}
