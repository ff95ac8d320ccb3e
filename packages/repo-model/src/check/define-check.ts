// defineCheck: from rules over facts to a check that the command can run.
import type { Repository } from "../git/index.js";
import { partEnd, type Check, type CheckOptions, type CheckRun, type RawFinding } from "./check.js";
import type { CheckFlag, Command } from "./command.js";
import type { Context } from "./context.js";
import type { Draft, Finding } from "./finding.js";
import { rawFinding } from "./raw-finding.js";
import { runCheck } from "./run-check.js";
import type { Rule, Suggestion } from "./rule.js";

export interface CheckDefinition<Facts, Options> {
  readonly name: string;
  readonly summary: string;
  readonly version: string;
  /** `file`: each fact comes of one file, so that a run can be sharded and narrowed by path; `repository`: it needs them all. */
  readonly scope: "file" | "repository";
  /**
   * The findings judge a change as a whole, and the change must not silence them: rules that are off or lowered, `overrides`, `ignore`,
   * suppressions, scopes and the baseline of the judged state do not hold for them. The check reads what is in force from the base.
   */
  readonly isVerdict?: boolean;
  /** Each facts that `read` yields are a part, and judged by rules that no other part has (`Rule.part`): its findings are shown while the next is read. */
  readonly hasParts?: true;
  /** Whether, with these options, it goes by files and git alone: it starts nothing and asks nobody. Another thread may judge it then. */
  isLocal?(options: Options): boolean;
  readonly options: CheckOptions<Options>;
  readonly rules: readonly Rule<Facts, Options>[];
  /** `new URL("../docs/rules/", import.meta.url)` in the check's own source. */
  readonly documents: URL;
  /** The only asynchronous part: reads the disk or git and yields facts. `isOn` spares it what only a rule that is off would need. */
  read(context: Context, options: Options, isOn: (rule: string) => boolean): AsyncIterable<Facts>;
  /** In place of the rules' `find`, when rules share one pass. Pure. */
  judge?(facts: Facts, options: Options, isOn: (rule: string) => boolean): Iterable<Draft & { readonly rule: string }>;
  prepare?(): Promise<void>;
  suggest?(context: Context): Promise<readonly Suggestion[]>;
  mask?(text: string): string;
  readonly memory?: Check["memory"];
  explain?(name: string): string | undefined;
  readonly commands?: readonly Command<Options>[];
  /** By name, without the dashes: `{ "decode-depth": { summary, value: "N", option: "decodeDepth", read: Number } }`. */
  readonly flags?: Readonly<Record<string, CheckFlag & { readonly option: keyof Options & string }>>;
}

/** States a rule's types once; returns it as it is. */
export function defineRule<Facts, Options>(rule: Rule<Facts, Options>): Rule<Facts, Options> {
  return rule;
}

/** Makes a check of its definition. */
export function defineCheck<Facts, Options>(definition: CheckDefinition<Facts, Options>): Check {
  const { name, summary, version, scope, rules, documents } = definition;
  async function* judge(context: Context, options: unknown, isOn: (rule: string) => boolean): AsyncIterable<RawFinding | typeof partEnd> {
    // The engine passes what this check's own schema gave.
    const own = options as Options;
    for await (const facts of definition.read(context, own, isOn)) {
      context.signal.throwIfAborted();
      if (definition.judge !== undefined) {
        for (const draft of definition.judge(facts, own, isOn)) if (isOn(draft.rule)) yield rawFinding(draft.rule, draft);
      } else
        for (const rule of rules) {
          if (!isOn(rule.id)) continue;
          for (const draft of rule.find(facts, own)) yield rawFinding(rule.id, draft);
        }
      if (definition.hasParts === true) yield partEnd;
    }
  }
  const check: Check = {
    name,
    summary,
    version,
    scope,
    documents,
    judge,
    // By name: how modules list their exports differs between loaders.
    rules: rules
      .map(({ id, summary: ruleSummary, severity, part }) => ({ id, summary: ruleSummary, severity, ...(part === undefined ? {} : { part }) }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    options: definition.options as CheckOptions<unknown>,
    commands: (definition.commands ?? []) as readonly Command[],
    flags: definition.flags ?? {},
    ...(definition.isVerdict === undefined ? {} : { isVerdict: definition.isVerdict }),
    // The engine passes what this check's own schema gave.
    ...(definition.isLocal === undefined ? {} : { isLocal: (options: unknown) => definition.isLocal?.(options as Options) === true }),
    ...(definition.prepare === undefined ? {} : { prepare: definition.prepare }),
    ...(definition.suggest === undefined ? {} : { suggest: definition.suggest }),
    ...(definition.mask === undefined ? {} : { mask: definition.mask }),
    ...(definition.memory === undefined ? {} : { memory: definition.memory }),
    ...(definition.explain === undefined ? {} : { explain: definition.explain }),
    run: (repository: Repository, run: CheckRun = {}): AsyncIterable<Finding> => runCheck(check, repository, run),
  };
  return check;
}
