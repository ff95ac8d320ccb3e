// The form before pre-commit 0.15, a list of repositories, goes under the key `repos`.
import { loadPyyaml, type YamlNode } from "@caio/repo-model/data";
import { applyEdits } from "@caio/repo-model/text";
import type { Change, Splice } from "./change.js";

/** The file's line end. */
const lineEnd = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";

/** Offsets of the lines from an offset on. */
function linesFrom(text: string, from: number): { readonly start: number; readonly line: string }[] {
  const lines = [];
  for (let start = from; start < text.length;) {
    const end = /\r\n|\r|\n/g;
    end.lastIndex = start;
    const match = end.exec(text);
    const next = match === null ? text.length : match.index + match[0].length;
    lines.push({ start, line: text.slice(start, match?.index ?? next) });
    start = next;
  }
  return lines;
}

/** Four spaces before each line that holds something; the end of the document stays where it is. */
function indented(text: string, from: number): Splice[] {
  return linesFrom(text, from)
    .filter(({ line }) => line.trim() !== "" && !/^\.\.\.(?:\s|$)/.test(line))
    .map(({ start }) => ({ range: [start, start], text: "    " }));
}

/** Joins two insertions at the same place. */
function joined(first: Splice, rest: readonly Splice[]): Splice[] {
  const same = rest.find(({ range }) => range[0] === first.range[1] && range[0] === range[1]);
  return same === undefined ? [first, ...rest] : [{ range: first.range, text: first.text + same.text }, ...rest.filter((one) => one !== same)];
}

/** Edits that put `repos:` above a list that is the whole file. */
function wrap(text: string, root: YamlNode): readonly Splice[] {
  const end = lineEnd(text);
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const hasDirective = /^%/m.test(text.slice(mark, root.outer[0]));
  let isOpen = !hasDirective;
  for (const { start, line } of linesFrom(text, mark)) {
    const marker = /^---(?=\s|$)/.exec(line);
    if (marker !== null && root.outer[0] > start && root.outer[0] <= start + line.length) {
      // What stands on the line of `---` moves below it.
      const first: Splice = { range: [start + 3, root.outer[0]], text: `${end}repos:${end}    ` };
      const next = linesFrom(text, start)[1]?.start ?? text.length;
      return [first, ...indented(text, next)];
    }
    if (marker !== null) isOpen = true;
    if (!isOpen || line.startsWith("#") || line.startsWith("---") || line.trim() === "") continue;
    const plain: Splice = { range: [start, start], text: `repos:${end}` };
    const trial = loadPyyaml(applyEdits(text, [plain]));
    return trial.problem === undefined && trial.root?.kind === "map" ? [plain] : joined(plain, indented(text, start));
  }
  return [];
}

export function listFormChanges(text: string, root: YamlNode | undefined): Change[] {
  if (root?.kind !== "list") return [];
  return [
    {
      rule: "list-form",
      message: "The configuration is a list; today it is a map with the list under `repos`.",
      range: [root.outer[0], root.outer[0]],
      title: "put the list under `repos`",
      splices: wrap(text, root),
      data: {},
    },
  ];
}
