// The engine: runs checks over one snapshot and makes findings of what their rules say.
import { isRepoError, RepoError, sourceText, fromBytes, type Location, type RepoPath, type SourceText } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import type { Check, RawFinding } from "./check.js";
import type { Context } from "./context.js";
import type { Finding, Outcome, Severity } from "./finding.js";
import { withFingerprints } from "./fingerprint.js";
import { SuppressionBook, suppressionWord } from "./suppression.js";

/** What the configuration says of one check. */
export interface CheckSettings {
  readonly options: unknown;
  /** The severity of a rule (short id) at a path. */
  severity(rule: string, path: RepoPath): Severity | "off";
  /** Whether any path has the rule on. */
  isOn(rule: string): boolean;
  /** Where options differ by path, for checks of file scope: the variant of a path, and the options of a variant. */
  readonly variants?: { of(path: RepoPath): string; options(variant: string): unknown };
}

/** An entry of the configuration's `suppress`, as far as the engine tells of it. */
export interface IdleEntry {
  readonly entry: { readonly rule: string; readonly at: Location; readonly expires?: string };
  readonly isExpired: boolean;
}

/** One run's input. */
export interface EngineRun {
  readonly checks: readonly { readonly check: Check; readonly settings: CheckSettings }[];
  readonly context: Omit<Context, "files" | "trouble" | "skip" | "notRun">;
  readonly files: FileTree;
  /** The configuration's `suppress`: whether an entry holds for a finding, and the entries that held for none. */
  readonly suppressions?: { suppresses(finding: Finding): boolean; idle(): readonly IdleEntry[] };
  /** Looks for unused suppressions too: in full runs alone. */
  readonly reportsIdle?: boolean;
}

const rank: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };
const lower = (a: Severity, b: Severity | undefined): Severity => (b !== undefined && rank[b] < rank[a] ? b : a);
const marker = Buffer.from(suppressionWord);

/** The tree, noting suppressions in whatever is read of it. */
function notingTree(files: FileTree, book: SuppressionBook, note: (path: RepoPath) => void): FileTree {
  return {
    ...files,
    list: (selection) => files.list(selection),
    async text(path) {
      const source = await files.text(path);
      if (source === undefined) return undefined;
      note(path);
      book.note(source);
      return source;
    },
    async bytes(path) {
      const bytes = await files.bytes(path);
      if (bytes === undefined) return undefined;
      note(path);
      if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker)) book.note(sourceText(path, fromBytes(bytes)));
      return bytes;
    },
  };
}

function compare(a: Pick<Finding, "at" | "rule" | "message">, b: Pick<Finding, "at" | "rule" | "message">): number {
  const byText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  return (
    byText(a.at.path, b.at.path) ||
    a.at.start.line - b.at.start.line ||
    a.at.start.column - b.at.start.column ||
    byText(a.rule, b.rule) ||
    byText(a.at.commit ?? "", b.at.commit ?? "") ||
    byText(a.message, b.message)
  );
}

/** Any fault as the one error: a fault of ours is INTERNAL. */
export function asRepoError(error: unknown): RepoError {
  if (isRepoError(error)) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new RepoError("INTERNAL", `caio failed: ${text}`, { cause: error, hint: "Please report this; `--verbose` shows where." });
}

