// A check's section in force: options by its own schema, severities by rule and path.
import type { ZodError, ZodType } from "zod";
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
  /** Where overrides change options: which variant a path has, and its options. Absent where none does. */
  readonly variants?: { of(path: RepoPath): string; options(variant: string): unknown };
}

type ZodIssue = ZodError["issues"][number];
type Path = readonly (string | number)[];

/** A fault of the schema in the user's words; `within` is where the options stand in the section. */
function issueError(issue: ZodIssue, section: SectionSettings, check: Check, within: Path): RepoError {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const name = [check.name, ...path].join(".");
  if (issue.code === "unrecognized_keys") {
    const [key = ""] = issue.keys;
    const known = Object.keys(check.options.defaults ?? {});
    const near = nearest(key, path.length > 0 ? [] : within.length === 0 ? [...known, "rules", "overrides"] : known);
    return new RepoError("CONFIG_INVALID", `There is no key \`${key}\` in \`${name}\`.`, {
      at: section.locate([...within, ...path, key], "key"),
      hint: near === undefined ? `Known keys: ${known.join(", ") || "none but `rules` and `overrides`"}.` : `Did you mean \`${near}\`?`,
    });
  }
  return new RepoError("CONFIG_INVALID", `\`${name}\`: ${issue.message.replace(/\.$/, "")}.`, { at: section.locate([...within, ...path]) });
}

/** The way to a key `__proto__`: a record of zod drops it without a word. */
function droppedKey(value: unknown): Path | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  for (const key of Object.keys(value)) {
    if (key === "__proto__") return [key];
    const inner = droppedKey((value as Readonly<Record<string, unknown>>)[key]);
    if (inner !== undefined) return [key, ...inner];
  }
  return undefined;
}

function parse(schema: ZodType, raw: unknown, section: SectionSettings, check: Check, within: Path): unknown {
  const result = schema.safeParse(raw);
  if (result.success) {
    const dropped = droppedKey(raw);
    if (dropped === undefined) return result.data;
    throw new RepoError("CONFIG_INVALID", `\`${[check.name, ...dropped.slice(0, -1)].join(".")}\` cannot have a key \`__proto__\`.`, {
      at: section.locate([...within, ...dropped], "key"),
    });
  }
  const [issue] = result.error.issues;
  throw issue === undefined ? result.error : issueError(issue, section, check, within);
}

function checkRules(rules: readonly string[], check: Check, at: (rule: string) => ReturnType<SectionSettings["locate"]>): void {
  const known = check.rules.map(({ id }) => id);
  const unknown = rules.find((rule) => !known.includes(rule));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new RepoError("CONFIG_INVALID", `\`${check.name}\` has no rule \`${unknown}\`.`, {
    at: at(unknown),
    hint: near === undefined ? `Its rules: ${known.join(", ")}.` : `Did you mean \`${near}\`?`,
  });
}

function variantsOf(schema: ZodType, section: SectionSettings, check: Check): SectionInForce["variants"] {
  const changing = section.overrides.flatMap(({ files, options }, index) => (options === undefined ? [] : [{ matches: pathMatcher(files), options, index }]));
  const [first] = changing;
  if (first === undefined) return undefined;
  if (check.scope === "repository")
    throw new RepoError("CONFIG_INVALID", `\`${check.name}\` judges the repository as a whole, so its options cannot differ by path.`, {
      at: section.locate(["overrides", first.index, "options"], "key"),
      hint: `Put them into \`${check.name}\` itself; \`rules\` may stand in an override.`,
    });
  const base = section.raw;
  // Each by itself, so that a fault is told where it stands, and whether or not a file matches.
  for (const { options, index } of changing) parse(schema, { ...base, ...options }, section, check, ["overrides", index, "options"]);
  const known = new Map<string, unknown>();
  return {
    of: (path) => changing.flatMap(({ matches, index }) => (matches(path) ? [index] : [])).join(),
    options(variant) {
      if (!known.has(variant)) {
        const indexes = variant.split(",");
        const own = changing.filter(({ index }) => indexes.includes(String(index))).map(({ options }) => options);
        known.set(variant, parse(schema, Object.assign({}, base, ...own), section, check, []));
      }
      return known.get(variant);
    },
  };
}

/** What is in force for a check. Loads its schema only when the section says something that cannot be read without. Throws CONFIG_INVALID. */
export async function sectionOptions(configuration: Configuration, check: Check): Promise<SectionInForce> {
  const section = configuration.sections.get(check.name);
  const defaults = new Map(check.rules.map(({ id, severity }) => [id, severity]));
  for (const { rule, at } of configuration.suppress) {
    const [name, id = ""] = rule.split("/", 2);
    if (name === check.name) checkRules([id], check, () => at);
  }
  if (section === undefined) {
    const own = (rule: string): Severity | "off" => defaults.get(rule) ?? "off";
    return { options: check.options.defaults, severity: own, isOn: (rule) => own(rule) !== "off" };
  }
  checkRules(Object.keys(section.rules), check, (rule) => section.locate(["rules", rule], "key"));
  for (const [index, { rules }] of section.overrides.entries())
    checkRules(Object.keys(rules), check, (rule) => section.locate(["overrides", index, "rules", rule], "key"));
  const hasOptions = Object.keys(section.raw).length > 0;
  const isChanged = section.overrides.some(({ options }) => options !== undefined);
  const plain = hasOptions && !isChanged ? check.options.plain?.(section.raw) : undefined;
  const needsSchema = plain === undefined && (hasOptions || isChanged);
  const schema = needsSchema ? await check.options.schema() : undefined;
  const variants = schema === undefined ? undefined : variantsOf(schema, section, check);
  const overrides = section.overrides.map(({ files, rules }) => ({ matches: pathMatcher(files), rules }));
  const base = (rule: string): Severity | "off" => section.rules[rule] ?? defaults.get(rule) ?? "off";
  return {
    options: schema === undefined || !hasOptions ? (plain ?? check.options.defaults) : parse(schema, section.raw, section, check, []),
    severity: (rule, path) => overrides.findLast(({ matches, rules }) => rules[rule] !== undefined && matches(path))?.rules[rule] ?? base(rule),
    isOn: (rule) => base(rule) !== "off" || overrides.some(({ rules }) => (rules[rule] ?? "off") !== "off"),
    ...(variants === undefined ? {} : { variants }),
  };
}
