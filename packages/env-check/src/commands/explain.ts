// `explain [FILE]`: reads a failed log and says what to install, and which chain needs it.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { canonicalName, type Declaration } from "@caio/repo-model/manifests";
import { escapeControls, isRepoError, RepoError, repoPath } from "@caio/repo-model/text";
import { collect, readProject } from "../collect.js";
import { commandSources } from "../data/commands.js";
import type { EnvCheckOptions } from "../defaults.js";
import { distributionOf } from "../distribution-of.js";
import type { EnvFacts, Occurrence } from "../facts.js";
import { requirementText } from "../declare-fix.js";
import { setupTool, type SetupTool } from "../setup-tool.js";
import { isStandard } from "../standard.js";
import { installCommand } from "../installed/command-lines.js";
import { requiresOf } from "../interpreter-range.js";
import { readLog, type Failure } from "./read-log.js";
import { chainLines } from "./why.js";

/** The import of a module, or of its package, with the shortest chain: from a hook where there is one. */
function nearestOf(name: string, { occurrences }: EnvFacts): Occurrence | undefined {
  const [root] = name.split(".");
  const found = occurrences.filter(({ import: { module } }) => module === name || module.split(".")[0] === root);
  return found.toSorted((a, b) => Number(b.isFromHook) - Number(a.isFromHook) || a.chain.length - b.chain.length)[0];
}

/** Its chain, as lines behind an empty one. */
function chainTo(name: string, facts: EnvFacts): readonly string[] {
  const nearest = nearestOf(name, facts);
  return nearest === undefined ? [] : ["", ...chainLines(nearest).map((line) => `  ${line}`)];
}

