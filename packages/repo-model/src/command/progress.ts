// What is shown while a run takes long: one line on a terminal, gone before the report.
import { escapeControls } from "../text/index.js";
import type { CommandIo } from "./io.js";

/** Shorter work shows nothing. In milliseconds. */
const patience = 500;
const interval = 100;

export interface Progress {
  /** A check has read so many files. */
  note(check: string, files: number): void;
  /** Takes the line away. */
  end(): void;
}

/** The progress of a run; silent where there is no terminal. `now` gives milliseconds. */
export function progressOn({ progress, width }: Pick<CommandIo, "progress" | "width">, isQuiet: boolean, now: () => number = Date.now): Progress {
  if (progress === undefined || isQuiet) return { note: () => {}, end: () => {} };
  let next = now() + patience;
  let isShown = false;
  return {
    note(check, files) {
      const time = now();
      if (time < next) return;
      next = time + interval;
      isShown = true;
      progress(escapeControls(`${check}: ${files} ${files === 1 ? "file" : "files"}`).slice(0, width - 1));
    },
    end() {
      if (isShown) progress("");
      isShown = false;
    },
  };
}
