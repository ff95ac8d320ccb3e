// Makefiles: targets with their recipes, as far as they can be read without running make.
import type { Range, SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import type { Runner } from "./runner.js";

/** A target. */
export interface Target {
  readonly name: string;
  readonly range: Range;
  readonly needs: readonly string[];
  readonly recipe: readonly { readonly text: string; readonly range: Range }[];
}

export const isMakefile = (path: string): boolean => /(?:^|\/)(?:GNUmakefile|[Mm]akefile)$/.test(path);

const mostExpansions = 200;

/** `$(NAME)` and `${NAME}` of plain assignments; what is not known stays as it is, so that the shell's reader calls it unknown. */
function expand(text: string, variables: ReadonlyMap<string, string>): string {
  let result = text;
  for (let count = 0; count < 5; count++) {
    let changes = 0;
    const next = result.replace(/\$[({](\w+)[)}]/g, (whole, name: string) => {
      const value = name === "MAKE" ? "make" : variables.get(name);
      if (value === undefined || ++changes > mostExpansions) return whole;
      return value;
    });
    if (next === result || next.length > 100_000) return result;
    result = next;
  }
  return result;
}

/** The targets of a Makefile, in order. Never throws; conditionals are read as if they all held. */
export function readMakefile({ text }: Pick<SourceText, "text">): readonly Target[] {
  const variables = new Map<string, string>();
  const found = new Map<string, { name: string; range: Range; needs: string[]; recipe: { text: string; range: Range }[] }>();
  let open: { needs: string[]; recipe: { text: string; range: Range }[] }[] = [];
  const lines = /(?:[^\\\r\n]|\\(?:\r\n|[^]))*(?:\r\n|\n|\r|$)/g;
  for (const { index, 0: whole } of text.matchAll(lines)) {
    const line = whole.trimEnd();
    if (line === "") {
      if (whole === "") break;
      continue;
    }
    if (line.startsWith("\t")) {
      const lead = /^[\t @+-]*/.exec(line)?.[0].length ?? 0;
      const code = line.slice(lead);
      if (code !== "" && !code.startsWith("#")) for (const target of open) target.recipe.push({ text: code, range: [index + lead, index + line.length] });
      continue;
    }
    const plain = line.replace(/(?<!\\)#.*$/s, "");
    const assigned = /^(?:export\s+|override\s+)?([\w.-]+)\s*(?::{1,3}|\?|\+|!)?=\s*([^]*)$/.exec(plain);
    if (assigned?.[1] !== undefined) {
      open = [];
      // What a shell computes, and what may come from outside, is not known.
      if (!variables.has(assigned[1]) && !/\$\((?:shell|wildcard|if|or|and|call|foreach)\b/.test(assigned[2] ?? ""))
        variables.set(assigned[1], (assigned[2] ?? "").trim());
      continue;
    }
    const rule = /^([^\s:=#][^:=#]*?)\s*::?(?!=)([^;]*)(?:;(.*))?$/s.exec(plain);
    if (rule?.[1] === undefined) {
      if (!/^(?:if|else|endif|include|-include|define|endef|\.|$)/.test(plain)) open = [];
      continue;
    }
    const names = rule[1].split(/\s+/).filter((name) => name !== "" && !/[%$]/.test(name));
    const needs = expand(rule[2] ?? "", variables)
      .split(/[\s|\\]+/)
      .filter((name) => name !== "" && !/[%$=]/.test(name));
    open = names.map((name) => {
      const known = found.get(name);
      if (known !== undefined) {
        for (const need of needs) known.needs.push(need);
        return known;
      }
      // Each has a list of its own: a target that stands twice in one rule would take in what it takes in.
      const made = { name, range: [index, index + line.length] as Range, needs: [...needs], recipe: [] };
      if (!name.startsWith(".")) found.set(name, made);
      return made;
    });
  }
  return [...found.values()].map((target) => ({
    ...target,
    recipe: target.recipe.map(({ text: code, range }) => ({ text: expand(code, variables).replaceAll("$$", "$"), range })),
  }));
}

const known = new WeakMap<SourceText, readonly Target[]>();

/** What `make GOAL` runs, prerequisites first; `goals` empty is the first target. Each line has a shell of its own. */
export function makeRunners(source: SourceText, goals: readonly string[] | undefined): readonly Runner[] {
  // A Makefile calls itself, and a CI job calls it goal by goal.
  const targets = known.get(source) ?? readMakefile(source);
  known.set(source, targets);
  const byName = new Map(targets.map((target) => [target.name, target]));
  const wanted = goals === undefined ? targets.map(({ name }) => name) : goals.length > 0 ? goals : targets.slice(0, 1).map(({ name }) => name);
  const seen = new Set<string>();
  const result: Runner[] = [];
  const visit = (name: string): void => {
    const target = byName.get(name);
    if (target === undefined || seen.has(name) || seen.size > 1000) return;
    seen.add(name);
    if (goals !== undefined) for (const need of target.needs) visit(need);
    for (const { text, range } of target.recipe)
      result.push({ kind: "target", name: `make ${name}`, at: source.at(target.range), text, textAt: source.at(range), folder: folderOf(source.path) });
  };
  for (const name of wanted) visit(name);
  return result;
}
