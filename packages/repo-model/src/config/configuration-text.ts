// The configuration as it is in force, as YAML that reads back to the same.
import type { Check } from "../check/check.js";
import type { Configuration, Suppression } from "./configuration.js";
import { sectionOptions } from "./section-options.js";

/** What JSON allows and a terminal or an editor would obey. */
const obeyed = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value on one line: JSON, which YAML reads. */
function flow(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) => (inner instanceof RegExp ? inner.source : inner)) ?? "null";
  return text.replace(obeyed, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const key = (name: string): string => (/^[A-Za-z][\w-]*$/.test(name) && !/^(?:null|true|false|yes|no|on|off|y|n)$/i.test(name) ? name : flow(name));

function suppressionText({ at: _at, ...entry }: Suppression): string {
  return `  - ${flow(entry)}\n`;
}

async function sectionText(configuration: Configuration, check: Check): Promise<string> {
  const section = configuration.sections.get(check.name);
  const { options } = await sectionOptions(configuration, check);
  let text = `${key(check.name)}:\n`;
  for (const [name, value] of Object.entries(options ?? {})) if (value !== undefined) text += `  ${key(name)}: ${flow(value)}\n`;
  text += check.rules.length === 0 ? "" : "  rules:\n";
  for (const { id, severity } of check.rules) text += `    ${id}: ${section?.rules[id] ?? severity}\n`;
  const overrides = section?.overrides ?? [];
  if (overrides.length > 0) text += "  overrides:\n";
  for (const { at: _at, ...override } of overrides) text += `    - ${flow(override)}\n`;
  return text;
}

/** The configuration in force for these checks, defaults included. Throws CONFIG_INVALID. */
export async function configurationText(configuration: Configuration, checks: readonly Check[]): Promise<string> {
  let text = configuration.path === undefined ? "# No configuration file: the defaults are in force.\n" : `# ${flow(configuration.path).slice(1, -1)}\n`;
  if (configuration.ignore.length > 0) text += `ignore: ${flow(configuration.ignore)}\n`;
  if (configuration.suppress.length > 0) text += `suppress:\n${configuration.suppress.map(suppressionText).join("")}`;
  for (const check of checks) text += await sectionText(configuration, check);
  return text;
}
