// The one error of caio: something could not be read or done, with what to do about it.
import type { Location } from "./source-text.js";

/** What could not be done. Compare `code`, never `instanceof`: two copies of this package may be installed. */
export type ErrorCode =
  | "USAGE"
  | "CONFIG_INVALID"
  | "CONFIG_AMBIGUOUS"
  | "PATH_INVALID"
  | "FILE_MISSING"
  | "FILE_UNREADABLE"
  | "FILE_BINARY"
  | "FILE_TOO_LARGE"
  | "FILE_CHANGED"
  | "WRITE_FAILED"
  | "DATA_INVALID"
  | "EDIT_INVALID"
  | "PATTERN_INVALID"
  | "PATTERN_TOO_SLOW"
  | "NOT_A_REPOSITORY"
  | "GIT_FAILED"
  | "GIT_UNSUPPORTED"
  | "REF_NOT_FOUND"
  | "SHALLOW_HISTORY"
  | "SECTION_MARKERS"
  | "SECTION_EDITED"
  | "INTERRUPTED"
  | "INTERNAL"
  // Checks add codes of their own (adr-gate: NO_BASE, BODY_TRUNCATED, …): upper snake case.
  | (string & {});

/** An error with a stable code; `hint` says what to do next, `at` where the fault lies. */
export class RepoError extends Error {
  override readonly name = "RepoError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly at: Location | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { readonly hint?: string | undefined; readonly at?: Location | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.at = options.at;
  }
}

/** Whether `error` is a RepoError of this or of another copy of the package. */
export function isRepoError(error: unknown): error is RepoError {
  return error instanceof Error && error.name === "RepoError" && typeof (error as { code?: unknown }).code === "string";
}
