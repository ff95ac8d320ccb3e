// The set-up document's generated section: what hooks need, how it is installed, what CI must have, and how failures are mended.
import type { Hook } from "@caio/repo-model/hooks";
import type { Manifest } from "@caio/repo-model/manifests";
import { requirementText } from "./declare-fix.js";
import { commandSources } from "./data/commands.js";
import { installCommand } from "./installed/command-lines.js";
import { stagesOf, type ManagerNeed } from "./installed/manager-needs.js";
import { requiresOf } from "./interpreter-range.js";
import type { Need } from "./needs.js";
import type { SetupTool } from "./setup-tool.js";

/** What the document tells of. */
export interface SetupFacts {
  readonly needs: readonly Need[];
  readonly hooks: readonly Hook[];
  readonly manifests: readonly Manifest[];
  readonly tool: SetupTool;
  readonly managers: readonly ManagerNeed[];
}

/** The section's name between its markers. */
export const sectionName = "env-check/setup";

const code = (text: string): string => `\`${text.replaceAll("`", "'")}\``;
const block = (lines: readonly string[], indent = ""): string => ["```bash", ...lines, "```"].map((line) => `${indent}${line}`).join("\n");
/** The chain without line numbers: they move with every edit. */
const chainOf = ({ chain }: Need): string =>
  chain.map(({ kind, text }) => (kind === "file" || kind === "import" ? text.replace(/:\d+$/, "") : text)).join(" → ");
const written = ({ name, range, declaration }: Need): string => (declaration === undefined ? requirementText(name) : `${declaration.name}${range ?? ""}`);

/** `>=3.10` and `>=3.10,<4` as people say it. */
function pythonText(specifier: string): string {
  const least = /^>=\s*(\d+(?:\.\d+)*)\s*(?:,\s*<\s*4(?:\.0)*)?$/.exec(specifier)?.[1];
  return least === undefined ? `Python ${code(specifier)}` : `Python ${least}+`;
}

function dependencies({ needs, hooks, manifests, managers, tool }: SetupFacts): readonly string[] {
  const lines: string[] = [];
  for (const need of needs) {
    if (need.kind !== "distribution" || need.certainty === "optional") continue;
    const by = need.hooks.length === 0 ? "for the tests" : `for ${need.hooks.map(code).join(", ")}`;
    lines.push(`- ${code(written(need))} (${by})`);
  }
  const files = manifests.filter(
    ({ path, format, declarations }) => format === "requirements" && !path.includes("/") && declarations.some(({ scope }) => scope !== "constraint"),
  );
  for (const { path } of files) lines.push(`- All dependencies from ${code(path)}`);
  const project = manifests.find(({ path, format, project: name }) => path === "pyproject.toml" && format === "pyproject" && name !== undefined);
  if (project !== undefined && files.length === 0) lines.push(`- All dependencies from ${code("pyproject.toml")}`);
  const requires = requiresOf(manifests);
  if (requires !== undefined) lines.push(`- ${pythonText(requires.specifier)} (for all hooks)`);
  const engines = manifests.find(({ path, requires: range }) => path === "package.json" && range !== undefined)?.requires;
  if (engines !== undefined) lines.push(`- Node ${code(engines.specifier)}`);
  if (tool.node !== undefined && hooks.length > 0) lines.push(`- The packages of ${code("package.json")}, installed with ${code(tool.node.install)}`);
  for (const { manager, minimum } of managers) {
    if (manager === "githooks") continue;
    lines.push(`- ${code(manager)}${minimum === undefined ? "" : ` ${minimum.version} or later`} (runs the hooks)`);
  }
  for (const command of commandsOf(hooks)) lines.push(`- the command ${code(command)} (for ${hooksRunning(hooks, command).map(code).join(", ")})`);
  return lines;
}

/** The commands of hooks that run outside of an environment of their own, Python's own tools left out. */
function commandsOf(hooks: readonly Hook[]): readonly string[] {
  const commands = hooks.flatMap((hook) => (["system", "unsupported"].includes(hook.language ?? "") ? [firstWord(hook)] : []));
  return [...new Set(commands)]
    .filter((command) => /^[\w.+-]+$/.test(command) && !/^(?:python[\d.]*|pytest|bash|sh|env|uv|poetry|pdm|hatch)$/.test(command))
    .toSorted();
}

const firstWord = ({ entry }: Hook): string => entry?.trim().split(/\s+/, 1)[0] ?? "";
const hooksRunning = (hooks: readonly Hook[], command: string): readonly string[] => hooks.filter((hook) => firstWord(hook) === command).map(({ id }) => id);

/** The commands that install each manager into git, and what shows that it works. */
function managerSteps({ managers, tool }: SetupFacts): { readonly install: readonly string[]; readonly verify: readonly string[] } {
  const install: string[] = [];
  const verify: string[] = [];
  const runner = tool.node?.run ?? "npx ";
  for (const { manager, stages } of managers) {
    if (manager === "pre-commit" || manager === "prek") {
      const types = stages.filter((stage) => stage !== "manual");
      if (types.length === 0) continue;
      install.push(`${tool.prefix}${manager} install ${types.map((stage) => `--hook-type ${stage}`).join(" ")}`);
      verify.push(`${tool.prefix}${manager} run --all-files`);
      if (types.includes("pre-push")) verify.push(`${tool.prefix}${manager} run --all-files --hook-stage pre-push`);
    } else if (manager === "lefthook") {
      install.push(`${tool.node === undefined ? "" : runner}lefthook install`);
      verify.push(...stages.slice(0, 1).map((stage) => `${tool.node === undefined ? "" : runner}lefthook run ${stage}`));
    } else if (manager === "githooks") install.push("git config core.hooksPath .githooks");
    else install.push(`${runner}${manager}`);
  }
  return { install, verify };
}

