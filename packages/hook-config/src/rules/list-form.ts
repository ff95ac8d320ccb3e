// list-form: a configuration that is a list, the form before pre-commit 0.15.
import { defineRule } from "@caio/repo-model/check";
import type { TextEdit } from "@caio/repo-model/text";
import type { ConfigFacts } from "../facts.js";

/** Puts `repos:` above the list, and indents the list only where it would not be one any more. */
function wrap({ source, root }: ConfigFacts): readonly TextEdit[] {
  if (root === undefined) return [];
  const end = source.text.includes("\r\n") ? "\r\n" : "\n";
  const start = source.lineStarts.findLast((offset) => offset <= root.range[0]) ?? 0;
  const line = source.text.slice(start, root.range[0]);
  if (root.kind !== "list" || root.isFlow === true || line.replace(/^\ufeff/, "").startsWith("---")) {
    // A flow list, or content on the line of `---`: it moves below.
    const marker = /^\ufeff?---[ \t]*/.exec(source.text.slice(start))?.[0] ?? "";
    const lines = source.text.slice(root.range[0]).split(/(?<=\n)/);
    const indented = lines.map((one, index) => (one.trim() === "" ? one : `${index === 0 || root.kind === "list" ? "    " : ""}${one}`)).join("");
    return [{ path: source.path, range: [start, source.text.length], text: `${marker.trimEnd()}${marker === "" ? "" : end}repos:${end}${indented}` }];
  }
  return [{ path: source.path, range: [start, start], text: `repos:${end}` }];
}

export const listForm = defineRule<ConfigFacts, unknown>({
  id: "list-form",
  summary: "The configuration is a list of repositories, the form before pre-commit 0.15.",
  severity: "error",
  *find(facts) {
    const { source, root, isList } = facts;
    if (!isList || root === undefined) return;
    yield {
      message: "The configuration is a list; today it is a map with the list under `repos`.",
      at: source.at([root.range[0], root.range[0]]),
      data: {},
      fix: { kind: "safe", title: "put the list under `repos`", edits: wrap(facts) },
    };
  },
});
