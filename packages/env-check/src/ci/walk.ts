// The way through a job: its state, and what its steps call back.
import type { ShellWord } from "@caio/repo-model/hooks";
import type { Location } from "@caio/repo-model/text";
import type { ModuleIndex } from "../chain/modules.js";
import type { World } from "../chain/starts.js";
import type { Effect } from "./install-commands.js";
import type { CiStep } from "./job.js";
import type { CiInterpreter, CiRun } from "./simulate.js";
import type { JobState } from "./state.js";

/** What the simulation needs to know of the tree. */
export interface JobWorld extends Pick<World, "read"> {
  readonly index: ModuleIndex;
  /** The names of programs that the repository's own projects bring. */
  readonly own?: ReadonlySet<string>;
}

/** One job as it goes on. */
export interface Walk {
  readonly world: JobWorld;
  readonly state: JobState;
  /** Notes an interpreter that the job chooses from here on. */
  choose(kind: CiInterpreter["kind"], version: string, at: Location): void;
  /** Notes something that the job runs; `isApart`: nothing of the project. */
  emit(kind: CiRun["kind"], text: string, folder: string, at: Location, isApart?: boolean): void;
  /** A program that is installed apart. */
  addProgram(text: string): void;
  /** A shell text, command by command. */
  shell(text: string, folder: string, step: CiStep, depth: number): Promise<void>;
  /** One simple command; `piped` is what stands before its pipe. */
  one(words: readonly ShellWord[], folder: string, piped: string, step: CiStep, depth: number): Promise<void>;
}

/** A command of a job, split at its name. */
export interface JobCommand {
  readonly rest: readonly ShellWord[];
  readonly folder: string;
  readonly written: string;
  readonly step: CiStep;
  readonly depth: number;
  settle(effect: Effect, why: string): void;
  isPath(path: string): boolean;
}
