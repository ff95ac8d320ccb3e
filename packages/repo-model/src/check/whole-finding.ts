// A finding with its identity, which costs hashes and is worked out when somebody asks.
import type { Draft, Finding } from "./finding.js";

/** What a finding is known by. */
export type Identity = Pick<Finding, "fingerprint" | "place">;

type Fields = Omit<Finding, keyof Identity>;

/**
 * A class, whose objects cost a fraction of what copies by spreading cost, where there are very many. A spread of one loses its identity:
 * `plainFinding` makes a copy that may be spread.
 */
export class WholeFinding implements Finding {
  readonly rule: Finding["rule"];
  readonly severity: Finding["severity"];
  readonly message: string;
  readonly at: Finding["at"];
  declare readonly related?: NonNullable<Draft["related"]>;
  declare readonly help?: string;
  declare readonly fix?: NonNullable<Draft["fix"]>;
  declare readonly data?: NonNullable<Draft["data"]>;
  readonly #identity: Identity;

  constructor(
    rule: Finding["rule"],
    severity: Finding["severity"],
    { message, at, related, help, fix, data }: Omit<Fields, "rule" | "severity">,
    identity: Identity,
  ) {
    this.rule = rule;
    this.severity = severity;
    this.message = message;
    this.at = at;
    if (related !== undefined) this.related = related;
    if (help !== undefined) this.help = help;
    if (fix !== undefined) this.fix = fix;
    if (data !== undefined) this.data = data;
    this.#identity = identity;
  }

  get fingerprint(): string {
    return this.#identity.fingerprint;
  }

  get place(): string | undefined {
    return this.#identity.place;
  }
}

/** A copy of fields alone. */
export function plainFinding(finding: Finding): Finding {
  const { fingerprint, place } = finding;
  return { ...finding, fingerprint, place };
}
