// A check's section in force: options by its own schema, severities by rule and path.
import type { ZodError } from "zod";
import type { Check } from "../check/check.js";
import type { Severity } from "../check/finding.js";
import { pathMatcher } from "../patterns/index.js";
import { RepoError, type RepoPath } from "../text/index.js";
import type { Configuration, SectionSettings } from "./configuration.js";
import { nearest } from "./nearest.js";

/** Options and severities of one check. */
export interface SectionInForce {
  readonly options: unknown;
  severity(rule: string, path: RepoPath): Severity | "off";
  isOn(rule: string): boolean;
}

type ZodIssue = ZodError["issues"][number];

/** A fault of the schema in the user's words. */
function issueError(issue: ZodIssue, section: SectionSettings, check: Check): RepoError {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    const known = Object.keys(check.options.defaults ?? {});
    const near = nearest(key, path.length === 0 ? [...known, "rules", "overrides"] : []);
    return new RepoError("CONFIG_INVALID", `There is no key \`${key}\` in \`${[check.name, ...path].join(".")}\`.`, {
      at: section.locate([...path, key], "key"),
      hint: near === undefined ? `\`caio explain\` and the README of @caio/${check.name} list the keys.` : `Did you mean \`${near}\`?`,
    });
  }
  return new RepoError("CONFIG_INVALID", `\`${[check.name, ...path].join(".")}\`: ${issue.message}.`, { at: section.locate(path) });
}

function checkRules(rules: Readonly<Record<string, unknown>>, check: Check, section: SectionSettings, path: readonly (string | number)[]): void {
  const known = check.rules.map(({ id }) => id);
  for (const rule of Object.keys(rules)) {
    if (known.includes(rule)) continue;
    const near = nearest(rule, known);
    throw new RepoError("CONFIG_INVALID", `\`${check.name}\` has no rule \`${rule}\`.`, {
      at: section.locate([...path, rule], "key"),
      hint: near === undefined ? `\`caio rules\` lists them.` : `Did you mean \`${near}\`?`,
    });
  }
}

/** What is in force for a check. Loads its schema only when the section says something beside rules. Throws CONFIG_INVALID. */
export async function sectionOptions(configuration: Configuration, check: Check): Promise<SectionInForce> {
  const section = configuration.sections.get(check.name);
  const defaults = new Map(check.rules.map(({ id, severity }) => [id, severity]));
  if (section === undefined) {
    const own = (rule: string): Severity | "off" => defaults.get(rule) ?? "off";
    return { options: check.options.defaults, severity: own, isOn: (rule) => own(rule) !== "off" };
  }
  checkRules(section.rules, check, section, ["rules"]);
  for (const [index, override] of section.overrides.entries()) checkRules(override.rules, check, section, ["overrides", index, "rules"]);
  let options = check.options.defaults;
  if (Object.keys(section.raw ?? {}).length > 0) {
    const schema = await check.options.schema();
    const result = await schema.safeParseAsync(section.raw);
    if (!result.success) {
      const [issue] = result.error.issues;
      throw issue === undefined ? result.error : issueError(issue, section, check);
    }
    options = result.data;
  }
  const overrides = section.overrides.map(({ files, rules }) => ({ matches: pathMatcher(files), rules }));
  const base = (rule: string): Severity | "off" => section.rules[rule] ?? defaults.get(rule) ?? "off";
  return {
    options,
    severity: (rule, path) => overrides.findLast(({ matches, rules }) => rules[rule] !== undefined && matches(path))?.rules[rule] ?? base(rule),
    isOn: (rule) => base(rule) !== "off" || overrides.some(({ rules }) => (rules[rule] ?? "off") !== "off"),
  };
}
