// Findings on their way out: check by check, and within a check path by path where its rules come so.
import type { Finding, Severity } from "./finding.js";
import type { Check, RawFinding } from "./check.js";

/** What a check found, with what is in force for it. */
export type FoundHere = RawFinding & { readonly rule: Finding["rule"]; readonly severity: Severity };

/** What a check finds, as it comes. */
export interface Incoming {
  add(found: FoundHere): void;
  /** The check is done. */
  end(): void;
}

/**
 * Hears the findings of `checks`, in their order and each as soon as those before it are done. `settle` makes what belongs together final.
 * Findings of a rule that comes `byPath` are final when a greater path comes.
 */
export class Telling {
  /** What is final, by check. */
  private readonly ready: Finding[][];
  private readonly isDone: boolean[];
  private turn = 0;
  private told = Promise.resolve();

  constructor(
    private readonly checks: readonly Check[],
    private readonly settle: (found: readonly FoundHere[]) => readonly Finding[],
    private readonly hear: (findings: readonly Finding[]) => Promise<void> | undefined,
  ) {
    this.ready = checks.map(() => []);
    this.isDone = checks.map(() => false);
  }

  /** What a check finds. `isLive`: findings of rules that come by path come in this order, and are not kept for its end. */
  of(check: Check, isLive: boolean): Incoming {
    const index = this.checks.indexOf(check);
    const byPath = new Set(check.rules.filter((rule) => rule.byPath === true).map(({ id }) => id));
    const rest: FoundHere[] = [];
    let current: FoundHere[] = [];
    let path = "";
    return {
      add: (found) => {
        if (!byPath.has(found.ruleId) || (isLive && found.at.path < path)) return void rest.push(found);
        if (isLive && found.at.path > path) {
          this.say(index, current);
          current = [];
          path = found.at.path;
        }
        current.push(found);
      },
      end: () => {
        this.say(index, current);
        this.say(index, rest);
        this.isDone[index] = true;
        this.tell();
      },
    };
  }

  /** All findings, when everybody has heard what they wait for. Throws what hearing throws. */
  async all(): Promise<readonly Finding[]> {
    await this.told;
    return this.ready.flat();
  }

  private say(index: number, found: readonly FoundHere[]): void {
    if (found.length === 0) return;
    const findings = this.settle(found);
    for (const finding of findings) this.ready[index]?.push(finding);
    // Those of a later check wait for its turn.
    if (index === this.turn) this.pass(findings);
  }

  private tell(): void {
    while (this.isDone[this.turn] === true) this.pass(this.ready[++this.turn] ?? []);
  }

  private pass(findings: readonly Finding[]): void {
    if (findings.length === 0) return;
    const some = [...findings];
    this.told = this.told.then(() => this.hear(some));
    // Told by `all`.
    this.told.catch(() => {});
  }
}
