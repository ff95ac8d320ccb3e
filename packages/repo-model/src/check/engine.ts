// The engine: runs checks over one snapshot and makes findings of what their rules say.
import { isRepoError, RepoError, sourceText, fromBytes, type RepoPath, type SourceText } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import type { Check, RawFinding } from "./check.js";
import type { Context, Scope } from "./context.js";
import type { Finding, Outcome, Severity } from "./finding.js";
import { withFingerprints } from "./fingerprint.js";
import { idleFindings } from "./idle-suppressions.js";
import { compareFindings, sortedOutcome } from "./order.js";
import { bothScopes, shardScope } from "./scope.js";
import { SuppressionBook, suppressionWord, type SuppressionUse } from "./suppression.js";

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

/** One run's input. */
export interface EngineRun {
  readonly checks: readonly { readonly check: Check; readonly settings: CheckSettings }[];
  readonly context: Omit<Context, "files" | "trouble" | "skip" | "notRun">;
  readonly files: FileTree;
  /** The configuration's `suppress`: whether an entry holds for a finding, and afterwards which did. */
  readonly suppressions?: { suppresses(finding: Finding): boolean; uses(): readonly SuppressionUse[] };
  /** Checks of file scope read their share of the paths; those of repository scope run in the first shard alone. `index` from 1. */
  readonly shard?: { readonly index: number; readonly count: number };
  /** Hears which check has read how many files. */
  readonly progress?: (check: string, files: number) => void;
  /** Looks for unused suppressions too: in full runs alone. */
  readonly reportsIdle?: boolean;
}

const rank: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };
const lower = (a: Severity, b: Severity | undefined): Severity => (b !== undefined && rank[b] < rank[a] ? b : a);
const marker = Buffer.from(suppressionWord);

/** The tree, noting suppressions in whatever is read of it. */
function notingTree(files: FileTree, book: SuppressionBook, note: (path: RepoPath) => void): FileTree {
  const noted = (path: RepoPath, bytes: Uint8Array | undefined): Uint8Array | undefined => {
    if (bytes === undefined) return undefined;
    note(path);
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker)) book.note(sourceText(path, fromBytes(bytes)));
    return bytes;
  };
  const { passing } = files;
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
    bytes: async (path, limit) => noted(path, await files.bytes(path, limit)),
    ...(passing === undefined ? {} : { passing: async (path, limit) => noted(path, await passing(path, limit)) }),
  };
}

/** Any fault as the one error: a fault of ours is INTERNAL. */
export function asRepoError(error: unknown): RepoError {
  if (isRepoError(error)) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new RepoError("INTERNAL", `caio failed: ${text}`, { cause: error, hint: "Please report this; `--verbose` shows where." });
}

/** What one run came to; the paths that it read, sorted, and its suppressions, so that runs over parts can be joined. */
export interface RunOutcome extends Outcome {
  readonly files: number;
  readonly read: readonly RepoPath[];
  readonly suppressions: readonly SuppressionUse[];
}

/** Runs the checks one after the other. Never throws but for an abort: what could not be done is a trouble. */
export async function runChecks(run: EngineRun): Promise<RunOutcome> {
  const troubles: RepoError[] = [];
  const skipped = new Map<string, { path: RepoPath; reason: string }>();
  const notRun: Outcome["notRun"][number][] = [];
  const book = new SuppressionBook();
  const read = new Set<RepoPath>();
  let current = "";
  const files = notingTree(run.files, book, (path) => {
    read.add(path);
    run.progress?.(current, read.size);
  });
  const found: (RawFinding & { rule: Finding["rule"]; severity: Severity })[] = [];
  for (const { check, settings } of run.checks) {
    const scoped = inShard(run, check);
    if (scoped === undefined) continue;
    current = check.name;
    const context: Context = {
      ...run.context,
      scope: scoped,
      files,
      trouble: (error) => troubles.push(error),
      skip: (path, reason) => skipped.set(`${path}\0${reason}`, { path, reason }),
      notRun: (reason, text) => notRun.push({ check: check.name, reason, ...(text === undefined ? {} : { text }) }),
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
  for (const { fingerprintText: _text, causes: _causes, ruleId: _id, ...finding } of withFingerprints(found.toSorted(compareFindings))) {
    if (isVerdictOf(verdicts, finding)) {
      findings.push(finding);
      continue;
    }
    if (finding.at.commit === undefined && book.suppresses(finding.rule, finding.at)) continue;
    if (run.suppressions?.suppresses(finding) === true) continue;
    findings.push(finding);
  }
  const suppressions = [...book.uses(), ...(run.suppressions?.uses() ?? [])];
  if (run.reportsIdle === true) findings.push(...idleFindings(suppressions, rulesOf(run.checks.map(({ check }) => check))));
  return { ...sortedOutcome({ findings, troubles, skipped: [...skipped.values()], notRun }), files: read.size, read: [...read].toSorted(), suppressions };
}

/** The scope of a check under `--shard`; undefined where it runs in another shard. */
function inShard({ shard, context }: EngineRun, { scope }: Check): Scope | undefined {
  if (shard === undefined) return context.scope;
  if (scope === "repository") return shard.index === 1 ? context.scope : undefined;
  return bothScopes(context.scope, shardScope(shard.index, shard.count));
}

/** The full names of the rules of checks. */
export function rulesOf(checks: readonly Check[]): ReadonlySet<string> {
  return new Set(checks.flatMap(({ name, rules }) => rules.map(({ id }) => `${name}/${id}`)));
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
