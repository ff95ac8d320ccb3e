// undeclared-command: a program that a known distribution or package brings is run, and neither is declared.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import { chainText, isSurer, starterOf } from "../chain/step.js";
import type { CiLack } from "../ci/collect-ci.js";
import { lackGroups } from "../ci/lack-groups.js";
import { commandSources, type CommandSource } from "../data/commands.js";
import { addFix } from "../declare-fix.js";
import type { EnvFacts } from "../facts.js";

type Use = EnvFacts["programs"][number];

/** Hook managers and installers set up the environment, and are seldom declared in it. */
const outer = new Set("pre-commit prek poetry pdm hatch uv pipenv tox nox pip husky lefthook npm npx pnpm yarn bun cmake ninja maturin conda".split(" "));

const managers = new Set(["husky", "lefthook"]);

/** What gives a program, by the table or by the lockfile. */
function sourceOf(program: string, { nodePrograms }: EnvFacts): CommandSource | undefined {
  const name = nodePrograms.get(program);
  return commandSources.get(program) ?? (name === undefined ? undefined : { kind: "node", name });
}

/** Whether the distribution or package that gives a program is known, and is declared nowhere. */
function isUndeclared({ program, declared, by, chain }: Use, facts: EnvFacts): boolean {
  const source = sourceOf(program, facts);
  // What a CI job installs, its actions and its image tell: ci-does-not-install judges that.
  if (source === undefined || source.kind === "system" || chain[0]?.kind === "job") return false;
  // A package's own script finds a hook manager only among its packages.
  const isOfScript = by === "node" && chain[0]?.kind === "package-script";
  if (outer.has(program) && !(isOfScript && source.kind === "node" && managers.has(program))) return false;
  const tools = facts.manifests.flatMap(({ declarations }) => declarations.filter(({ scope }) => scope === "tool"));
  if (tools.some(({ canonical }) => canonical.replace(/^(?:npm|pipx|pip):/, "") === source.name || canonical === program)) return false;
  const isPython = [...declared.names, ...declared.brought, ...declared.elsewhere.keys()].some((name) => name === canonicalName(source.name));
  const node = facts.manifests.filter(({ ecosystem }) => ecosystem === "node");
  const isNode = node.some(({ declarations }) => declarations.some(({ canonical, name }) => canonical === source.name || name === source.name));
  // A plug-in (`mkdocs-material`) brings what it is one of.
  const isPlugged = [...declared.names].some((name) => name.startsWith(`${canonicalName(source.name)}-`));
  // A package, or a member of the workspace, runs its own programs.
  const isOwn = node.some(({ project, programs = [] }) => project === source.name || programs.some(({ name }) => name === program));
  if (isPython || isNode || isPlugged || isOwn) return false;
  const isOfStaged = chain[0]?.kind === "hook" && by === "node";
  if (source.kind === "node") return by === "node" && (isOfStaged || chain[0]?.at.path === "package.json") && node.some(({ path }) => path === "package.json");
  const isAny = declared.isAny || (chain[0]?.kind === "hook" && declared.manifest === undefined && declared.elsewhere.size > 0);
  return isAny && !declared.isPartial && by === "shell";
}

export const undeclaredCommand = defineRule<EnvFacts, unknown>({
  id: "undeclared-command",
  summary: "A hook or another runner starts a program whose distribution no manifest declares.",
  severity: "error",
  *find(facts) {
    const best = new Map<string, Use>();
    // What is declared is looked through once for each program, however often it is run.
    const known = new Map<Use["declared"], Map<string, boolean>>();
    const isMissing = (use: Use): boolean => {
      const [first] = use.chain;
      const key = `${use.program} ${use.by} ${first?.kind ?? ""} ${first?.at.path === "package.json"}`;
      const ofProject = known.get(use.declared) ?? new Map<string, boolean>();
      known.set(use.declared, ofProject);
      const answer = ofProject.get(key) ?? isUndeclared(use, facts);
      ofProject.set(key, answer);
      return answer;
    };
    for (const use of facts.programs) {
      if (use.certainty === "optional" || !isMissing(use)) continue;
      const before = best.get(use.program);
      if (before === undefined || isSurer(use.certainty, before.certainty)) best.set(use.program, use);
    }
    for (const use of best.values()) yield draftOf(use, facts);
    // tox refuses what its environment does not hold; tox-uv, wherever it is installed, lets uv in.
    const hasToxUv = facts.programs.some(({ declared }) => declared.names.has("tox-uv"));
    const lacks = facts.ci.lacks.filter((one) => one.isEnvironment && one.kind === "command" && one.declaration === undefined && one.isSure && !one.isOfHook);
    for (const [lack] of lackGroups(lacks)) if (!best.has(lack.name) && !(lack.name === "uv" && hasToxUv)) yield environmentDraft(lack);
  },
});

/** An environment of tox that runs a program which it does not hold. */
function environmentDraft({ name, job, command, at, chain }: CiLack): Draft {
  return {
    message: `\`${job}\` runs \`${name}\`, and neither its \`deps\` nor its \`allowlist_externals\` name it.`,
    at,
    help: `Name it in \`deps\`, or under \`allowlist_externals\` where the machine brings it: ${chainText(chain)} → ${name}.`,
    data: { command: name, distribution: name, chain: [...chain.map(({ text }) => text), name] },
    fingerprintText: `${job} ${command} ${name}`,
    severity: "warning",
  };
}

function draftOf(use: Use, facts: EnvFacts): Draft {
  const { program, chain, certainty } = use;
  const source = sourceOf(program, facts);
  const name = source?.name ?? program;
  const last = chain.at(-1);
  const first = chain[0];
  const { who } = starterOf(chain);
  const given = name === program ? "" : `, which \`${name}\` brings,`;
  const fix = source?.kind === "python" ? addFix(name, last?.at.path ?? "", facts) : undefined;
  return {
    message: `${who} runs \`${program}\`${given} and no manifest declares ${given === "" ? "it" : "that"}.`,
    at: (last ?? first)?.at as Draft["at"],
    related: chain.slice(0, -1).map(({ kind, text, at }) => ({ message: kind === "hook" ? `hook \`${text}\`` : text, at })),
    help: `Declare it: ${chainText(chain)} → ${program}${name === program ? "" : ` → ${name}`}.`,
    data: { command: program, distribution: name, chain: [...chain.map(({ text }) => text), program] },
    // Nobody says that a target or a script of a package is run.
    ...(certainty === "sure" ? {} : { severity: first?.kind === "target" || first?.kind === "package-script" ? ("note" as const) : ("warning" as const) }),
    ...(fix === undefined ? {} : { fix }),
  };
}
