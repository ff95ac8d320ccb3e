// Findings on their way out: check by check, and within a check part by part.
import { addTo } from "../text/index.js";
import type { Finding } from "./finding.js";
import type { Check } from "./check.js";
import type { FoundHere } from "./raw-finding.js";

/** What a check finds, as it comes. */
export interface Incoming {
  add(found: FoundHere): void;
  /** What was added is all that its rules find. Kept when it was heard, where it could be. */
  endPart(): Promise<void>;
  /** The check is done. */
  end(): void;
}

/**
 * Tells the findings of `checks`, in their order and each as soon as those before it are done; those of a check's parts while it goes on.
 * `settle` makes final what belongs together.
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

  /** Where a check brings what it finds. */
  of(check: Check): Incoming {
    const index = this.checks.indexOf(check);
    const partOf = new Map(check.rules.map(({ id, part = 1 }) => [id, part]));
    const found = new Map<number, FoundHere[]>();
    const say = (): void => {
      for (const [, those] of [...found].toSorted(([a], [b]) => a - b)) this.say(index, those);
      found.clear();
    };
    return {
      add: (one) => addTo(found, partOf.get(one.ruleId) ?? 1, one),
      endPart: async () => {
        say();
        // Threads are heard too.
        await new Promise((resolve) => setImmediate(resolve));
        await this.told.catch(() => {});
      },
      end: () => {
        say();
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
