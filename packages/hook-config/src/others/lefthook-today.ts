// What settings of lefthook 1 are in version 2, where both mean the same. Measured: lefthook 1.13.6 with the old and 2.2.2 with the new print, and exclude, alike.
import type { DataNode } from "@caio/repo-model/data";

/** What may be shown. Source: lefthook's documentation of `output`. */
const steps = ["meta", "summary", "empty_summary", "success", "failure", "execution", "execution_out", "execution_info", "skips"];
/** A step that brings others: it is shown with all of them. */
const parts: Readonly<Record<string, readonly string[]>> = { summary: ["success", "failure", "empty_summary"], execution: ["execution_out", "execution_info"] };

/** The value of `output` that shows what a `skip_output` leaves; undefined where none does. */
export function outputOf(skipped: DataNode): string | undefined {
  if (skipped.kind === "boolean") return String(!skipped.value);
  if (skipped.kind !== "list") return undefined;
  const left = new Set(steps);
  for (const item of skipped.items) {
    if (item.kind !== "string" || !steps.includes(item.value)) return undefined;
    for (const step of [item.value, ...(parts[item.value] ?? [])]) left.delete(step);
  }
  // The summary's head is shown with all of it alone.
  if (left.has("summary") && !(left.has("success") && left.has("failure"))) return undefined;
  if (!left.has("execution_out") || !left.has("execution_info")) left.delete("execution");
  return left.size === 0 ? "false" : `[${[...left].map((step) => JSON.stringify(step)).join(", ")}]`;
}

/** Letters that neither an expression nor a glob reads as anything else; a dot is escaped. */
const literal = String.raw`(?:[\w/-]|\\\.)+`;
const ending = new RegExp(String.raw`^(?:\.\*)?(\\\.${literal})\$$`);
const folder = new RegExp(String.raw`^\^(${literal}/)(?:\.\*)?\$?$`);

/** The glob that excludes what an expression did; undefined for all but the plainest. lefthook's own globs: `*` reaches into folders. */
export function globOf(expression: string): string | undefined {
  const [, end] = ending.exec(expression) ?? [];
  if (end !== undefined) return `*${end.replaceAll("\\", "")}`;
  const [, start] = folder.exec(expression) ?? [];
  // Behind a folder, `$` without `.*` leaves nothing.
  return start === undefined || expression.endsWith("/$") ? undefined : `${start.replaceAll("\\", "")}**`;
}
