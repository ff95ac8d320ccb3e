// Walks through what is left at a terminal, one finding after the other.
import type { Terminal } from "@caio/repo-model/check";
import { isRepoError } from "@caio/repo-model/text";
import type { Label } from "../detect/candidate.js";
import type { Sighting } from "../facts.js";
import { expiryOf, type Settlement } from "./settlement.js";

const keys: Readonly<Record<string, Label>> = { p: "placeholder", e: "example", t: "test-data", u: "public", h: "hash", s: "secret" };
const choices = "[p]laceholder, [e]xample, [t]est data, p[u]blic, [h]ash, an accepted [s]ecret; Enter leaves it, [q] ends: ";

/** Asks until the answer is one that is understood; undefined at the end of input. */
async function asked<T>(terminal: Terminal, question: string, read: (answer: string) => T | undefined): Promise<T | undefined> {
  for (;;) {
    const answer = await terminal.ask(question);
    if (answer === undefined) return undefined;
    const value = read(answer.trim());
    if (value !== undefined) return value;
  }
}

/** Shows each finding by `show` and gives what was settled until the end, or until the person went away. */
export async function walk(terminal: Terminal, left: readonly Sighting[], today: string, show: (sighting: Sighting) => string): Promise<Settlement[]> {
  const settled: Settlement[] = [];
  for (const [index, sighting] of left.entries()) {
    const choice = await asked(terminal, `\n${index + 1} of ${left.length}: ${show(sighting)}${choices}`, (answer) =>
      answer === "" || answer === "q" ? answer : keys[answer.toLowerCase()],
    );
    if (choice === undefined || choice === "q") break;
    if (choice === "") continue;
    const reason = await asked(terminal, "Why, for those who come after? ", (answer) => (answer === "" ? undefined : answer));
    if (reason === undefined) break;
    const expires = await asked(terminal, "Until when (YYYY-MM-DD; Enter for ever)? ", (answer) => {
      try {
        return expiryOf(answer, today);
      } catch (error) {
        if (!isRepoError(error)) throw error;
        return undefined;
      }
    });
    if (expires === undefined) break;
    settled.push({ sighting, label: choice as Label, reason, expires });
  }
  return settled;
}
