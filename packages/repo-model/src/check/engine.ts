// The engine: runs checks over one snapshot and makes findings of what their rules say.
import { isRepoError, type RepoPath, type SourceText } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import type { JudgeApart, JudgedApart } from "./apart.js";
import type { Check, RawFinding } from "./check.js";
import type { Context, Scope } from "./context.js";
import type { Finding, Outcome, Severity } from "./finding.js";
import { breather } from "./breather.js";
import { identitiesOf } from "./fingerprint.js";
import { idleFindings } from "./idle-suppressions.js";
import { judgeCheck, type JudgedCheck, type Pass } from "./judge-check.js";
import { notingTree } from "./noting-tree.js";
import { compareFindings, sortedOutcome } from "./order.js";
import { bothScopes, shardScope } from "./scope.js";
import { SuppressionBook, type SuppressionUse } from "./suppression.js";
import { FoundHere } from "./raw-finding.js";
import { Telling, type Incoming } from "./telling.js";
import { WholeFinding, type Identity } from "./whole-finding.js";

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
  /** Judges checks beside the others, in threads of their own. */
  readonly apart?: JudgeApart;
  /** Called when this thread has judged what is its own, and others have not. */
  readonly waits?: () => void;
  /** Hears findings as soon as they are known and those of the checks before theirs are; notes of the engine's own come with the outcome alone. */
  readonly found?: (findings: readonly Finding[]) => Promise<void>;
}

const rank: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };
const lower = (a: Severity, b: Severity | undefined): Severity => (b !== undefined && rank[b] < rank[a] ? b : a);
/** What one run came to; the paths that it read, sorted, and its suppressions, so that runs over parts can be joined. */
export interface RunOutcome extends Outcome {
  readonly files: number;
  readonly read: readonly RepoPath[];
  readonly suppressions: readonly SuppressionUse[];
}

/** A check with what is in force for it, and its thread where it has one. */
interface Begun {
  readonly check: Check;
  readonly inForce: CheckSettings;
  readonly scope: Scope;
  /** What fails in another thread, for want of memory or of a right, or was not begun there in time, is judged here. */
  readonly apart: Promise<JudgedApart | undefined> | undefined;
  note(more: number): void;
}

function begin(run: EngineRun, { check, settings }: EngineRun["checks"][number], scope: Scope, read: ReadonlySet<RepoPath>, hereIsFree: Promise<void>): Begun {
  const note = (more: number): void => run.progress?.(check.name, read.size + more);
  const inForce = check.isVerdict === true ? verdictSettings(check, settings) : settings;
  return { check, inForce, scope, note, apart: run.apart?.(check, inForce, scope, note, hereIsFree)?.catch(() => undefined) };
}

/** Judges one check, apart where that may be. Never throws but for an abort. */
async function judgeOne(
  run: EngineRun,
  { check, inForce, scope, note, apart: thread }: Begun,
  book: SuppressionBook,
  read: Set<RepoPath>,
  telling: Telling,
): Promise<JudgedCheck> {
  const names = new Map<string, Finding["rule"]>();
  const nameOf = (id: string): Finding["rule"] => {
    let name = names.get(id);
    if (name === undefined) names.set(id, (name = `${check.name}/${id}`));
    return name;
  };
  const adding =
    ({ add }: Incoming) =>
    (raw: RawFinding): void => {
      const severity = inForce.severity(raw.ruleId, raw.at.path);
      if (severity === "off" || (check.isVerdict !== true && !isKept(run, raw))) return;
      add(new FoundHere(nameOf(raw.ruleId), lower(severity, raw.severity), raw));
    };
  const apart = await thread;
  if (apart !== undefined) {
    for (const path of apart.read) read.add(path);
    book.join(apart.suppressions);
    const incoming = telling.of(check);
    const add = adding(incoming);
    for (const raw of apart.findings) add(raw);
    incoming.end();
    return apart;
  }
  run.context.signal.throwIfAborted();
  const noted = (path: RepoPath): void => {
    read.add(path);
    note(0);
  };
  const files = notingTree(run.files, book, noted, breather());
  const passes = await passesOf(inForce, files);
  const incoming = telling.of(check);
  // Of several passes, each brings its share of every part.
  const endPart = passes.length === 1 ? incoming.endPart : undefined;
  const judged = await judgeCheck(check, passes, (rule) => inForce.isOn(rule), { ...run.context, scope, files }, adding(incoming), endPart);
  incoming.end();
  return judged;
}

