// Which changes need a decision, and why: guardrails, the configuration, new dependencies.
import type { AdrGateOptions, Guardrail } from "../defaults.js";
import type { GateChange, GateInput, Trigger } from "../verdict.js";
import { isConfigurationChange } from "./configuration-change.js";
import { deadPatterns } from "./dead-patterns.js";
import { newDependencies } from "./new-dependencies.js";
import { patternSet, type PatternSet } from "./path-patterns.js";
import { isSameData } from "./semantic.js";

interface ReadGuardrail {
  readonly guardrail: Guardrail;
  readonly patterns: PatternSet;
}

/** The configuration, with its patterns read. `fault` says why it cannot be used. */
export interface Rails {
  readonly guardrails: readonly ReadGuardrail[];
  readonly exclude: PatternSet;
  readonly fault: string | undefined;
  readonly notices: readonly string[];
}

/** A pattern that stands by itself is a guardrail of its own name. */
export function guardrailsOf(config: Pick<AdrGateOptions, "guardrails">): readonly Guardrail[] {
  return config.guardrails.map((one) => (typeof one === "string" ? { id: one, paths: [one] } : one));
}

export function readRails(config: AdrGateOptions): Rails {
  const guardrails = guardrailsOf(config).map((guardrail) => ({ guardrail, patterns: patternSet(guardrail.paths) }));
  const exclude = patternSet(config.exclude);
  const negative = guardrails.find(({ patterns }) => !patterns.isPositive);
  const broken = [...guardrails.map(({ patterns }) => patterns), exclude].find(({ fault }) => fault !== undefined)?.fault;
  const fault =
    negative !== undefined
      ? `The guardrail \`${negative.guardrail.id}\` has negated patterns alone, so that it selects nothing.`
      : broken === undefined
        ? undefined
        : `The pattern \`${broken}\` cannot be read.`;
  const hasBackslash = [...guardrails.map(({ patterns }) => patterns), exclude].some((patterns) => patterns.hasBackslash);
  const isDead = fault === undefined && deadPatterns(guardrailsOf(config), config.exclude).length > 0;
  return { guardrails, exclude, fault, notices: [...(hasBackslash ? ["pattern-backslash"] : []), ...(isDead ? ["pattern-dead"] : [])] };
}

/** `R` and `C` as git without rename detection tells them, so that similarity cannot change the verdict. */
export function withoutRenames(changes: readonly GateChange[]): readonly GateChange[] {
  return changes.flatMap((change): readonly GateChange[] => {
    if (change.status !== "R" && change.status !== "C") return [change];
    const { path, oldPath, oldMode, newMode, before, after } = change;
    const added: GateChange = { status: "A", path, oldMode: "000000", newMode, after };
    return change.status === "C" || oldPath === undefined ? [added] : [{ status: "D", path: oldPath, oldMode, newMode: "000000", before }, added];
  });
}

/** Why a path would trigger, or what leaves it out. */
export interface PathJudgement {
  readonly guardrail?: Guardrail;
  readonly pattern?: string;
  readonly excludedBy?: string;
}

export function judgePath(path: string, rails: Rails): PathJudgement {
  const excludedBy = rails.exclude.match(path);
  for (const { guardrail, patterns } of rails.guardrails) {
    const pattern = patterns.match(path);
    if (pattern !== undefined) return { guardrail, pattern, ...(excludedBy === undefined ? {} : { excludedBy }) };
  }
  return excludedBy === undefined ? {} : { excludedBy };
}

export interface Triggers {
  readonly triggers: readonly Trigger[];
  readonly addedDependencies: readonly string[];
  readonly notices: readonly string[];
  /** Whether a guardrail's file changed in form alone. */
  readonly hadSemanticNoop: boolean;
}

/** The triggers of a change, by path. */
export function findTriggers(input: Pick<GateInput, "config" | "changes" | "baseManifests">, rails: Rails): Triggers {
  const { config } = input;
  const changes = withoutRenames(input.changes);
  const triggers: Trigger[] = [];
  let hadSemanticNoop = false;
  const counted: GateChange[] = [];
  for (const change of changes) {
    const { path } = change;
    if (config.protectConfig && isConfigurationChange(change)) {
      triggers.push({ path, guardrail: "caio-configuration", pattern: path });
      continue;
    }
    const { guardrail, pattern, excludedBy } = judgePath(path, rails);
    if (excludedBy !== undefined) continue;
    counted.push(change);
    if (guardrail === undefined || pattern === undefined) continue;
    const isSame =
      config.semantic && change.status === "M" && (change.oldMode ?? "") === (change.newMode ?? "") && isSameData(path, change.before, change.after);
    if (isSame) hadSemanticNoop = true;
    else triggers.push({ path, guardrail: guardrail.id, pattern });
  }
  const dependencies = newDependencies(counted, input.baseManifests, config);
  triggers.push(...dependencies.triggers);
  const notices = [...rails.notices, ...dependencies.notices];
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return {
    triggers: triggers.toSorted((a, b) => byText(a.path, b.path) || byText(a.pattern, b.pattern)),
    addedDependencies: dependencies.added,
    notices,
    hadSemanticNoop,
  };
}
