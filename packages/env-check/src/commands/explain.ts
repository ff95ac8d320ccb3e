// `explain [FILE]`: reads a failed log and says what to install, and which chain needs it.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import { isRepoError, RepoError, repoPath } from "@caio/repo-model/text";
import { collect, readProject } from "../collect.js";
import type { EnvCheckOptions } from "../defaults.js";
import { distributionOf } from "../distribution-of.js";
import type { EnvFacts } from "../facts.js";
import { requirementText } from "../declare-fix.js";
import { setupTool, type SetupTool } from "../setup-tool.js";
import { isStandard } from "../standard.js";
import { chainLines } from "./why.js";

/** A failure that a log tells of. */
export interface Failure {
  readonly kind: "module" | "name" | "command" | "interpreter" | "node-module";
  /** The module, command or version that is missing. */
  readonly name: string;
  /** The line of the log, from 1. */
  readonly line: number;
  readonly text: string;
}

const patterns: readonly (readonly [Failure["kind"], RegExp])[] = [
  ["module", /ModuleNotFoundError: No module named '?([\w.]+)'?/],
  ["module", /ImportError: No module named '?([\w.]+)'?/],
  ["module", /(?:^|[/\\])python[\d.]*(?:\.exe)?: No module named ([\w.]+)/],
  ["module", /Error while finding module specification for '([\w.]+)'/],
  ["name", /ImportError: cannot import name '[\w.]+' from '([\w.]+)'/],
  ["command", /Executable `([^`\s]+)` not found/],
  ["command", /(?:^|: )([\w./+-]+): (?:command )?not found\b/],
  ["command", /command not found: ([\w./+-]+)/],
  ["command", /env: ['‘"]?([\w./+-]+)['’"]?: No such file or directory/],
  ["interpreter", /requires a different Python: (\d[\w.]*) not in/],
  ["node-module", /Cannot find (?:module|package) '([^']+)'/],
];

/** The failures that a log tells of, each once, in order. Colours are taken away. */
export function readLog(log: string): readonly Failure[] {
  const found = new Map<string, Failure>();
  for (const [index, raw] of log.split(/\r\n|\n|\r/).entries()) {
    const text = raw.replace(/\x1b\[[0-9;]*m/g, "").slice(0, 2000);
    for (const [kind, pattern] of patterns) {
      const name = pattern.exec(text)?.[1];
      if (name === undefined) continue;
      const key = `${kind} ${name}`;
      if (!found.has(key)) found.set(key, { kind, name, line: index + 1, text: text.trim() });
      break;
    }
  }
  return [...found.values()];
}

/** The distribution that gives a command, where the names differ. */
const commandOf: Readonly<Record<string, string>> = { "py.test": "pytest", "sphinx-build": "sphinx", black: "black", "pre-commit": "pre-commit" };

function explainModule({ name }: Failure, facts: EnvFacts, tool: SetupTool, options: EnvCheckOptions, own: (name: string) => boolean): readonly string[] {
  const [root = name] = name.split(".");
  const occurrences = facts.occurrences.filter(({ import: { module } }) => module === name || module.split(".")[0] === root);
  const [nearest] = occurrences.toSorted((a, b) => Number(b.isFromHook) - Number(a.isFromHook) || a.chain.length - b.chain.length);
  const chain = nearest === undefined ? [] : ["", ...chainLines(nearest).map((line) => `  ${line}`)];
  if (own(root))
    return [
      `\`${root}\` is this repository's own: it is not installed, or the command runs in another folder.`,
      `  ${tool.name === "pip" ? "python -m pip install -e ." : tool.install[0]}`,
      ...chain,
    ];
  if (isStandard(root)) return [`\`${root}\` is part of Python: the interpreter is another version, or was built without it.`, ...chain];
  const declaredNames = nearest?.declared.names ?? new Set(facts.manifests.flatMap(({ declarations }) => declarations.map(({ canonical }) => canonical)));
  const provided = distributionOf(name, { map: options.imports, declared: declaredNames });
  const [first] = provided?.distributions ?? [];
  if (provided === undefined || first === undefined)
    return [
      `\`${name}\` comes from a distribution that is not known; its name need not be \`${root}\`.`,
      "  Name it in caio.yaml under `env-check: { imports: … }`.",
      ...chain,
    ];
  const declared = provided.distributions.find((one) => declaredNames.has(canonicalName(one)));
  if (declared !== undefined)
    return [
      `\`${name}\` comes from \`${declared}\`, which is declared and not installed where this ran.`,
      ...tool.install.map((line) => `  ${line}`),
      ...chain,
    ];
  return [
    `\`${name}\` comes from \`${first}\`, which is declared nowhere.`,
    `  ${tool.add(requirementText(first))}`,
    "  `caio env-check --fix-suggested` declares it.",
    ...chain,
  ];
}

