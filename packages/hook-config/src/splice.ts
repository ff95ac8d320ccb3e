// Splices of scalars: the value changes, its quotes, anchor and everything around stay.
import type { TextEdit, SourceText } from "@caio/repo-model/text";
import type { StringNode } from "./facts.js";

/** The edit that gives a scalar another value; undefined where the file's way to write it holds the value not literally. */
export function replaceScalar(source: SourceText, node: StringNode, value: string): TextEdit | undefined {
  const raw = source.text.slice(...node.range);
  // An alias may stand for a value that other keys share, so the new value takes its place here alone.
  if (raw.startsWith("*")) return { path: source.path, range: node.range, text: value };
  const at = raw.indexOf(node.value);
  if (at === -1 || raw.indexOf(node.value, at + 1) !== -1) return undefined;
  const start = node.range[0] + at;
  return { path: source.path, range: [start, start + node.value.length], text: value };
}
