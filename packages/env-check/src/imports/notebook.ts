// The imports of a Jupyter notebook's code cells, with their places in the notebook's JSON.
import { atPointer, child, parseJson, textOf, type DataNode } from "@caio/repo-model/data";
import type { Import } from "./import.js";
import { scanImports } from "./scan.js";

/** The lines of a cell with their nodes: a list of strings, or one string. */
function linesOf(source: DataNode | undefined): readonly { readonly text: string; readonly node: DataNode }[] {
  const items = source?.kind === "list" ? source.items : source === undefined ? [] : [source];
  return items.flatMap((node) => (textOf(node) ?? "").split("\n").flatMap((text, at, all) => (at === all.length - 1 && text === "" ? [] : [{ text, node }])));
}

/** The imports of a notebook; `line` and `offset` are those of the line's string. Empty where it is no notebook of Python. Never throws. */
export function scanNotebook(text: string): Import[] {
  const { root } = parseJson(text);
  const language = textOf(atPointer(root, "/metadata/kernelspec/language")) ?? textOf(atPointer(root, "/metadata/language_info/name")) ?? "python";
  const cells = child(root, "cells");
  if (language.toLowerCase() !== "python" || cells?.kind !== "list") return [];
  const lineAt = lineCounter(text);
  return cells.items.flatMap((cell) => {
    if (textOf(child(cell, "cell_type")) !== "code") return [];
    const lines = linesOf(child(cell, "source"));
    // A cell of another language: `%%bash`.
    if (/^\s*%%(?!time|capture|prun)/.test(lines[0]?.text ?? "")) return [];
    const code = lines.map(({ text: line }) => (/^\s*[%!?]/.test(line) ? `${/^\s*/.exec(line)?.[0] ?? ""}pass` : line)).join("\n");
    return scanImports(code).map((one): Import => {
      const [offset] = lines[one.line - 1]?.node.range ?? [0];
      return { ...one, offset, line: lineAt(offset) };
    });
  });
}

/** The line of an offset; offsets are asked for in rising order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    if (offset < at) [line, at] = [1, 0];
    for (; at < offset; at++) if (text.charCodeAt(at) === 10 || (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    return line;
  };
}
