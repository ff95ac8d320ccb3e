// The set-up document's generated section: what hooks need, how it is installed, what CI must have, and how failures are mended.
import type { Hook } from "@caio/repo-model/hooks";
import type { Manifest } from "@caio/repo-model/manifests";
import { requirementText } from "./declare-fix.js";
import type { Need } from "./needs.js";
import type { SetupTool } from "./setup-tool.js";

/** What the document tells of. */
export interface SetupFacts {
  readonly needs: readonly Need[];
  readonly hooks: readonly Hook[];
  readonly manifests: readonly Manifest[];
  readonly tool: SetupTool;
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

function dependencies({ needs, hooks, manifests }: SetupFacts): readonly string[] {
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
  const requires = manifests.find(({ ecosystem, path, requires: range }) => ecosystem === "python" && !path.includes("/") && range !== undefined)?.requires;
  if (requires !== undefined) lines.push(`- ${pythonText(requires.specifier)} (for all hooks)`);
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

/** The stages that hooks of pre-commit name, in git's order. */
function stagesOf(hooks: readonly Hook[]): readonly string[] {
  const order = [
    "pre-commit",
    "pre-merge-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "pre-rebase",
    "pre-push",
    "post-checkout",
    "post-merge",
    "post-rewrite",
  ];
  const own = hooks.filter(({ manager }) => manager === "pre-commit");
  const named = new Set(own.flatMap(({ stages }) => (stages.length === 0 ? ["pre-commit"] : stages)));
  return order.filter((stage) => named.has(stage));
}

function steps({ hooks, tool }: SetupFacts): readonly string[] {
  const stages = stagesOf(hooks);
  const list: (readonly [string, readonly string[]])[] = [];
  if (tool.create.length > 0) list.push(["Create a virtual environment", tool.create]);
  if (tool.install.length > 0) list.push(["Install the dependencies", tool.install]);
  if (stages.length > 0) {
    list.push(["Install the hooks", [`${tool.prefix}pre-commit install ${stages.map((stage) => `--hook-type ${stage}`).join(" ")}`]]);
    const runs = stages.includes("pre-push")
      ? [`${tool.prefix}pre-commit run --all-files`, `${tool.prefix}pre-commit run --all-files --hook-stage pre-push`]
      : [`${tool.prefix}pre-commit run --all-files`];
    list.push(["Verify that they work", runs]);
  }
  return list.map(([title, lines], index) => `${index + 1}. **${title}:**\n\n${block(lines, "   ")}`);
}

function ci({ needs, manifests, hooks, tool }: SetupFacts): readonly string[] {
  const files = manifests.filter(({ path, format }) => format === "requirements" && !path.includes("/")).map(({ path }) => code(path));
  const hookNeeds = needs.filter(({ hooks: by, certainty, kind }) => by.length > 0 && certainty === "sure" && kind === "distribution");
  return [
    ...(files.length > 0 ? [`- all dependencies from ${files.join(", ")} installed`] : tool.install.map((line) => `- ${code(line)} run before the hooks`)),
    ...(hookNeeds.length > 0
      ? [`- ${hookNeeds.map(({ name, declaration }) => code(declaration?.name ?? name)).join(", ")} available to the Python that runs the hooks`]
      : []),
    ...(stagesOf(hooks).length > 0 ? ["- the hooks installed, or run with `pre-commit run`"] : []),
  ];
}

function troubles({ needs, tool }: SetupFacts): readonly string[] {
  const install = tool.install[0];
  const solution = install === undefined ? "" : `: ${code(install)}`;
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
          : `it comes from ${code(written(need))}; install the dependencies${solution}`;
      return `**Error: ${code(`ModuleNotFoundError: No module named '${module}'`)}**\n\n- **Needed by:** ${chainOf(need)}\n- **Solution:** ${remedy}`;
    }),
  );
  return [
    ...errors,
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
