// The words of the command line, gathered from the checks and commands themselves.
import type { Check, Command, Flag } from "@caio/repo-model/check";
import { commandParts, type Call } from "@caio/repo-model/command";

/** A word with what it means. */
export interface Word {
  readonly name: string;
  readonly summary: string;
}

/** An option; `values` are its words, `isPath` where a file or folder follows. */
export interface OptionWord extends Word {
  readonly takesValue: boolean;
  readonly isPath: boolean;
  readonly values: readonly string[];
}

export interface Words {
  readonly bin: string;
  /** What may stand first. */
  readonly first: readonly Word[];
  /** What may stand after a word: the commands of a check, the second word of a command, its operands. */
  readonly after: ReadonlyMap<string, readonly Word[]>;
  /** Words after which names of files stand. */
  readonly files: readonly string[];
  readonly options: readonly OptionWord[];
}

const valuesOf: Readonly<Record<string, readonly string[]>> = {
  reporter: ["text", "json", "sarif", "github", "gitlab", "junit", "markdown", "html", "blob"],
  scope: ["file", "repository", "change"],
  color: ["auto", "always", "never"],
};

const optionWord = ([name, { summary, value }]: readonly [string, Flag]): OptionWord => ({
  name: `--${name}`,
  summary,
  takesValue: value !== undefined,
  isPath: value === "FILE" || value === "DIR",
  values: valuesOf[name] ?? [],
});

/** Words of one or two parts: the first parts alone, and what follows each. */
function splitNames(commands: readonly Command[]): { first: Word[]; after: Map<string, Word[]> } {
  const first = new Map<string, Word>();
  const after = new Map<string, Word[]>();
  for (const { name, summary } of commands) {
    const [head = "", tail] = name.split(" ");
    if (!first.has(head)) first.set(head, { name: head, summary });
    if (tail !== undefined) after.set(head, [...(after.get(head) ?? []), { name: tail, summary }]);
  }
  return { first: [...first.values()], after };
}

/** All words of a call's command line. */
export async function gatherWords(call: Call): Promise<Words> {
  const { flagsOf, globalFlags, loadCheck, sharedCommands } = await commandParts();
  const checks: Check[] = [];
  for (const one of call.checks) checks.push(await loadCheck(one));
  const shared = [...call.commands(call), ...sharedCommands(call)];
  const { first, after } = splitNames(shared);
  for (const { name, commands } of checks) after.set(name, splitNames(commands).first);
  after.set(
    "explain",
    checks.flatMap(({ name, rules }) => rules.map(({ id, summary }) => ({ name: `${name}/${id}`, summary }))),
  );
  after.set("report", after.get("explain") ?? []);
  after.set("check", checks);
  after.set(
    "completions",
    ["bash", "zsh", "fish"].map((name) => ({ name, summary: `for ${name}` })),
  );
  const own = Object.fromEntries([...shared, ...checks.flatMap(({ commands }) => commands)].flatMap(({ flags }) => Object.entries(flags ?? {})));
  return {
    bin: call.tool.bin,
    first: [{ name: "check", summary: "run all checks, or those named" }, ...checks, ...first].map(({ name, summary }) => ({ name, summary })),
    after: new Map([...after].map(([name, words]) => [name, words.map((word) => ({ name: word.name, summary: word.summary }))])),
    files: ["why", "merge-reports"],
    options: Object.entries({ ...own, ...flagsOf(checks), ...globalFlags }).map(optionWord),
  };
}
