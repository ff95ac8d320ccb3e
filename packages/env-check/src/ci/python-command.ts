// What `python` runs in a job.
import type { ShellWord } from "@caio/repo-model/hooks";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { join } from "../chain/paths.js";
import { scanImports } from "../imports/scan.js";
import { mayInstall } from "./called.js";
import { pipInstall } from "./install-commands.js";
import { quoted } from "./programs.js";
import type { JobCommand, Walk } from "./walk.js";

/** `python -m X`, `python f.py`. `piped` is what stands before its pipe. */
export async function runPython(walk: Walk, piped: string, { rest, folder, written, settle, isPath, step, depth }: JobCommand): Promise<void> {
  const words = joined(withoutValued(rest));
  const at = words.findIndex(({ text }) => !/^-(?![mc]$|$)/.test(text));
  const word = words[at];
  if (word === undefined) return piped === "" || rest.length > 0 ? undefined : void (walk.state.opaque ??= `\`${written}\` runs what is computed`);
  if (word.text === "-") {
    if (/install\.python-poetry\.org/.test(piped)) walk.state.programs.add("poetry");
    else if (/pdm/.test(piped)) walk.state.programs.add("pdm");
    else if (piped !== "") walk.state.opaque ??= `\`${written}\` runs what is computed`;
    return;
  }
  if (word.text === "-c") return;
  if (word.text === "-m") {
    const module = words[at + 1];
    const after = words.slice(at + 2);
    if (module === undefined || !module.isKnown) return void (walk.state.opaque ??= `\`${written}\` is computed`);
    const known = {
      pip: "pip",
      uv: "uv",
      poetry: "poetry",
      pdm: "pdm",
      pre_commit: "pre-commit",
      tox: "tox",
      nox: "nox",
      hatch: "hatch",
      pipenv: "pipenv",
      pipx: "pipx",
    };
    const program = Object.entries(known).find(([key]) => key === module.text)?.[1];
    if (program !== undefined) return walk.one([{ ...module, text: program }, ...after], folder, "", step, depth);
    if (
      /^(?:venv|virtualenv|ensurepip|build|twine|compileall|site|sysconfig|json\.tool|http\.server|zipfile|timeit|ruff|black|flake8|mypy|isort|pylint|bandit)$/.test(
        module.text,
      )
    )
      return;
    return walk.emit("command", ["python", ...words.map(quoted)].join(" "), folder, step.at);
  }
  if (!word.isKnown) return void (walk.state.opaque ??= `\`${written}\` is computed`);
  if (word.text === "setup.py" || word.text.endsWith("/setup.py")) {
    const verb = words[at + 1]?.text ?? "";
    if (/^(?:develop|install|test)$/.test(verb))
      settle(pipInstall([{ ...word, text: "." }], join(folder, word.text.replace(/\/?setup\.py$/, "") || ".") ?? folder, walk.state, isPath), written);
    return;
  }
  const path = join(folder, word.text);
  const source = path === undefined || !walk.world.index.has(path) ? undefined : await walk.world.read(path as RepoPath);
  // What it does is not known where it is not here, or calls an installer.
  if (source === undefined || mayInstall.test(source.text)) return void (walk.state.opaque ??= `\`${written}\` may install`);
  walk.emit("command", ["python", ...words.map(quoted)].join(" "), folder, step.at, isAlone(source, walk));
}

/** Whether a script imports nothing of the repository: its interpreter is its own affair. */
function isAlone({ path, text }: SourceText, { world: { index } }: Walk): boolean {
  return scanImports(text).every(({ level, module }) => level === 0 && !index.isOwn(module.split(".")[0] ?? "", path));
}

/** Without `-W ignore` and `-X dev`, whose values would look like scripts. */
function withoutValued(words: readonly ShellWord[]): readonly ShellWord[] {
  let start = 0;
  while (/^-[WX]$/.test(words[start]?.text ?? "")) start += 2;
  return words.slice(start);
}

/** `-mpip` and `-Im pip` as `-m pip`. */
function joined(words: readonly ShellWord[]): readonly ShellWord[] {
  const at = words.findIndex(({ text }) => !text.startsWith("-") || /^-[a-zA-Z]*[mc]/.test(text));
  const word = words[at];
  const [, letter = "", value = ""] = /^-(?:[bBdEiIOPqsSuvVx]*)([mc])(.*)$/.exec(word?.text ?? "") ?? [];
  if (word === undefined || letter === "") return words;
  return [...words.slice(0, at), { ...word, text: `-${letter}` }, ...(value === "" ? [] : [{ ...word, text: value }]), ...words.slice(at + 1)];
}