function explainFailure(failure: Failure, facts: EnvFacts, tool: SetupTool, options: EnvCheckOptions, own: (name: string) => boolean): readonly string[] {
  const { kind, name } = failure;
  if (kind === "module") return explainModule(failure, facts, tool, options, own);
  if (kind === "name")
    return [
      `\`${name}\` is installed in a version that does not have this name, or a file of this repository hides it.`,
      ...tool.install.map((line) => `  ${line}`),
    ];
  if (kind === "interpreter") {
    const requires = facts.manifests.find((manifest) => manifest.ecosystem === "python" && manifest.requires !== undefined)?.requires;
    return [
      `The interpreter is Python ${name}${requires === undefined ? "" : `; this repository needs ${requires.specifier} (${requires.at.path}:${requires.at.start.line})`}.`,
    ];
  }
  if (kind === "node-module") return [`The Node package \`${name}\` is not installed.`, "  npm install"];
  const users = facts.hooks.filter(({ entry }) => entry?.split(/\s/, 1)[0] === name);
  const by = users.map(({ id, at }) => `  needed by the hook ${id} (${at.path}:${at.start.line})`);
  const distribution =
    (Object.hasOwn(commandOf, name) ? commandOf[name] : undefined) ??
    (facts.manifests.some(({ declarations }) => declarations.some(({ canonical }) => canonical === canonicalName(name))) ? name : undefined);
  if (distribution === undefined) return [`The command \`${name}\` is not on the PATH.`, ...by];
  const isDeclared = facts.manifests.some(({ declarations }) => declarations.some(({ canonical }) => canonical === canonicalName(distribution)));
  return [
    `The command \`${name}\` is not on the PATH: the environment that has it is not active, or \`${distribution}\` is not installed.`,
    ...(isDeclared ? [...tool.create, ...tool.install] : [tool.add(distribution)]).map((line) => `  ${line}`),
    ...by,
  ];
}

/** What each failure of the log means and how it is mended; exit 1 where it tells of none. */
export async function runExplain({ context, options, operands, stdin }: CommandCall<EnvCheckOptions>): Promise<CommandResult> {
  const [file, ...more] = operands;
  if (more.length > 0) throw new RepoError("USAGE", "`explain` takes one file, or the log on standard input.");
  const log = file === undefined || file === "-" ? await stdin() : await readLogFile(file);
  const failures = readLog(log);
  if (failures.length === 0) return { kind: "text", text: "The log tells of no missing module, command or interpreter.\n", exitCode: 1 };
  const facts = await collect(context, options);
  const { paths, index } = await readProject(context);
  const tool = setupTool(new Set<string>(paths), facts.manifests);
  const text = failures
    .map((failure) => [`${failure.line}: ${failure.text}`, ...explainFailure(failure, facts, tool, options, (name) => index.isOwn(name, ""))].join("\n"))
    .join("\n\n");
  return { kind: "text", text: `${text}\n` };

  async function readLogFile(path: string): Promise<string> {
    const absolute = path.startsWith("/") ? context.machine?.read(path) : undefined;
    if (absolute !== undefined) return absolute;
    try {
      const source = await context.files.text(repoPath(path.replace(/^\.\//, "")));
      if (source !== undefined) return source.text;
    } catch (error) {
      if (!isRepoError(error) || error.code !== "PATH_INVALID") throw error;
    }
    const beside = context.machine?.read(path);
    if (beside !== undefined) return beside;
    throw new RepoError("FILE_MISSING", `There is no file \`${path}\`.`, { hint: "Give the log on standard input: `… 2>&1 | caio env-check explain`." });
  }
}
