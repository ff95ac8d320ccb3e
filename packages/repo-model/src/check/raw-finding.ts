// A draft as the engine takes it: with its rule, and with what is in force for that.
import type { RawFinding } from "./check.js";
import type { Draft, Finding, Severity } from "./finding.js";

/** A class, whose objects cost a fraction of what copies by spreading cost, where there are very many. */
class Raw implements RawFinding {
  readonly ruleId: string;
  readonly message: string;
  readonly at: Draft["at"];
  declare readonly related?: NonNullable<Draft["related"]>;
  declare readonly help?: string;
  declare readonly fix?: NonNullable<Draft["fix"]>;
  declare readonly data?: NonNullable<Draft["data"]>;
  declare readonly severity?: Severity;
  declare readonly causes?: NonNullable<Draft["causes"]>;
  declare readonly fingerprintText?: NonNullable<Draft["fingerprintText"]>;

  constructor(ruleId: string, { message, at, related, help, fix, data, severity, causes, fingerprintText }: Draft) {
    this.ruleId = ruleId;
    this.message = message;
    this.at = at;
    if (related !== undefined) this.related = related;
    if (help !== undefined) this.help = help;
    if (fix !== undefined) this.fix = fix;
    if (data !== undefined) this.data = data;
    if (severity !== undefined) this.severity = severity;
    if (causes !== undefined) this.causes = causes;
    if (fingerprintText !== undefined) this.fingerprintText = fingerprintText;
  }
}

/** The draft of a rule. */
export function rawFinding(ruleId: string, draft: Draft): RawFinding {
  return new Raw(ruleId, draft);
}

/** What a check found, with what is in force for it. */
export class FoundHere {
  readonly rule: Finding["rule"];
  readonly severity: Severity;
  readonly raw: RawFinding;

  constructor(rule: Finding["rule"], severity: Severity, raw: RawFinding) {
    this.rule = rule;
    this.severity = severity;
    this.raw = raw;
  }

  get at(): RawFinding["at"] {
    return this.raw.at;
  }

  get message(): string {
    return this.raw.message;
  }

  get ruleId(): string {
    return this.raw.ruleId;
  }

  get fingerprintText(): RawFinding["fingerprintText"] {
    return this.raw.fingerprintText;
  }
}
