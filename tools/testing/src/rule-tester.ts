// The rule tester: what a rule finds in a repository in memory, with the findings drawn under their lines.
import { fullScope, runChecks, type Check, type Context, type Finding, type Outcome } from "@caio/repo-model/check";
import { sourceOf } from "@caio/repo-model/text";
import { memoryRepo } from "./memory-repo.js";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** How a test varies the run. */
export interface TestRun {
  /** The check's section, as the configuration holds it. */
  readonly options?: unknown;
  readonly context?: Partial<Context>;
}

/** Runs one check over files in memory, with all its rules or only `rule`. */
export async function judge(check: Check, files: Files, run: TestRun & { readonly rule?: string } = {}): Promise<Outcome> {
  const repository = run.context?.repository ?? memoryRepo(files);
  const options = run.options === undefined ? check.options.defaults : (await check.options.schema()).parse(run.options);
  const severities = new Map(check.rules.map(({ id, severity }) => [id, severity]));
  const severity = (rule: string): Finding["severity"] | "off" => {
    if (run.rule !== undefined && rule !== run.rule) return "off";
    const own = severities.get(rule) ?? "off";
    // A rule that is off by default is asked for by naming it in the test.
    return own === "off" && rule === run.rule ? "warning" : own;
  };
  return runChecks({
    checks: [{ check, settings: { options, severity, isOn: (rule) => severity(rule) !== "off" } }],
    files: run.context?.files ?? repository.files,
    context: { repository, scope: fullScope, ignore: [], now: "2026-01-10T09:00:00.000Z", signal: new AbortController().signal, ...run.context },
  });
}

/** Draws findings under their lines: the line, then `^^^^ rule: message` at its columns. */
export function squiggles(findings: readonly Finding[]): string {
  return findings
    .map(({ at, rule, message }) => {
      const source = sourceOf(at);
      const [start, end] = source?.lineRange(at.start.line) ?? [0, 0];
      const line = source?.text.slice(start, end) ?? "";
      const width = at.start.line === at.end.line ? Math.max(1, at.end.column - at.start.column) : Math.max(1, end - start - at.start.column + 1);
      return `${at.path}:${at.start.line}\n${line}\n${" ".repeat(at.start.column - 1)}${"^".repeat(width)} ${rule}: ${message}\n`;
    })
    .join("");
}

/** What a rule's tests say: `clean(files)` finds nothing, `finds(files, picture)` finds exactly what is drawn. Both throw where it does not hold. */
export interface RuleTester {
  clean(files: Files, run?: TestRun): Promise<void>;
  finds(files: Files, picture: string, run?: TestRun): Promise<readonly Finding[]>;
}

const dedent = (text: string): string => {
  const lines = text.replace(/^\n/, "").trimEnd().split("\n");
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0));
  return `${lines.map((line) => line.slice(indent)).join("\n")}\n`;
};

/** Tests one rule of a check. */
export function ruleTester(check: Check, rule: string): RuleTester {
  if (!check.rules.some(({ id }) => id === rule)) throw new Error(`${check.name} has no rule ${rule}.`);
  const findings = async (files: Files, run?: TestRun): Promise<readonly Finding[]> => {
    const outcome = await judge(check, files, { ...run, rule });
    const [trouble] = outcome.troubles;
    if (trouble !== undefined) throw trouble;
    return outcome.findings;
  };
  return {
    async clean(files, run) {
      const found = await findings(files, run);
      if (found.length > 0) throw new Error(`Expected nothing, found:\n${squiggles(found)}`);
    },
    async finds(files, picture, run) {
      const found = await findings(files, run);
      const actual = squiggles(found);
      if (actual !== dedent(picture)) throw new Error(`Expected:\n${dedent(picture)}\nFound:\n${actual}`);
      return found;
    },
  };
}

/** The fenced blocks of a document under a heading (`Wrong`, `Right`), by the path in their info string: ```` ```md path=docs/a.md ````. */
export function documentBlocks(document: string, heading: string): Record<string, string> {
  const files: Record<string, string> = {};
  const section = new RegExp(`^## ${heading}$([^]*?)(?=^## |(?![^]))`, "m").exec(document)?.[1] ?? "";
  for (const [, path, content] of section.matchAll(/^(?:`{3,})\S* path=(\S+)\n([^]*?)^`{3,}$/gm)) if (path !== undefined) files[path] = content ?? "";
  return files;
}