/** Runs the checks one after the other. Never throws but for an abort: what could not be done is a trouble. */
export async function runChecks(run: EngineRun): Promise<Outcome & { readonly files: number }> {
  const troubles: RepoError[] = [];
  const skipped = new Map<string, { path: RepoPath; reason: string }>();
  const notRun: { check: string; reason: string }[] = [];
  const book = new SuppressionBook();
  const read = new Set<RepoPath>();
  const files = notingTree(run.files, book, (path) => read.add(path));
  const found: (RawFinding & { rule: Finding["rule"]; severity: Severity })[] = [];
  for (const { check, settings } of run.checks) {
    const context: Context = {
      ...run.context,
      files,
      trouble: (error) => troubles.push(error),
      skip: (path, reason) => skipped.set(`${path}\0${reason}`, { path, reason }),
      notRun: (reason) => notRun.push({ check: check.name, reason }),
    };
    const inForce = check.isVerdict === true ? verdictSettings(check, settings) : settings;
    const isOn = (rule: string): boolean => inForce.isOn(rule);
    try {
      for (const { options, includes } of await passesOf(inForce, files)) {
        const scope = { ...context.scope, includes: (path: RepoPath) => context.scope.includes(path) && includes(path) };
        for await (const raw of check.judge({ ...context, scope }, options, isOn)) {
          const severity = inForce.severity(raw.ruleId, raw.at.path);
          if (severity === "off" || !includes(raw.at.path)) continue;
          if (check.isVerdict !== true && !isKept(run, raw)) continue;
          found.push({ ...raw, rule: `${check.name}/${raw.ruleId}`, severity: lower(severity, raw.severity) });
        }
      }
    } catch (error) {
      if (run.context.signal.aborted) throw error;
      troubles.push(asRepoError(error));
    }
  }
  const findings: Finding[] = [];
  const verdicts = run.checks.filter(({ check }) => check.isVerdict === true).map(({ check }) => check);
  for (const { fingerprintText: _text, causes: _causes, ruleId: _id, ...finding } of withFingerprints(found.toSorted(compare))) {
    if (isVerdictOf(verdicts, finding)) {
      findings.push(finding);
      continue;
    }
    if (finding.at.commit === undefined && book.suppresses(finding.rule, finding.at)) continue;
    if (run.suppressions?.suppresses(finding) === true) continue;
    findings.push(finding);
  }
  if (run.reportsIdle === true) findings.push(...idleSuppressions(book, run));
  return {
    findings: findings.toSorted(compare),
    troubles,
    skipped: [...skipped.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    notRun,
    files: read.size,
  };
}

/** Whether a finding is a verdict: what the judged state says of it does not hold. */
export function isVerdictOf(checks: readonly Check[], { rule }: Pick<Finding, "rule">): boolean {
  return checks.some(({ name, isVerdict }) => isVerdict === true && rule.startsWith(`${name}/`));
}

/** Severities as the check itself states them; a draft may lower its own. */
function verdictSettings({ rules }: Check, { options }: CheckSettings): CheckSettings {
  const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
  const severity = (rule: string): Severity | "off" => severities.get(rule) ?? "off";
  return { options, severity, isOn: (rule) => severity(rule) !== "off" };
}

/** One pass of a check for each group of paths that shares its options. */
async function passesOf({ options, variants }: CheckSettings, files: FileTree): Promise<{ options: unknown; includes(path: RepoPath): boolean }[]> {
  if (variants === undefined) return [{ options, includes: () => true }];
  const names = new Set((await files.list()).map(({ path }) => variants.of(path)));
  return [...names].map((name) => ({ options: variants.options(name), includes: (path) => variants.of(path) === name }));
}

function isKept({ context }: EngineRun, { at, related = [], causes = [] }: RawFinding): boolean {
  if (context.ignore.length > 0 && context.ignores?.(at.path) === true) return false;
  const { scope } = context;
  return scope.keeps(at) || related.some((one) => scope.keeps(one.at)) || causes.some((path) => scope.touches(path));
}

/** Findings about suppressions of rules that ran: without a reason they do not hold, unused they mislead. */
function idleSuppressions(book: SuppressionBook, run: EngineRun): Finding[] {
  const rules = new Set(run.checks.flatMap(({ check }) => check.rules.map(({ id }) => `${check.name}/${id}`)));
  const drafts: (RawFinding & { rule: Finding["rule"]; severity: Severity })[] = [];
  for (const { rule, reason, at } of book.idle()) {
    if (!rules.has(rule)) continue;
    const isBare = reason === "";
    drafts.push({
      ruleId: isBare ? "suppression-without-reason" : "unused-suppression",
      rule: isBare ? "caio/suppression-without-reason" : "caio/unused-suppression",
      severity: "warning",
      message: isBare ? `The suppression of \`${rule}\` gives no reason, so it does not hold.` : `The suppression of \`${rule}\` suppresses nothing.`,
      help: isBare ? `Write \`caio-ignore ${rule}: why it is right here\`.` : "Remove it.",
      at,
    });
  }
  for (const { entry, isExpired } of run.suppressions?.idle() ?? []) {
    if (!rules.has(entry.rule)) continue;
    const ruleId = isExpired ? "expired-suppression" : "unused-suppression";
    const message = isExpired
      ? `The suppression of \`${entry.rule}\` expired after \`${entry.expires ?? ""}\`.`
      : `The suppression of \`${entry.rule}\` suppresses nothing.`;
    drafts.push({ ruleId, rule: `caio/${ruleId}`, severity: "warning", message, help: "Remove it.", at: entry.at });
  }
  return withFingerprints(drafts).map(({ ruleId: _id, fingerprintText: _text, ...finding }) => finding);
}

/** Reads a text for a check: binary and too large files are skipped and counted, unreadable ones are troubles. */
export async function readText(context: Context, path: RepoPath): Promise<SourceText | undefined> {
  try {
    return await context.files.text(path);
  } catch (error) {
    if (!isRepoError(error)) throw error;
    if (error.code === "FILE_BINARY") context.skip(path, "binary");
    else if (error.code === "FILE_TOO_LARGE") context.skip(path, "too large");
    else context.trouble(error);
    return undefined;
  }
}
