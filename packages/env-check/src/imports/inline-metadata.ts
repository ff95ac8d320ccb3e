// PEP 723: what a script declares for itself in its comments.
import { parseToml, child, textItems } from "@caio/repo-model/data";
import { readRequirement } from "@caio/repo-model/manifests";

/** The canonical names that a script declares; undefined where it has no such block. */
export function inlineDependencies(text: string): readonly string[] | undefined {
  const block = /^# \/\/\/ script[ \t]*\r?\n((?:#(?: [^\r\n]*)?\r?\n)*?)# \/\/\/[ \t]*$/m.exec(text)?.[1];
  if (block === undefined) return undefined;
  const { root } = parseToml(block.replace(/^# ?/gm, ""));
  return textItems(child(root, "dependencies")).flatMap(({ value }) => readRequirement(value)?.canonical ?? []);
}