function steps(facts: SetupFacts): readonly string[] {
  const { tool } = facts;
  const { install, verify } = managerSteps(facts);
  const list: (readonly [string, readonly string[]])[] = [];
  if (tool.create.length > 0 && tool.install.length > 0) list.push(["Create a virtual environment", tool.create]);
  if (tool.install.length > 0) list.push(["Install the dependencies", tool.install]);
  if (tool.node !== undefined) list.push(["Install the packages of Node", [tool.node.install]]);
  if (install.length > 0) list.push(["Install the hooks", install]);
  if (verify.length > 0) list.push(["Verify that they work", verify]);
  return list.map(([title, lines], index) => `${index + 1}. **${title}:**\n\n${block(lines, "   ")}`);
}

function ci({ needs, manifests, hooks, tool, managers }: SetupFacts): readonly string[] {
  const files = manifests.filter(({ path, format }) => format === "requirements" && !path.includes("/")).map(({ path }) => code(path));
  const hookNeeds = needs.filter(({ hooks: by, certainty, kind }) => by.length > 0 && certainty === "sure" && kind === "distribution");
  return [
    ...(files.length > 0 ? [`- all dependencies from ${files.join(", ")} installed`] : tool.install.map((line) => `- ${code(line)} run before the hooks`)),
    ...(hookNeeds.length > 0
      ? [`- ${hookNeeds.map(({ name, declaration }) => code(declaration?.name ?? name)).join(", ")} available to the Python that runs the hooks`]
      : []),
    ...(tool.node === undefined ? [] : [`- ${code(tool.node.install)} run before the hooks`]),
    ...managers.flatMap(({ manager, minimum }) => {
      if (manager !== "pre-commit" && manager !== "prek") return [];
      const least = minimum === undefined ? "" : ` (${minimum.version} or later)`;
      const late = stagesOf(hooks).includes("pre-push") ? `, and ${code(`${manager} run --all-files --hook-stage pre-push`)}` : "";
      return [`- ${code(manager)}${least} installed, and the hooks run with ${code(`${manager} run --all-files`)}${late}`];
    }),
  ];
}

function troubles({ needs, tool, hooks, manifests, managers }: SetupFacts): readonly string[] {
  const solution = tool.install.length === 0 ? "" : `: ${tool.install.map(code).join(", then ")}`;
  // The names that differ are those that nobody finds by guessing.
  const hard = needs.filter(
    ({ kind, certainty, name, modules }) =>
      kind === "distribution" && certainty === "sure" && modules.some((module) => module.toLowerCase() !== name.toLowerCase()),
  );
  const errors = hard.flatMap((need) =>
    need.modules.slice(0, 1).map((module) => {
      const remedy =
        need.declaration === undefined
          ? `install it: ${code(tool.add(written(need)))}`
          : `it comes from ${code(written(need))}; install the dependencies: ${code(tool.installing(need.declaration))}`;
      return `**Error: ${code(`ModuleNotFoundError: No module named '${module}'`)}**\n\n- **Needed by:** ${chainOf(need)}\n- **Solution:** ${remedy}`;
    }),
  );
  const commands = commandsOf(hooks).flatMap((command) => {
    const remedy = installCommand(command, { manifests, tool });
    if (remedy === undefined || !commandSources.has(command)) return [];
    return [
      `**Error: ${code(`${command}: command not found`)}**\n\n- **Needed by:** ${hooksRunning(hooks, command).map(code).join(", ")}\n- **Solution:** ${code(remedy)}`,
    ];
  });
  const { install: manager } = managerSteps({ needs, tool, hooks, manifests, managers });
  const silent = manager.length === 0 ? [] : [`**The hooks do not run**\n\n- **Solution:** install them into git: ${manager.map(code).join(", ")}`];
  return [
    ...errors,
    ...commands,
    ...silent,
    `**Error: hooks fail in CI**\n\n- **Solution:** ensure that CI installs all dependencies before it runs the hooks${solution}`,
    `**Anything else**\n\n- ${code("npx @caio/env-check doctor")} says what is missing on this machine; ${code("npx @caio/env-check explain")} reads a failed log.`,
  ];
}

/** The section's content: byte-stable, without dates and machine paths. */
export function setupDocument(facts: SetupFacts): string {
  const parts: readonly (readonly [string, readonly string[], string])[] = [
    ["### Required Dependencies", dependencies(facts), "\n"],
    ["### Setup Instructions", steps(facts), "\n\n"],
    ["### CI Environment", ci(facts), "\n"],
    ["### Troubleshooting", troubles(facts), "\n\n"],
  ];
  const body = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines, gap]) => `${title}\n\n${title.endsWith("CI Environment") ? "CI environments must have:\n\n" : ""}${lines.join(gap)}`);
  return ["## Hook Environment Setup", "Hooks and tests require the following to be installed.", ...body].join("\n\n");
}
