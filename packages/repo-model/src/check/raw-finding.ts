// A draft as the engine takes it: with its rule, and with what is in force for that.
import type { RawFinding } from "./check.js";
import type { Draft, Finding, Severity } from "./finding.js";
import { Said } from "./said.js";

class Raw extends Said implements RawFinding {
  readonly ruleId: string;
  declare readonly severity?: Severity;
  declare readonly causes?: NonNullable<Draft["causes"]>;
  declare readonly fingerprintText?: NonNullable<Draft["fingerprintText"]>;

  constructor(ruleId: string, draft: Draft) {
    super(draft);
    const { severity, causes, fingerprintText } = draft;
    this.ruleId = ruleId;
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
