// The options that every run has.
import type { Flag } from "../check/index.js";

/** An option of the command line; `repeats` where it may stand more than once. */
export interface GlobalFlag extends Flag {
  readonly repeats?: true;
  readonly short?: string;
  /** Told by `--help --verbose` alone, so that the help fits a screen. */
  readonly isRare?: true;
}

/** DESIGN's list, in the order of the help. */
export const globalFlags: Readonly<Record<string, GlobalFlag>> = {
  root: { summary: "the folder to check", value: "DIR" },
  config: { summary: "the configuration file", value: "FILE", isRare: true },
  reporter: { summary: "text, json, sarif, github, gitlab, junit, markdown, blob", value: "NAME[=FILE]", repeats: true },
  trend: { summary: "earlier JSON reports, for the trend in html", value: "DIR", isRare: true },
  fix: { summary: "apply safe fixes" },
  "fix-suggested": { summary: "apply suggested fixes too" },
  diff: { summary: "print what --fix would change as a patch; write nothing" },
  staged: { summary: "check the staged bytes; only lines that they add" },
  since: { summary: "only lines added since REF", value: "REF" },
  baseline: { summary: "accept the findings listed in FILE", value: "FILE" },
  "max-warnings": { summary: "fail on more than N warnings", value: "N", isRare: true },
  shard: { summary: "run one part of N", value: "I/N", isRare: true },
  scope: { summary: "checks that judge each file, the repository, or the change", value: "SCOPE", isRare: true },
  "no-ignore": { summary: "also what git ignores", isRare: true },
  event: { summary: "the CI event's payload", value: "FILE", isRare: true },
  "body-file": { summary: "the pull request's text", value: "FILE", isRare: true },
  base: { summary: "the base of the change under review", value: "REF", isRare: true },
  head: { summary: "the head of the change under review", value: "REF", isRare: true },
  check: { summary: "generators: compare, write nothing", isRare: true },
  force: { summary: "generators: overwrite a section edited by hand", isRare: true },
  color: { summary: "auto, always or never", value: "WHEN", isRare: true },
  quiet: { summary: "errors only" },
  verbose: { summary: "more detail", short: "v" },
  version: { summary: "print the version", short: "V" },
  help: { summary: "print help", short: "h" },
};

/** Values of the flags that were given, and what stands around them. */
export interface Arguments {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly reporters: readonly string[];
  readonly paths: readonly string[];
  readonly unknown: readonly string[];
  readonly problems: readonly string[];
}

/** Splits `argv` by the global flags and those of a command. Never throws: unknown flags and missing values are listed. */
export function readArguments(argv: readonly string[], own: Readonly<Record<string, Flag>> = {}): Arguments {
  const table = new Map<string, GlobalFlag>([...Object.entries(globalFlags), ...Object.entries(own)]);
  const shorts = new Map(Object.entries(globalFlags).flatMap(([name, { short }]) => (short === undefined ? [] : [[short, name] as const])));
  const words: string[] = [];
  const flags: Record<string, string | boolean | undefined> = Object.create(null);
  const reporters: string[] = [];
  const unknown: string[] = [];
  const problems: string[] = [];
  const end = argv.indexOf("--");
  const head = end === -1 ? argv : argv.slice(0, end);
  for (let at = 0; at < head.length; at++) {
    const argument = head[at] ?? "";
    if (!argument.startsWith("-") || argument === "-") {
      words.push(argument);
      continue;
    }
    const [, long, inline] = /^--([^=]+)(?:=([^]*))?$/.exec(argument) ?? [];
    const name = long ?? shorts.get(argument.slice(1));
    const flag = name === undefined ? undefined : table.get(name);
    if (name === undefined || flag === undefined) {
      unknown.push(argument.split("=")[0] ?? argument);
    } else if (flag.value === undefined) {
      if (inline !== undefined) problems.push(`\`--${name}\` takes no value.`);
      flags[name] = true;
    } else {
      const value = inline ?? head[++at];
      if (value === undefined || (inline === undefined && value.startsWith("--"))) problems.push(`\`--${name}\` needs a value: \`--${name} ${flag.value}\`.`);
      else if (name === "reporter") reporters.push(value);
      else flags[name] = value;
    }
  }
  return { words, flags, reporters, paths: end === -1 ? [] : argv.slice(end + 1), unknown, problems };
}
