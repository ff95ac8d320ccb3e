// What a job calls of the repository: scripts, Makefile targets, package scripts.
import { parseShell, type ShellWord } from "@caio/repo-model/hooks";
import type { RepoPath } from "@caio/repo-model/text";
import { callFiles } from "../chain/called-runners.js";
import { inFolder } from "../chain/modules.js";
import { join } from "../chain/paths.js";
import { absentRecipes, justRunners, recipeWords } from "../runners/justfile.js";
import { makeRunners } from "../runners/makefile.js";
import { scriptRunners } from "../runners/package-scripts.js";
import type { CiStep } from "./job.js";
import type { Walk } from "./walk.js";

/** A program that calls an installer. */
export const mayInstall = /\b(?:pip3?|uv|conda|mamba|poetry|pdm|pipx)\b[^]{0,40}?\b(?:install|sync|add)\b|\bensurepip\b/;

/** A script of the repository. */
export async function script(walk: Walk, path: string | undefined, folder: string, step: CiStep, depth: number): Promise<void> {
  const source = path === undefined || !walk.world.index.has(path) ? undefined : await walk.world.read(path as RepoPath);
  if (source === undefined || depth > 3) return void (walk.state.opaque ??= `the script \`${path ?? "?"}\` cannot be read`);
  if (source.path.endsWith(".py") || /^#!.*python/.test(source.text)) {
    if (mayInstall.test(source.text)) walk.state.opaque ??= `\`${source.path}\` may install`;
    else walk.emit("command", `python ${source.path}`, "", step.at);
    return;
  }
  if (/^#!(?!.*(?:sh|bash|zsh|dash)\b)/.test(source.text)) return void (walk.state.opaque ??= `the script \`${source.path}\` is in another language`);
  await walk.shell(source.text, folder, step, depth + 1);
}

/** `make GOAL`. */
export async function makeGoals(walk: Walk, rest: readonly ShellWord[], folder: string, written: string, step: CiStep, depth: number): Promise<void> {
  const goals: string[] = [];
  let at: string | undefined = folder;
  for (let index = 0; index < rest.length; index++) {
    const { text, isKnown } = rest[index] ?? { text: "", isKnown: false };
    if (!isKnown) return void (walk.state.opaque ??= `\`${written}\` is computed`);
    if (text === "-C") at = join(folder, rest[++index]?.text ?? "");
    else if (text === "-f" || text === "-j") index++;
    else if (text.includes("=")) return void (walk.state.opaque ??= `\`${written}\` sets variables`);
    else if (!text.startsWith("-")) goals.push(text);
  }
  const path = at === undefined ? undefined : callFiles.make.map((name) => inFolder(at ?? "", name)).find((one_) => walk.world.index.has(one_));
  const source = path === undefined ? undefined : await walk.world.read(path as RepoPath);
  const found = source === undefined ? [] : makeRunners(source, goals);
  if (source === undefined || depth > 3 || /^[ \t]*-?include\s/m.test(source.text)) return void (walk.state.opaque ??= `what \`${written}\` does is not known`);
  if (found.length === 0 && goals.length > 0 && !goals.every((goal) => new RegExp(`^${goal.replace(/[^\w-]/g, "\\$&")}\\s*:`, "m").test(source.text)))
    return void (walk.state.opaque ??= `what \`${written}\` does is not known`);
  for (const { text } of found) await walk.shell(text, at ?? folder, step, depth + 1);
}

/** `just RECIPE`. */
export async function justRecipes(walk: Walk, rest: readonly ShellWord[], folder: string, written: string, step: CiStep, depth: number): Promise<void> {
  const words = recipeWords(rest);
  const path = callFiles.just.map((name) => inFolder(folder, name)).find((one_) => walk.world.index.has(one_));
  const source = path === undefined ? undefined : await walk.world.read(path as RepoPath);
  const found = source === undefined || words === undefined ? [] : justRunners(source, words);
  const isKnown = source !== undefined && words !== undefined && found.length > 0 && depth <= 3 && absentRecipes(source, words).length === 0;
  if (!isKnown || found.some((one) => one.folder === undefined)) return void (walk.state.opaque ??= `what \`${written}\` does is not known`);
  for (const one of found) await walk.shell(one.text, one.folder ?? folder, step, depth + 1);
}

/** npm and its like. */
export async function nodeTool(walk: Walk, name: string, rest: readonly ShellWord[], folder: string, step: CiStep, depth: number): Promise<void> {
  const verb = rest.find(({ text }) => !text.startsWith("-"));
  const text = verb?.text ?? "";
  if (verb !== undefined && !verb.isKnown) return void (walk.state.opaque ??= "a script's name is computed");
  if (name !== "npx" && name !== "bunx" && (/^(?:ci|install|i|clean-install|add|install-ci-test|it|cit)$/.test(text) || (name === "yarn" && text === "")))
    return void walk.state.node.add(folder);
  const isRun = /^(?:run|run-script)$/.test(text);
  const script_ = isRun
    ? rest[rest.findIndex((word) => word === verb) + 1]?.text
    : /^(?:test|t|start)$/.test(text)
      ? text === "t"
        ? "test"
        : text
      : name === "yarn" || name === "pnpm"
        ? text
        : undefined;
  if (script_ === undefined) {
    if (name === "npx" || name === "bunx") walk.emit("node", text, folder, step.at);
    return;
  }
  const path = inFolder(folder, "package.json");
  const source = walk.world.index.has(path) ? await walk.world.read(path as RepoPath) : undefined;
  const found = source === undefined ? [] : scriptRunners(source, script_);
  for (const { text: command } of found) {
    for (const {
      words: [word],
      isConditional,
    } of parseShell(command))
      if (word !== undefined && !isConditional) walk.emit("node", word.text, folder, step.at);
    // A package script may run Python as well.
    if (/\b(?:pip|python3?|pytest|poetry|uv)\b/.test(command) && depth < 4) await walk.shell(command, folder, step, depth + 1);
  }
}
