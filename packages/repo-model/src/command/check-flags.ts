// Flags of checks: what they are in a call, and how they override options.
import type { Check, CheckFlag, CheckSettings } from "../check/index.js";
import type { Arguments } from "./flags.js";

/** The flags of several checks. */
export function flagsOf(checks: readonly Check[]): Readonly<Record<string, CheckFlag>> {
  return Object.fromEntries(checks.flatMap(({ flags }) => Object.entries(flags)));
}

/** Settings with the options that the call's flags override. Throws USAGE for a value that a flag refuses. */
export function withFlags(check: Check, settings: CheckSettings, given: Arguments["flags"]): CheckSettings {
  const over = Object.fromEntries(
    Object.entries(check.flags).flatMap(([name, { option, read }]) => {
      const value = given[name];
      if (value === undefined) return [];
      return [[option, typeof value === "string" && read !== undefined ? read(value) : value] as const];
    }),
  );
  if (Object.keys(over).length === 0) return settings;
  const put = (options: unknown): unknown => ({ ...(options as object), ...over });
  const { variants } = settings;
  return {
    ...settings,
    options: put(settings.options),
    ...(variants === undefined ? {} : { variants: { of: (path) => variants.of(path), options: (variant) => put(variants.options(variant)) } }),
  };
}