/** Runs the checks, each as soon as those before it are done or wait. Never throws but for an abort: what could not be done is a trouble. */
export async function runChecks(run: EngineRun): Promise<RunOutcome> {
  const book = new SuppressionBook();
  const read = new Set<RepoPath>();
  const verdicts = run.checks.filter(({ check }) => check.isVerdict === true).map(({ check }) => check);
  const isSuppressed = (finding: Finding): boolean =>
    !isVerdictOf(verdicts, finding) &&
    ((finding.at.commit === undefined && book.suppresses(finding.rule, finding.at)) || run.suppressions?.suppresses(finding) === true);
  let free = (): void => {};
  const hereIsFree = new Promise<void>((resolve) => (free = resolve));
  // Threads are begun before this one is busy.
  const begun = run.checks.flatMap((one) => {
    const scope = inShard(run, one.check);
    return scope === undefined ? [] : [begin(run, one, scope, read, hereIsFree)];
  });
  const telling = new Telling(
    begun.map(({ check }) => check),
    (found) => settled(found).filter((finding) => !isSuppressed(finding)),
    (findings) => run.found?.(findings),
  );
  const judging: ReturnType<typeof judgeOne>[] = [];
  for (const one of begun) {
    const part = judgeOne(run, one, book, read, telling);
    judging.push(part);
    // Reading from disk does not wait; git and other threads do.
    await Promise.race([part.catch(() => {}), new Promise((resolve) => setImmediate(resolve))]);
  }
  const own = judging.filter((_, index) => begun[index]?.apart === undefined);
  if (own.length < judging.length)
    void Promise.allSettled(own).then(() => {
      free();
      run.waits?.();
    });
  const parts = await Promise.all(judging);
  const skipped = new Map(parts.flatMap((part) => part.skipped).map((one) => [`${one.path}\0${one.reason}`, one]));
  // A suppression may stand in a file that another check has read since.
  const findings = (await telling.all()).filter((finding) => !isSuppressed(finding));
  const suppressions = [...book.uses(), ...(run.suppressions?.uses() ?? [])];
  const idle = run.reportsIdle === true ? idleFindings(suppressions, rulesOf(run.checks.map(({ check }) => check))) : [];
  const outcome = {
    findings: findings.concat(idle),
    troubles: parts.flatMap((part) => part.troubles),
    skipped: [...skipped.values()],
    notRun: parts.flatMap((part) => part.notRun),
  };
  return { ...sortedOutcome(outcome), files: read.size, read: [...read].toSorted(), suppressions };
}

/** Findings of one check that are whole by path and rule, in the order of the report. */
function settled(found: readonly FoundHere[]): Finding[] {
  const sorted = found.toSorted(compareFindings);
  const identities = identitiesOf(sorted);
  return sorted.map(({ rule, severity, raw }, index) => new WholeFinding(rule, severity, raw, identities[index] as Identity));
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
async function passesOf({ options, variants }: CheckSettings, files: FileTree): Promise<Pass[]> {
  if (variants === undefined) return [{ options, includes: () => true }];
  const names = new Set((await files.list()).map(({ path }) => variants.of(path)));
  return [...names].map((name) => ({ options: variants.options(name), includes: (path) => variants.of(path) === name }));
}

function isKept({ context }: EngineRun, { at, related = [], causes = [] }: RawFinding): boolean {
  if (context.ignore.length > 0 && context.ignores?.(at.path) === true) return false;
  const { scope } = context;
  return (
    scope.keeps(at) || related.some((one) => scope.keeps(one.at)) || (typeof causes === "function" ? causes() : causes).some((path) => scope.touches(path))
  );
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
