// A check as the command and the libraries' users see it: its facts and options are closed over.
import type { ZodType } from "zod";
import type { Repository } from "../git/index.js";
import type { CheckFlag, Command } from "./command.js";
import type { Context } from "./context.js";
import type { Draft, Finding, Severity } from "./finding.js";
import type { Suggestion } from "./rule.js";

export interface RuleInfo {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity | "off";
  /** See Rule. */
  readonly part?: number;
}

/** A check's options: `defaults` need no parsing and load nothing; `schema` is the one source of their form, loaded when a section is there. */
export interface CheckOptions<Options> {
  readonly defaults: Options;
  /** The schema's output for sections that need no schema to read; undefined where it must be asked. */
  plain?(section: unknown): Options | undefined;
  /** A zod object whose output is Options, and whose output for `{}` equals `defaults`. */
  schema(): Promise<ZodType<Options>>;
}

/** A finding before the engine adds severity and fingerprint. */
export interface RawFinding extends Draft {
  readonly ruleId: string;
}

/** Stands between findings where those before it are all that their rules find. */
export const partEnd = Symbol("part end");

/** How a check is run as a library. */
export interface CheckRun {
  /** The check's options as its section of a configuration holds them; the defaults where absent. No configuration is read. */
  readonly options?: unknown;
  readonly context?: Partial<Context>;
}

/** A check. Its name is its package's and its section's: `doc-sync`. */
export interface Check {
  readonly name: string;
  readonly summary: string;
  readonly version: string;
  readonly scope: "file" | "repository";
  /** See CheckDefinition. */
  readonly isVerdict?: boolean;
  /** See CheckDefinition; false where absent. */
  isLocal?(options: unknown): boolean;
  readonly rules: readonly RuleInfo[];
  readonly options: CheckOptions<unknown>;
  /** Folder of the rules' documents. */
  readonly documents: URL;
  readonly commands: readonly Command[];
  /** Flags that override options for one run, by name. */
  readonly flags: Readonly<Record<string, CheckFlag>>;
  /** Reads and judges; `isOn` tells which rules are wanted, `options` is the schema's output. */
  judge(context: Context, options: unknown, isOn: (rule: string) => boolean): AsyncIterable<RawFinding | typeof partEnd>;
  /** Loads what judging needs: asked while git works, where the check is to judge. Without it, all is loaded where it is used. */
  prepare?(): Promise<void>;
  suggest?(context: Context): Promise<readonly Suggestion[]>;
  mask?(text: string): string;
  /** What `mask` knows of what this process has judged: it goes along where another thread has judged. */
  readonly memory?: { all(): readonly string[]; add(text: string): void };
  /** What `explain` says of a name that is no rule's: a row of the check's tables. */
  explain?(name: string): string | undefined;
  /** Library use: opens nothing but what `repository` gives. */
  run(repository: Repository, run?: CheckRun): AsyncIterable<Finding>;
}
