// The tools that install a project and run commands in its environment.
import { inFolder } from "../chain/modules.js";
import { commandSources } from "../data/commands.js";
import { lockInstall, pipInstall } from "./install-commands.js";
import type { RepoPath } from "@caio/repo-model/text";
import { toolScripts } from "../runners/tool-scripts.js";
import { quoted } from "./programs.js";
import { addRequirement } from "./state.js";
import type { JobCommand, Walk } from "./walk.js";

/** `pip install …`. */
export function pip(walk: Walk, { rest, folder, written, settle, isPath }: JobCommand): void {
  const at = rest.findIndex(({ text }) => !text.startsWith("-"));
  if (rest[at]?.text === "install") settle(pipInstall(rest.slice(at + 1), folder, walk.state, isPath), written);
  else if (rest[at]?.isKnown === false) settle("unknown", written);
}

/** The options of `uv run` and its like that take a value. */
export const takesValue: ReadonlySet<string> = new Set(
  "--with --with-editable --with-requirements --extra --group --only-group --no-group --no-extra --python -p --package --project --directory --env-file --index --default-index --index-strategy --python-preference --from --spec --constraints --constraint -c --link-mode --cache-dir --exclude-newer --prerelease --resolution --pip-args -C -P".split(
    " ",
  ),
);

/** The Python that a command line chooses: `uv run --python 3.12`, `poetry env use 3.12`. */
function chosenPython(tool: string, verb: string, after: JobCommand["rest"]): string | undefined {
  if (tool === "poetry") return verb === "env" && after[0]?.text === "use" && after[1]?.isKnown === true ? after[1].text : undefined;
  if (tool !== "uv" || !/^(?:run|sync|venv)$/.test(verb)) return undefined;
  for (const [at, { text, isKnown }] of after.entries()) {
    // What stands behind the program is its own.
    if (text === "--" || (!text.startsWith("-") && verb === "run" && !takesValue.has(after[at - 1]?.text ?? ""))) return undefined;
    if (text === "--no-project" || text === "--script" || text === "-s") return undefined;
    if (isKnown && text.startsWith("--python=")) return text.slice("--python=".length);
    if ((text === "--python" || text === "-p") && after[at + 1]?.isKnown === true) return after[at + 1]?.text;
  }
  return undefined;
}

/** What `--with` brings beside. */
function broughtWith(words: JobCommand["rest"]): readonly string[] {
  return words.flatMap(({ text }, at) => {
    const list = text.startsWith("--with=") ? text.slice("--with=".length) : text === "--with" ? words[at + 1]?.text : undefined;
    return list?.split(",") ?? [];
  });
}

/** uv, poetry, pdm, pipenv and hatch. */
export async function runTool(
  walk: Walk,
  tool: "uv" | "poetry" | "pdm" | "pipenv" | "hatch",
  { rest, folder, written, settle, isPath, step, depth }: JobCommand,
): Promise<void> {
  const at = rest.findIndex(({ text }, index) => !text.startsWith("-") && !/^(?:-C|-P|-p|--directory|--project)$/.test(rest[index - 1]?.text ?? ""));
  const verb = rest[at]?.text ?? "";
  const after = rest.slice(at + 1);
  const taken =
    tool === "uv" && /^(?:run|sync|venv)$/.test(verb) && !after.some(({ text }) => text === "--no-project" || text === "--script") ? step.python : undefined;
  const version = folder === "" ? (chosenPython(tool, verb, after) ?? taken) : undefined;
  if (version !== undefined) walk.choose("python", version, step.at);
  if (tool === "hatch") {
    const given = after.findIndex(({ text }) => text === "-py" || text === "--python");
    const python = after[given + 1];
    if (verb === "test" && given >= 0 && python?.isKnown === true && folder === "") {
      walk.choose("python", python.text, step.at);
      walk.emit("program", tool, folder, step.at);
    }
    return;
  }
  if (tool === "uv" && verb === "pip") {
    if (after[0]?.text === "install") return settle(pipInstall(after.slice(1), folder, walk.state, isPath), written);
    if (after[0]?.text === "sync")
      return settle(
        pipInstall(
          after.slice(1).flatMap((word) => (word.text.startsWith("-") ? [word] : [{ ...word, text: "-r" }, word])),
          folder,
          walk.state,
          isPath,
        ),
        written,
      );
    return;
  }
  if (tool === "uv" && verb === "tool") {
    const program = after.slice(1).find(({ text }, index) => !text.startsWith("-") && !takesValue.has(after[index]?.text ?? ""));
    if (program !== undefined && after[0]?.text === "install") for (const text of [program.text, ...broughtWith(after)]) walk.addProgram(text);
    return;
  }
  if (verb === "install" || verb === "sync" || (tool === "pdm" && verb === "update")) {
    if (tool === "pipenv" && after.some(({ text }) => !text.startsWith("-")))
      for (const { text } of after) if (!text.startsWith("-")) addRequirement(walk.state, text);
    return settle(lockInstall(tool, rest, folder, walk.state), written);
  }
  if (verb === "add") {
    for (const { text } of after) if (!text.startsWith("-")) addRequirement(walk.state, text);
    return settle(lockInstall(tool, [], folder, walk.state), written);
  }
  if (verb !== "run") return;
  let start = 0;
  while (start < after.length && (after[start]?.text ?? "").startsWith("-")) start += takesValue.has(after[start]?.text ?? "") ? 2 : 1;
  // `uv run` brings the environment up to date by itself.
  if (tool === "uv" && !after.slice(0, start).some(({ text }) => text === "--no-sync")) {
    const where = after.slice(0, start);
    if (isPath(inFolder(folder, "pyproject.toml"))) settle(lockInstall("uv", where, folder, walk.state), written);
    else
      settle(
        lockInstall("uv", [...where, { text: "--no-project", range: [0, 0], isKnown: true, isGlob: false, isQuoted: false }], folder, walk.state),
        written,
      );
  }
  for (const text of broughtWith(after.slice(0, start))) addRequirement(walk.state, text);
  if (tool === "uv" && after.slice(0, start).some(({ text }) => /^--with-(?:requirements|editable)(?:=|$)/.test(text)))
    settle("unknown", `${written} with what a file names`);
  const inner = after.slice(start);
  // A script of pdm's own.
  const path = inFolder(folder, "pyproject.toml");
  const source = tool === "pdm" && isPath(path) ? await walk.world.read(path as RepoPath) : undefined;
  const [named, ...args] = inner;
  const call = { tool: "pdm", environment: undefined, name: named?.text ?? "", args: args.map(quoted).join(" ") } as const;
  const scripts = source === undefined || depth > 3 ? [] : toolScripts(source, call);
  for (const { text } of scripts) await walk.shell(text, folder, step, depth + 1);
  if (scripts.length > 0) return;
  // What else pdm runs may be a script of another file.
  if (tool === "pdm" && named !== undefined && !/^(?:pytest|python|coverage|pre-commit)$/.test(named.text) && commandSources.get(named.text)?.kind !== "python")
    return;
  // A file with its own dependencies.
  if (tool === "uv" && (inner[0]?.text.endsWith(".py") === true || after.slice(0, start).some(({ text }) => text === "--script" || text === "-s"))) return;
  return walk.one(inner, folder, "", step, depth);
}
