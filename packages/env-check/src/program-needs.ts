// The programs and interpreters that hooks, tests and other runners need.
import { canonicalName, type Declaration, type Manifest } from "@caio/repo-model/manifests";
import { isSurer } from "./chain/step.js";
import { commandSources } from "./data/commands.js";
import { shellWords } from "./data/shell-words.js";
import type { EnvFacts } from "./facts.js";
import type { Need } from "./needs.js";

type Use = EnvFacts["programs"][number];

/** The interpreter that a program is, or runs with; undefined for others. */
function interpreterOf(program: string): "python" | "node" | undefined {
  const name = program.slice(program.lastIndexOf("/") + 1);
  if (/^(?:python[\d.]*|py|pytest|py\.test)$/.test(name)) return "python";
  if (/^(?:node|npm|npx|pnpm|yarn)$/.test(name)) return "node";
  const kind = commandSources.get(name)?.kind;
  return kind === "python" || kind === "node" ? kind : undefined;
}

/** The range of an interpreter that the manifests of the root take: the project's own first, then what version managers pin. */
export function interpreterRange(manifests: readonly Manifest[], name: "python" | "node"): string | undefined {
  const root = manifests.filter(({ path, ecosystem }) => !path.replace(/^\.config\//, "").includes("/") && (ecosystem === name || ecosystem === "tool"));
  const order = (one: Manifest): number => (one.ecosystem === "tool" || one.format.endsWith("-version") ? 1 : 0);
  const sorted = root.toSorted((a, b) => order(a) - order(b));
  return (
    sorted.find(({ requires }) => requires !== undefined)?.requires?.specifier ??
    sorted.flatMap(({ declarations }) => declarations).find(({ scope, canonical }) => scope === "tool" && canonical === name)?.specifier
  );
}

/** The interpreters and programs, each once with its surest chain, from a hook where there is one; sorted by kind and name. */
export function programNeeds({ programs, manifests }: Pick<EnvFacts, "programs" | "manifests">): readonly Need[] {
  const groups = new Map<string, { readonly base: Omit<Need, "hooks" | "certainty" | "chain">; readonly uses: Use[] }>();
  const add = (base: Omit<Need, "hooks" | "certainty" | "chain">, use: Use): void => {
    const key = `${base.kind} ${base.name}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { base, uses: [use] });
    else known.uses.push(use);
  };
  const tools = manifests.flatMap(({ declarations }) => declarations.filter(({ scope }) => scope === "tool"));
  for (const use of programs) {
    const interpreter = interpreterOf(use.program);
    if (interpreter !== undefined) {
      const range = interpreterRange(manifests, interpreter);
      add({ kind: "interpreter", name: interpreter, alternatives: [], modules: [], ...(range === undefined ? {} : { range }) }, use);
    }
    if (/[/$]/.test(use.program) || shellWords.has(use.program) || /^(?:python[\d.]*|py|node|npm|npx)$/.test(use.program)) continue;
    add(needOf(use, tools, manifests), use);
  }
  const needs = [...groups.values()].map(({ base, uses }): Need => {
    const best = uses.reduce((a, b) => (isSurer(b.certainty, a.certainty) ? b : a));
    const hooks = [...new Set(uses.flatMap(({ chain: [first] }) => (first?.kind === "hook" ? [first.text] : [])))].toSorted();
    return { ...base, hooks, certainty: best.certainty, chain: best.chain };
  });
  return needs.toSorted((a, b) => (`${a.kind} ${a.name}` < `${b.kind} ${b.name}` ? -1 : 1));
}

/** What a program is: pinned by a version manager, of a distribution or a package, or a command of which no more is known. */
function needOf({ program, declared }: Use, tools: readonly Declaration[], manifests: readonly Manifest[]): Omit<Need, "hooks" | "certainty" | "chain"> {
  const base = { alternatives: [], modules: [] };
  const source = commandSources.get(program);
  const tool = tools.find(({ canonical }) => canonical === program || canonical.replace(/^(?:npm|pipx|pip):/, "") === (source?.name ?? program));
  if (tool !== undefined) return { ...base, kind: "tool", name: program, declaration: tool, range: tool.specifier };
  if (source?.kind === "node") {
    const declaration = manifests
      .filter(({ ecosystem }) => ecosystem === "node")
      .flatMap(({ declarations }) => declarations)
      .find(({ canonical }) => canonical === source.name);
    return { ...base, kind: "node-package", name: source.name, ...(declaration === undefined ? {} : { declaration, range: declaration.specifier }) };
  }
  const declaration = source?.kind === "python" ? declared.places.get(canonicalName(source.name)) : undefined;
  const alternatives = source === undefined ? [] : [source.name];
  return { kind: "command", name: program, alternatives, modules: [], ...(declaration === undefined ? {} : { declaration, range: declaration.specifier }) };
}
