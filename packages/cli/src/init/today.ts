// What caio finds today, under the configuration that is about to be written.
import { runChecks, type Check, type Finding } from "@caio/repo-model/check";
import { commandParts, type Call } from "@caio/repo-model/command";
import { loadConfiguration, sectionOptions } from "@caio/repo-model/config";
import { overlayTree } from "@caio/repo-model/tree";
import type { Change } from "./change.js";
import { unionEdit } from "./packages.js";
import type { Look } from "./look.js";

export interface Today {
  readonly errors: number;
  readonly warnings: number;
  readonly secrets: number;
  readonly findings: readonly Finding[];
}

/** Runs the checks as they will run. What cannot be read now is said by the first run. */
export async function findToday(call: Call, checks: readonly Check[], changes: readonly Change[]): Promise<Today> {
  const { applyToTree, openRun, readArguments } = await commandParts();
  const opened = await openRun({ ...call, args: readArguments(call.argv, { yes: { summary: "" }, compare: { summary: "" } }), selected: undefined }, checks);
  const own = changes.filter(({ id }) => id === "configuration").flatMap(({ edits }) => edits);
  const files = own.length === 0 ? opened.files : overlayTree(opened.files, await applyToTree(opened.files, own));
  const configuration = await loadConfiguration(files, { names: checks.map(({ name }) => name) });
  const settled: { check: Check; settings: Awaited<ReturnType<typeof sectionOptions>> }[] = [];
  for (const check of checks) settled.push({ check, settings: await sectionOptions(configuration, check) });
  const outcome = await runChecks({ checks: settled, context: opened.context, files, suppressions: opened.suppressions });
  const findings = outcome.findings.filter((finding) => !opened.isKnown(finding));
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    secrets: findings.filter(({ rule, severity }) => rule.startsWith("secret-scan/") && severity === "error").length,
    findings,
  };
}

/** A new baseline; undefined where there is one: `baseline write` is the command that renews it. */
export async function baselineChange(look: Look, { findings }: Today): Promise<Change | undefined> {
  const { baselinePath, baselineText } = await commandParts();
  if (look.has(baselinePath)) return undefined;
  const edits = [{ path: baselinePath, create: baselineText(findings) }, ...(await unionEdit(look, baselinePath))];
  return { id: "baseline", title: "a baseline", isRecommended: false, edits };
}
