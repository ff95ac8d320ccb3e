// Are the programs that hooks run on the PATH?
import { canonicalName } from "@caio/repo-model/manifests";
import { runsHere } from "../chain/starts.js";
import { commandSources } from "../data/commands.js";
import { usesLocal } from "./environment-lines.js";
import { faultLine, type Line } from "./line.js";
import { programsOf, type Environments, type Patient } from "./patient.js";

/** What a shell has by itself. */
const builtins = new Set(
  ". : [ [[ alias bg bind break builtin caller case cd command compgen complete compopt continue declare dirs disown echo enable esac eval exec exit export false fc fg fi for function getopts hash help history if jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return select set shift shopt source suspend test then time times trap true type typeset ulimit umask unalias unset until wait while".split(
    " ",
  ),
);

/** What installs a command; undefined where that is not known. */
export function installCommand(command: string, { manifests, tool }: Pick<Patient, "manifests" | "tool">): string | undefined {
  const source = commandSources.get(command);
  const python = manifests.filter(({ ecosystem }) => ecosystem === "python").flatMap(({ declarations }) => declarations);
  const name = source?.kind === "python" ? canonicalName(source.name) : canonicalName(command);
  const declared = python.find(({ canonical, scope }) => canonical === name && scope !== "constraint");
  if (declared !== undefined) return tool.installing(declared);
  const node = manifests.filter(({ ecosystem }) => ecosystem === "node").flatMap(({ declarations }) => declarations);
  const pack = source?.kind === "node" ? source.name : command;
  if (tool.node !== undefined && node.some(({ name: one }) => one === pack)) return tool.node.install;
  if (source?.kind === "python")
    return ["poetry", "pdm", "hatch", "uv", "pipenv", "pre-commit", "prek", "tox", "nox"].includes(command)
      ? `pipx install ${source.name}`
      : tool.add(source.name);
  if (source?.kind === "node") return `npm install --save-dev ${source.name}`;
  return source === undefined ? undefined : `sudo apt-get install ${source.name}`;
}

/** A line for each program that is missing. What is guarded by `command -v` or stands in a branch is left out. */
export function commandLines(patient: Patient, { local }: Environments): readonly Line[] {
  const { machine, root, hooks } = patient;
  const lines: Line[] = [];
  const seen = new Set<string>();
  for (const hook of hooks) {
    const { manager, entry = "", entryAt, at, id } = hook;
    if (!runsHere(hook) || hook.language === "script") continue;
    const functions = new Set([...entry.matchAll(/^[ \t]*(?:function[ \t]+)?([\w-]+)[ \t]*\(\)/gm)].map(([, name]) => name));
    const guarded = new Set([...entry.matchAll(/(?:command -v|which|type|hash)[ \t]+([\w.+-]+)/g)].map(([, name]) => name));
    for (const command of programsOf(hook)) {
      if (!/^[\w.+-]+$/.test(command) || seen.has(command) || builtins.has(command) || functions.has(command) || guarded.has(command)) continue;
      seen.add(command);
      const isJs = manager === "husky" || manager === "lefthook" || manager === "simple-git-hooks";
      if (machine.which(command) !== undefined || (isJs && machine.exists(`${root}/node_modules/.bin/${command}`))) continue;
      // uv and its like put the environment on the PATH of what they run, never on that of a hook.
      const isIdle = local !== undefined && machine.isExecutable(`${local.prefix}/bin/${command}`);
      const place = isIdle ? `, though it is in the environment \`${local.by}\`, which is not active` : "";
      const repair = isIdle && !usesLocal(patient.tool) ? `source ${local.by}/bin/activate` : installCommand(command, patient);
      const text = `The hook \`${id}\` runs \`${command}\`, which is not on the PATH${place}.`;
      const data = { command, hook: id };
      lines.push(faultLine("missing-command", "error", text, (entry.includes("\n") ? undefined : entryAt) ?? at, repair, { data }));
    }
  }
  return lines;
}
