// The tasks that poethepoet, taskipy and pdm keep in pyproject.toml.
import { atPointer, child, parseToml, textOf, type DataNode } from "@caio/repo-model/data";
import type { SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import type { Runner } from "./runner.js";
import { toolScripts } from "./tool-scripts.js";

const tools: readonly (readonly [program: string, pointer: string])[] = [
  ["poe", "/tool/poe/tasks"],
  ["task", "/tool/taskipy/tasks"],
];

const mostScripts = 200;

/** The texts of a task: a command, a shell's text, or those of a sequence; a task that names others or calls a function has none. */
function textsOf(node: DataNode): readonly DataNode[] {
  if (node.kind === "string") return [node];
  const own = child(node, "cmd") ?? child(node, "shell");
  if (own !== undefined) return textOf(own) === undefined ? [] : [own];
  // A list is a sequence, too.
  const sequence = node.kind === "list" ? node : child(node, "sequence");
  return sequence?.kind === "list" ? sequence.items.flatMap((item) => (item.kind === "map" ? textsOf(item) : [])) : [];
}

/** The commands of tasks. Never throws. */
export function taskRunners(source: SourceText): readonly Runner[] {
  if (!/\[tool\.(?:poe|taskipy|pdm\.scripts)\b/.test(source.text)) return [];
  const { root } = parseToml(source.text);
  const scripts = atPointer(root, "/tool/pdm/scripts");
  // Names that begin with `_` are settings.
  const named = scripts?.kind === "map" ? scripts.entries.filter(({ key }) => !key.startsWith("_")).slice(0, mostScripts) : [];
  const ofPdm = named.flatMap(({ key }) => toolScripts(source, { tool: "pdm", name: key, environment: undefined, args: "" }));
  const others = tools.flatMap(([program, pointer]) => {
    const tasks = atPointer(root, pointer);
    return (tasks?.kind === "map" ? tasks.entries : []).flatMap(({ key, keyRange, value }) =>
      textsOf(value).map((node): Runner => ({
        kind: "target",
        name: `${program} ${key}`,
        at: source.at(keyRange),
        text: textOf(node) ?? "",
        textAt: source.at(node.range),
        folder: folderOf(source.path),
      })),
    );
  });
  return [...others, ...ofPdm];
}
