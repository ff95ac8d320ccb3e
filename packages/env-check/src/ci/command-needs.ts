// What a command of a job surely needs of Python, found as a hook's needs are.
import type { Hook } from "@caio/repo-model/hooks";
import { canonicalName } from "@caio/repo-model/manifests";
import type { Location } from "@caio/repo-model/text";
import { walk } from "../chain/closure.js";
import { isTestFile } from "../chain/pytest.js";
import { followHook, followRunner, type Start, type World } from "../chain/starts.js";
import type { Step } from "../chain/step.js";
import type { Declared } from "../declared.js";
import type { Naming } from "../occurrences.js";
import type { Project } from "../project.js";
import { isStandard } from "../standard.js";
import type { CiWorld, CommandNeed } from "./collect-ci.js";

/** How names become distributions, and where they are declared. */
interface Known {
  readonly declaredFor: (path: string) => Declared;
  readonly naming: Naming;
}

/** The two ways in which CI's reading asks for needs. */
export function ciNeeds({ resolve, sources }: Project, world: World, { declaredFor, naming }: Known): Pick<CiWorld, "needsOf" | "needsOfHook"> {
  const closures = new Map<string, Promise<readonly CommandNeed[]>>();
  const needsOfStarts = async (starts: readonly Start[], before: readonly Step[]): Promise<readonly CommandNeed[]> => {
    const files = starts.flatMap((start) => start.files);
    const roots = [...new Set(starts.flatMap((start) => start.roots))];
    const { outside } = await walk(files, resolve, roots, isTestFile);
    const found = new Map<string, CommandNeed>();
    const add = (module: string, path: string, chain: readonly Step[], distribution?: string): void => {
      const { places, names: declared, scripted } = declaredFor(path);
      const distributions = naming(module, declared)?.distributions ?? (distribution === undefined ? [] : [distribution]);
      const declaration = distributions.map((name) => places.get(canonicalName(name))).find((one) => one !== undefined);
      const key = distributions.join(" ");
      if (distributions.length > 0 && !found.has(key))
        found.set(key, {
          names: distributions,
          declaration,
          isScripted: declaration === undefined && distributions.some((name) => scripted.has(canonicalName(name))),
          chain: [...before, ...chain].filter(({ kind }) => kind !== "job"),
        });
    };
    for (const { reached, import: one, certainty } of outside) {
      const [top = ""] = one.module.split(".");
      if (certainty !== "sure" || isStandard(top)) continue;
      const source = await sources.text(reached.path);
      const at: Location | undefined = source?.at(source.lineRange(one.line) ?? [0, 0]);
      if (at !== undefined) add(one.module, reached.path, [...reached.steps, { kind: "import", text: `${reached.path}:${one.line}`, at }]);
    }
    for (const { module, certainty, chain, distribution } of starts.flatMap((start) => start.modules)) {
      const path = chain.at(-1)?.at.path;
      if (certainty === "sure" && path !== undefined) add(module, path, chain, distribution);
    }
    return [...found.values()];
  };
  return {
    needsOf: async (text, folder, start) => {
      const starts = await followRunner(world, { kind: "job", name: start.text, at: start.at, text, textAt: start.at, folder }, "sure");
      // Jobs that run the same files need the same.
      const key =
        starts.flatMap(({ files }) => files.map(({ path, certainty }) => `${path} ${certainty}`)).join("\n") +
        starts.flatMap(({ modules }) => modules.map(({ module }) => module)).join(" ");
      const known = closures.get(key) ?? needsOfStarts(starts, []);
      closures.set(key, known);
      return known;
    },
    needsOfHook: async (hook: Hook) => {
      const key = `hook ${hook.at.path} ${hook.at.range[0]}`;
      const known = closures.get(key) ?? followHook(world, hook).then((starts) => needsOfStarts(starts, []));
      closures.set(key, known);
      return known;
    },
  };
}
