// Hooks of a pre-commit configuration.
import { child, parseToml, parseYamlNow, textItems, textOf, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { stageToday } from "./git-hooks.js";
import type { Hook, HookManager } from "./hook.js";

const items = (node: DataNode | undefined): readonly DataNode[] => (node?.kind === "list" ? node.items : []);
const texts = (node: DataNode | undefined): readonly string[] => textItems(node).map(({ value }) => value);

/** The hooks that the configuration names, in its order. Never throws: what is not valid is left out. */
export function readPreCommitHooks(source: SourceText): readonly Hook[] {
  return hooksIn(source, parseYamlNow(source.text, "pyyaml").root, "pre-commit");
}

/** The hooks of a `prek.toml`, which has pre-commit's keys. Never throws. */
export function readPrekHooks(source: SourceText): readonly Hook[] {
  return hooksIn(source, parseToml(source.text).root, "prek");
}

function hooksIn(source: SourceText, root: DataNode | undefined, manager: HookManager): readonly Hook[] {
  const defaultStages = child(root, "default_stages");
  return items(root?.kind === "list" ? root : child(root, "repos")).flatMap((repository) =>
    items(child(repository, "hooks")).flatMap((node): Hook[] => {
      const id = child(node, "id");
      if (id?.kind !== "string") return [];
      const entry = child(node, "entry");
      const text = (key: string): string | undefined => textOf(child(node, key));
      const passes = child(node, "pass_filenames");
      const optional = { name: text("name"), entry: textOf(entry), language: text("language"), files: text("files"), exclude: text("exclude") };
      const { repo, rev } = { repo: textOf(child(repository, "repo")), rev: textOf(child(repository, "rev")) };
      return [
        {
          manager,
          id: id.value,
          stages: texts(child(node, "stages") ?? defaultStages).map(stageToday),
          args: texts(child(node, "args")),
          additionalDependencies: texts(child(node, "additional_dependencies")),
          types: [...texts(child(node, "types")), ...texts(child(node, "types_or"))],
          passFilenames: !(passes?.kind === "boolean" && !passes.value),
          at: source.at(id.range),
          ...(entry === undefined ? {} : { entryAt: source.at(entry.range) }),
          ...defined({ ...optional, repo, rev }),
        },
      ];
    }),
  );
}

/** The entries that have a value. */
export function defined<T extends Readonly<Record<string, string | undefined>>>(record: T): { [Key in keyof T]?: string } {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: string };
}