function explainModule({ name }: Failure, facts: EnvFacts, tool: SetupTool, options: EnvCheckOptions, own: (name: string) => boolean): readonly string[] {
  const [root = name] = name.split(".");
  const nearest = nearestOf(name, facts);
  const chain = chainTo(name, facts);
  if (own(root))
    return [
      `\`${root}\` is this repository's own: it is not installed, or the command runs in another folder.`,
      ...one(tool.name === "pip" ? "python -m pip install -e ." : tool.install[0]),
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
  const declared = provided.distributions.find((each) => declaredNames.has(canonicalName(each)));
  const declaration = declarationOf(declared ?? "", facts);
  if (declared !== undefined)
    return [
      `\`${name}\` comes from \`${declared}\`, which is declared and not installed where this ran.`,
      ...one(declaration === undefined ? tool.install[0] : tool.installing(declaration)),
      ...chain,
    ];
  return [
    `\`${name}\` comes from \`${first}\`, which is declared nowhere.`,
    `  ${tool.add(requirementText(first))}`,
    "  `caio env-check --fix-suggested` declares it.",
    ...chain,
  ];
}

/** One command, as a line. */
const one = (command: string | undefined): readonly string[] => (command === undefined ? [] : [`  ${command}`]);

function declarationOf(name: string, { manifests }: EnvFacts): Declaration | undefined {
  const all = manifests.flatMap(({ declarations, ecosystem }) => (ecosystem === "python" ? declarations : []));
  return all.find(({ canonical, scope }) => canonical === canonicalName(name) && scope !== "constraint");
}

function explainFailure(failure: Failure, facts: EnvFacts, tool: SetupTool, options: EnvCheckOptions, own: (name: string) => boolean): readonly string[] {
  const { kind, name } = failure;
  if (kind === "module") return explainModule(failure, facts, tool, options, own);
  if (kind === "name") return explainName(failure, facts, tool, options, own);
  if (kind === "interpreter") return explainInterpreter(failure, facts, tool);
  if (kind === "node-engine") {
    const requires = facts.manifests.find(({ path }) => path === "package.json")?.requires;
    const least = /\d+/.exec(requires?.specifier ?? "")?.[0];
    return [
      `Node is ${name}${requires === undefined ? "" : `; this repository needs ${requires.specifier} (${requires.at.path}:${requires.at.start.line})`}.`,
      ...one(least === undefined ? undefined : `nvm install ${least}`),
    ];
  }
  if (kind === "own-file") return [`\`${name}\` is a file that is not there: it was not built, was moved, or its name is spelt in another way.`];
  if (kind === "node-module") {
    const declared = facts.manifests.find(({ ecosystem, declarations }) => ecosystem === "node" && declarations.some((each) => each.name === name));
    if (declared !== undefined)
      return [`The Node package \`${name}\` is declared in ${declared.path} and not installed.`, ...one(tool.node?.install ?? "npm install")];
    const manager = tool.node?.name ?? "npm";
    return [`The Node package \`${name}\` is not installed, and no package.json declares it.`, `  ${manager} ${manager === "npm" ? "install" : "add"} ${name}`];
  }
  return explainCommand(name, facts, tool);
}

/** The interpreter that the project does not take, or a package that the project needs. */
function explainInterpreter({ name, of, range }: Failure, { manifests }: EnvFacts, tool: SetupTool): readonly string[] {
  const requires = requiresOf(manifests);
  const isOwn = of === undefined || manifests.some(({ project }) => project !== undefined && canonicalName(project) === canonicalName(of));
  const needed = isOwn ? requires?.specifier : range;
  const least = /(\d+\.\d+)/.exec(needed ?? "")?.[1];
  if (!isOwn)
    return [
      `The interpreter is Python ${name}, and \`${escapeControls(of)}\` takes ${escapeControls(range ?? "another one")}.`,
      `  ${remakeCommand(tool, least ?? "3")}`,
    ];
  const place = requires === undefined ? "" : `; this repository needs ${requires.specifier} (${requires.at.path}:${requires.at.start.line})`;
  return [`The interpreter is Python ${name}${place}.`, `  ${remakeCommand(tool, least ?? "3")}`];
}

/** A name that a module does not have: another version, a file that hides it, or a circle of imports. */
function explainName({ name, text }: Failure, facts: EnvFacts, tool: SetupTool, options: EnvCheckOptions, own: (name: string) => boolean): readonly string[] {
  const [root = name] = name.split(".");
  const chain = chainTo(name, facts);
  if (text.includes("partially initialized"))
    return [`\`${name}\` is imported while it is itself being imported: two modules import each other, or a file of this name hides it.`];
  if (own(root))
    return [
      `\`${name}\` is this repository's own: the name is not in it, or another copy of it is installed.`,
      ...one(tool.name === "pip" ? "python -m pip install -e ." : tool.install[0]),
      ...chain,
    ];
  if (isStandard(root)) {
    const least = /(\d+\.\d+)/.exec(requiresOf(facts.manifests)?.specifier ?? "")?.[1];
    return [
      `\`${root}\` is part of Python: this interpreter is a version that does not have the name, or a file of this repository hides it.`,
      ...one(least === undefined ? undefined : remakeCommand(tool, least)),
      ...chain,
    ];
  }
  const declared = new Set(facts.manifests.flatMap(({ declarations }) => declarations.map(({ canonical }) => canonical)));
  const [distribution] = distributionOf(name, { map: options.imports, declared })?.distributions ?? [];
  const declaration = distribution === undefined ? undefined : declarationOf(distribution, facts);
  const wanted =
    declaration === undefined || declaration.specifier === ""
      ? ""
      : ` (\`${declaration.specifier}\` is declared in ${declaration.at.path}:${declaration.at.start.line})`;
  return [
    `\`${distribution ?? name}\` is installed in a version that does not have this name${wanted}, or a file of this repository hides it.`,
    ...one(
      declaration === undefined
        ? distribution === undefined
          ? undefined
          : tool.add(`--upgrade ${distribution}`).replace(/'/g, "")
        : tool.installing(declaration),
    ),
    ...chain,
  ];
}

/** The command that makes the environment anew with an interpreter. */
function remakeCommand(tool: SetupTool, version: string): string {
  if (tool.name === "uv") return `uv sync --python ${version}`;
  return tool.name === "poetry" ? `poetry env use python${version}` : `python${version} -m venv --clear .venv`;
}

function explainCommand(path: string, facts: EnvFacts, tool: SetupTool): readonly string[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const users = facts.programs.filter(({ program }) => program === name).slice(0, 3);
  const by = users.map(({ chain }) => `  ${chain.map(({ text, at }) => `${text} (${at.path}:${at.start.line})`).join(" → ")} → ${name}`);
  const hooks =
    users.length > 0
      ? []
      : facts.hooks
          .filter(({ entry }) => entry?.trim().split(/\s/, 1)[0] === path)
          .map(({ id, at }) => `  needed by the hook ${id} (${at.path}:${at.start.line})`);
  if (path.includes("/") && !path.startsWith("/")) return [`\`${path}\` is a file that is not there, or cannot be executed.`, `  chmod +x ${path}`, ...hooks];
  const install = installCommand(name, { manifests: facts.manifests, tool });
  const isDeclared = declarationOf(commandSources.get(name)?.name ?? name, facts) !== undefined;
  const why = isDeclared ? `: the environment that has it is not active, or \`${commandSources.get(name)?.name ?? name}\` is not installed` : "";
  return [`The command \`${name}\` is not on the PATH${why}.`, ...one(install), ...by, ...hooks];
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
  const tool = setupTool(new Set<string>(paths), facts.manifests, facts.sources.get("pyproject.toml")?.text);
  const text = failures
    .map((failure) =>
      [`${failure.line}: ${escapeControls(failure.text)}`, ...explainFailure(failure, facts, tool, options, (name) => index.isOwn(name, ""))].join("\n"),
    )
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
