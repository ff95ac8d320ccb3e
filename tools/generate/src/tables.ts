// The tables of the READMEs.
import type { PackagedCheck } from "./find-checks.js";
import type { RuleFacts } from "./rule-facts.js";

const cell = (text: string): string => text.replaceAll("|", "\\|");

/** The rules of one check, for its package's README. */
export function ruleTable(rules: readonly RuleFacts[]): string {
  const rows = rules.map(
    ({ id, summary, severity, fix }) => `| [${id}](docs/rules/${id}.md) | ${cell(summary)} | ${severity} |${fix === undefined ? "" : ` ${fix}`} |\n`,
  );
  return `| rule | finds | severity | fix |\n|---|---|---|---|\n${rows.join("")}`;
}

/** The checks, for the root's README. */
export function checkTable(checks: readonly (PackagedCheck & { readonly rules: readonly RuleFacts[] })[]): string {
  const rows = checks.map(({ check, folder, rules }) => {
    const fixed = rules.filter(({ fix }) => fix !== undefined).length;
    return `| [${check.name}](${folder}/README.md) | ${cell(check.summary)} | ${rules.length} | ${fixed} |\n`;
  });
  return `| check | sees to it that | rules | with a fix |\n|---|---|---|---|\n${rows.join("")}`;
}
