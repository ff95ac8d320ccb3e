// Gathers what the page shows beside the findings: lines, patches, owners, earlier runs.
import type { Finding } from "@caio/repo-model/check";
import { commandParts } from "@caio/repo-model/command";
import type { Report, ReportWorld } from "@caio/repo-model/report";
import { escapeControls, sourceText, type RepoPath, type SourceText } from "@caio/repo-model/text";
import { viewFrame } from "./frame.js";
import { readOwners } from "./owners.js";
import { readTrend } from "./trend.js";
import type { ReportView, ViewFinding } from "./view.js";

/** A larger file shows the line of the finding alone. */
const wholeFileLimit = 1 << 20;
/** A longer patch is told by its title. */
const patchLimit = 20_000;

const shown = (text: string): string => escapeControls(text, "\n");

/** Files as they are after masking, each read once. */
function maskedSources({ files, mask }: ReportWorld): (path: RepoPath) => Promise<SourceText | undefined> {
  const known = new Map<RepoPath, Promise<SourceText | undefined>>();
  const read = async (path: RepoPath): Promise<SourceText | undefined> => {
    const source = await files.text(path).catch(() => undefined);
    if (source === undefined || source.text.length > wholeFileLimit) return undefined;
    return sourceText(path, mask(source.text));
  };
  return (path) => {
    const one = known.get(path) ?? read(path);
    known.set(path, one);
    return one;
  };
}

/** A fix as `git apply` takes it; undefined where its text is not known, is masked, or is too long. */
async function patchOfFix({ fix, at }: Finding, world: ReportWorld): Promise<string | undefined> {
  if (fix === undefined || at.commit !== undefined) return undefined;
  const { applyToTree, patchOfChanges } = await commandParts();
  const changes = await applyToTree(world.files, fix.edits).catch(() => []);
  const patch = patchOfChanges(changes);
  return patch === "" || patch.length > patchLimit || world.mask(patch) !== patch ? undefined : escapeControls(patch, "\n\t");
}

/** The view of one run. */
export async function gatherView(report: Report, world: ReportWorld): Promise<ReportView> {
  const owners = await readOwners(world.files);
  const sourceOfPath = maskedSources(world);
  const findings: ViewFinding[] = [];
  for (const [index, finding] of report.outcome.findings.entries()) {
    const { at, rule, severity, message, help, related, fix, fingerprint } = finding;
    const real = world.findings[index];
    const frame = viewFrame(at, at.commit === undefined ? await sourceOfPath(real?.at.path ?? at.path) : undefined);
    const patch = real === undefined ? undefined : await patchOfFix(real, world);
    findings.push({
      rule,
      severity,
      message: shown(message),
      path: escapeControls(at.path),
      line: at.start.line,
      column: at.start.column,
      isKnown: report.baseline(finding) === "known",
      fingerprint,
      owners: (owners?.(real?.at.path ?? at.path) ?? []).map((owner) => escapeControls(owner)),
      ...(at.commit === undefined ? {} : { commit: at.commit }),
      ...(help === undefined ? {} : { help: shown(help) }),
      ...(frame === undefined ? {} : { frame }),
      ...(related === undefined || related.length === 0
        ? {}
        : { related: related.map((one) => ({ message: shown(one.message), path: escapeControls(one.at.path), line: one.at.start.line })) }),
      ...(fix === undefined ? {} : { fix: { kind: fix.kind, title: shown(fix.title), ...(patch === undefined ? {} : { patch }) } }),
    });
  }
  const { outcome } = report;
  const count = (wanted: string): number => findings.filter(({ severity, isKnown }) => severity === wanted && !isKnown).length;
  const earlier = await readTrend(world.option("trend"), world.cwd);
  return {
    tool: report.tool.name,
    version: report.tool.version,
    ...(report.commit === undefined ? {} : { commit: report.commit }),
    files: report.files,
    checks: report.checks.map(({ name }) => name),
    summaries: Object.fromEntries(report.checks.flatMap(({ name, rules }) => rules.map(({ id, summary }) => [`${name}/${id}`, summary] as const))),
    findings,
    troubles: outcome.troubles.map(({ code, message, hint, at }) => ({
      code,
      message: shown(message),
      ...(hint === undefined ? {} : { hint: shown(hint) }),
      ...(at === undefined ? {} : { path: escapeControls(at.path), line: at.start.line }),
    })),
    skipped: outcome.skipped.map(({ path, reason }) => ({ path: escapeControls(path), reason: escapeControls(reason) })),
    notRun: outcome.notRun.map(({ check, reason, text }) => ({ check, reason: escapeControls(text ?? reason) })),
    trend: earlier.length === 0 ? [] : [...earlier, { name: "this run", errors: count("error"), warnings: count("warning"), notes: count("note") }],
  };
}
