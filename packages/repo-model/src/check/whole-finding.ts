// A finding with its identity, which costs hashes and is worked out when somebody asks.
import type { Finding } from "./finding.js";
import { Said } from "./said.js";

/** What a finding is known by. */
export type Identity = Pick<Finding, "fingerprint" | "place">;

/** A spread of one loses its identity: `plainFinding` makes a copy that may be spread. */
export class WholeFinding extends Said implements Finding {
  readonly rule: Finding["rule"];
  readonly severity: Finding["severity"];
  readonly #identity: Identity;

  constructor(rule: Finding["rule"], severity: Finding["severity"], said: Said, identity: Identity) {
    super(said);
    this.rule = rule;
    this.severity = severity;
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
