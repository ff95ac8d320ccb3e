// The questions, at a terminal: what to set up, what to do with today's findings, and whether to write what was shown.
import { cancel, confirm, intro, isCancel, log, multiselect, outro, select, spinner } from "@clack/prompts";
import type { Change } from "./change.js";
import type { Today } from "./today.js";

/** The person who answers; undefined is a cancelled question. */
export interface Asker {
  begin(): void;
  /** Shows that work goes on. */
  during<T>(what: string, work: Promise<T>): Promise<T>;
  choose(changes: readonly Change[]): Promise<readonly Change["id"][] | undefined>;
  accept(today: Today): Promise<boolean | undefined>;
  agree(files: number): Promise<boolean | undefined>;
  say(text: string): void;
  end(text: string): void;
  cancelled(): void;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** Asks by clack's prompts. */
export function clackAsker(): Asker {
  return {
    begin: () => intro("caio"),
    async during(what, work) {
      const turning = spinner();
      turning.start(what);
      try {
        return await work;
      } finally {
        turning.stop(what);
      }
    },
    async choose(changes) {
      const answer = await multiselect({
        message: "What shall be set up? (space chooses, enter goes on)",
        options: changes.map(({ id, title }) => ({ value: id, label: title })),
        initialValues: changes.filter(({ isRecommended }) => isRecommended).map(({ id }) => id),
        required: false,
      });
      return isCancel(answer) ? undefined : answer;
    },
    async accept({ errors, warnings, secrets }) {
      const answer = await select({
        message: `${plural(errors, "error")} and ${plural(warnings, "warning")} stand here today${secrets > 0 ? `, ${plural(secrets, "secret")} among them` : ""}. What about them?`,
        options: [
          { value: false, label: "leave them: they are mended one by one", hint: "the hook and the CI job look at changed lines alone" },
          { value: true, label: "accept them in .caio/baseline: only new ones fail" },
        ],
        initialValue: errors > 0 && secrets === 0,
      });
      return isCancel(answer) ? undefined : answer;
    },
    async agree(files) {
      const answer = await confirm({ message: `Write ${plural(files, "file")} as shown?` });
      return isCancel(answer) ? undefined : answer;
    },
    say: (text) => log.message(text),
    end: (text) => outro(text),
    cancelled: () => cancel("Nothing was written."),
  };
}
