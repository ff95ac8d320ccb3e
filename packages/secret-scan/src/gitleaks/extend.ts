// A configuration upon the one that it extends, as gitleaks joins them.
import type { DataNode } from "@caio/repo-model/data";
import type { GitleaksAllowlist, GitleaksConfiguration, GitleaksRule } from "./configuration.js";

/** A configuration before what it extends is added. */
export interface ConfigurationParts {
  readonly rules: readonly GitleaksRule[];
  readonly allowlists: readonly GitleaksAllowlist[];
  readonly targeted: readonly { readonly ids: readonly string[]; readonly list: GitleaksAllowlist; readonly node: DataNode }[];
  /** Whether another configuration extends this one: its rules need not be whole. */
  readonly isBase: boolean;
  readonly extendsDefault: boolean;
  readonly disabledRules: readonly { readonly text: string; readonly node: DataNode }[];
  readonly base?: GitleaksConfiguration;
  fault(message: string, node?: DataNode): void;
}

/** What a rule says anew stands before what the rule of the same id says in the base; lists are added up. */
function merged(own: GitleaksRule, base: GitleaksRule): GitleaksRule {
  return {
    ...base,
    description: own.description === "" ? base.description : own.description,
    entropy: own.entropy === 0 ? base.entropy : own.entropy,
    secretGroup: own.secretGroup === 0 ? base.secretGroup : own.secretGroup,
    keywords: [...base.keywords, ...own.keywords],
    allowlists: [...base.allowlists, ...own.allowlists],
    ...(own.regex === undefined ? {} : { regex: own.regex }),
    ...(own.path === undefined ? {} : { path: own.path }),
  };
}

/** Joins a configuration with its base. Rules that mean gitleaks' own ones keep their allowlists alone. */
export function extended(parts: ConfigurationParts): GitleaksConfiguration {
  const { base, fault, targeted } = parts;
  const disabled = parts.disabledRules.map(({ text }) => text);
  const rules = new Map(parts.rules.map((rule) => [rule.id, rule]));
  for (const rule of base?.rules ?? []) {
    if (disabled.includes(rule.id)) continue;
    const own = rules.get(rule.id);
    rules.set(rule.id, own === undefined ? rule : merged(own, rule));
  }
  const extendsDefault = parts.extendsDefault || base?.extendsDefault === true;
  if (base !== undefined && !extendsDefault) {
    for (const { text, node } of parts.disabledRules)
      if (!base.rules.some(({ id }) => id === text)) fault(`There is no rule \`${text}\` to be disabled in what is extended.`, node);
  }
  const ofDefaultRules = new Map<string, readonly GitleaksAllowlist[]>(base?.ofDefaultRules);
  const forDefault = (id: string, lists: readonly GitleaksAllowlist[]): void => void ofDefaultRules.set(id, [...(ofDefaultRules.get(id) ?? []), ...lists]);
  for (const { ids, list, node } of targeted) {
    for (const id of ids) {
      const rule = rules.get(id);
      if (rule !== undefined) rules.set(id, { ...rule, allowlists: [...rule.allowlists, list] });
      else if (extendsDefault) forDefault(id, [list]);
      else fault(`There is no rule \`${id}\` for the allowlist that names it.`, node);
    }
  }
  for (const rule of rules.values()) {
    if (rule.regex === undefined && rule.path === undefined && !parts.isBase) {
      rules.delete(rule.id);
      if (extendsDefault) forDefault(rule.id, rule.allowlists);
      else fault(`The rule \`${rule.id}\` has neither \`regex\` nor \`path\`.`);
    }
    for (const { id } of rule.required) {
      if (!rules.has(id)) {
        fault(`The rule \`${rule.id}\` requires \`${id}\`, which does not exist.`);
        rules.delete(rule.id);
      }
    }
  }
  return {
    rules: [...rules.values()],
    allowlists: [...parts.allowlists, ...(base?.allowlists ?? [])],
    extendsDefault,
    disabledRules: [...disabled, ...(base?.disabledRules ?? [])],
    ofDefaultRules,
  };
}
