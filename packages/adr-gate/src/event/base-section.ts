// The gate's section of the configuration at the base: what is in force for a change cannot come from the change.
import { findConfiguration } from "@caio/repo-model/config";
import { child, toValue } from "@caio/repo-model/data";
import type { Severity } from "@caio/repo-model/check";
import { pathMatcher } from "@caio/repo-model/patterns";
import { isRepoError, RepoError, type RepoPath } from "@caio/repo-model/text";
import type { FileTree } from "@caio/repo-model/tree";
import { errorTexts } from "../reasons.js";
import type { AdrGateOptions } from "../defaults.js";
import { plainOptions } from "../plain-options.js";
import { isMap } from "./review.js";

export interface BaseSection {
  readonly options: AdrGateOptions;
  /** The severity that the base's `rules` and `overrides` give. */
  severity(rule: string, path: string): Severity | "off";
}

const isSeverity = (value: unknown): value is Severity | "off" => value === "off" || value === "note" || value === "warning" || value === "error";

function severities(rules: unknown): ReadonlyMap<string, Severity | "off"> {
  return new Map(isMap(rules) ? Object.entries(rules).flatMap(([rule, value]) => (isSeverity(value) ? [[rule, value] as const] : [])) : []);
}

function overridesOf(raw: unknown): readonly { matches(path: string): boolean; rules: ReadonlyMap<string, Severity | "off"> }[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((one: unknown) => {
    const files: unknown[] = isMap(one) && Array.isArray(one["files"]) ? one["files"] : [];
    const patterns = files.filter((file): file is string => typeof file === "string");
    return isMap(one) && patterns.length > 0 ? [{ matches: pathMatcher(patterns), rules: severities(one["rules"]) }] : [];
  });
}

async function bySchema(raw: unknown): Promise<AdrGateOptions> {
  const { schema } = await import("../options.js");
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const { message, help } = errorTexts["config-invalid"];
  const [issue] = parsed.error.issues;
  throw new RepoError("CONFIG_INVALID", `${message} \`${["adr-gate", ...(issue?.path ?? [])].map(String).join(".")}\`: ${issue?.message ?? ""}`, {
    hint: help,
  });
}

/** Reads the section in a state of the repository; undefined where there is none. Throws CONFIG_INVALID. */
export async function readBaseSection(files: FileTree, named: RepoPath | undefined): Promise<BaseSection | undefined> {
  const found = await findConfiguration(files, named).catch((error: unknown) => {
    if (isRepoError(error) && error.code === "FILE_MISSING") return undefined;
    throw error;
  });
  const node = child(found?.root, "adr-gate");
  const { message, help } = errorTexts["config-invalid"];
  const [problem] = found?.document.problems ?? [];
  if (found !== undefined && problem !== undefined) throw new RepoError("CONFIG_INVALID", `${message} ${problem.message}`, { hint: help });
  if (node === undefined) return undefined;
  const section = toValue(node);
  const { rules, overrides, ...raw } = isMap(section) ? section : {};
  const options = plainOptions(raw) ?? (await bySchema(raw));
  const [own, byPath] = [severities(rules), overridesOf(overrides)];
  return {
    options,
    severity: (rule, path) => byPath.findLast((one) => one.rules.has(rule) && one.matches(path))?.rules.get(rule) ?? own.get(rule) ?? "error",
  };
}
