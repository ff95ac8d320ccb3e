// An error that ends a command, in words.
import { asRepoError } from "../check/index.js";
import { escapeControls } from "../text/index.js";

/** One line with the place, one with what to do; the stack with `verbose`. */
export function explainError(bin: string, error: unknown, verbose: boolean): string {
  const fault = asRepoError(error);
  const place = fault.at === undefined ? "" : `${escapeControls(fault.at.path)}:${fault.at.start.line}:${fault.at.start.column}: `;
  const hint = fault.hint === undefined ? "" : `  ${escapeControls(fault.hint)}\n`;
  const cause = fault.cause instanceof Error ? fault.cause : fault;
  return `${bin}: ${place}${escapeControls(fault.message)} (${fault.code})\n${hint}${verbose ? `${escapeControls(cause.stack ?? "", "\n")}\n` : ""}`;
}
