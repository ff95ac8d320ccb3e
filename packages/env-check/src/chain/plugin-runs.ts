// The plug-ins that pytest's options ask for: without them pytest ends at once, for it does not know the option.
import { pluginOfOption } from "../data/pytest-plugins.js";
import type { Project } from "../project.js";
import type { PytestSettings } from "./pytest.js";
import type { ModuleRun, World } from "./starts.js";
import type { Certainty, Step } from "./step.js";

/** The word before a value that is written to it: `--cov=x`, `-n4`, `-nauto`. */
const optionOf = (word: string): string => (/^-n(?:\d+|auto|logical)$/.test(word) ? "-n" : (word.split("=", 1)[0] ?? word));

/** Whether what asks for an import is an option or a fixture of pytest. */
export const isPluginUse = (via: string): boolean => via.startsWith("pytest ") || /^the (?:fixture|mark) /.test(via);

/** Whether something else than an import asks for it: what has to be there alone, whoever brings it. */
export const isIndirectUse = (via: string): boolean => isPluginUse(via) || via.startsWith("the module ");

/** The plug-ins that a command line's words and `addopts` ask for, each once. */
export async function pluginRuns(
  world: Pick<World, "addsOption">,
  { words, settings }: { readonly words: readonly { readonly text: string; readonly isKnown: boolean }[]; readonly settings: PytestSettings | undefined },
  steps: readonly Step[],
  certainty: Certainty,
): Promise<readonly ModuleRun[]> {
  const found = new Map<string, ModuleRun>();
  const add = async (word: string, chain: readonly Step[]): Promise<void> => {
    const option = optionOf(word);
    const plugin = word.startsWith("-") ? pluginOfOption.get(option) : undefined;
    if (plugin === undefined || found.has(plugin.distribution) || (await world.addsOption(option))) return;
    found.set(plugin.distribution, { ...plugin, by: `pytest ${option}`, certainty, chain });
  };
  for (const { text, isKnown } of words) if (isKnown) await add(text, steps);
  // An option of the command line may take back those of the settings.
  if (words.some(({ text, isKnown }) => !isKnown || /^(?:-o|--override-ini|-c|--config-file)(?:=|$)|^-oaddopts/.test(text))) return [...found.values()];
  for (const word of settings?.addopts ?? [])
    if (settings !== undefined) await add(word, [...steps, { kind: "entry", text: `addopts = ${word}`.slice(0, 120), at: settings.at }]);
  return [...found.values()];
}

/** The options that the `conftest.py`s and the project's own plug-ins add. */
export async function ownOptions({ index, sources }: Pick<Project, "index" | "sources">): Promise<ReadonlySet<string>> {
  const options = new Set<string>();
  for (const path of index.pythonFiles) {
    if (!/(?:^|\/)(?:conftest|[^/]*plugin[^/]*)\.py$/.test(path)) continue;
    const text = (await sources.text(path))?.text ?? "";
    if (text.includes("addoption")) for (const [, option = ""] of text.matchAll(/["'](--?[\w-]+)["']/g)) options.add(option);
  }
  return options;
}
