// The lines around a finding, as the page shows them.
import { sourceOf, type Location, type SourceText } from "@caio/repo-model/text";
import type { ViewFrame } from "./view.js";

const around = 2;
const longest = 320;

// What a browser could obey or hide, as one visible unit each, so that ranges stay what they are.
const unsafe =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const visible = (line: string): string => line.replace(unsafe, "\ufffd").replaceAll("\t", " ");

/** A long line around its finding. */
function cut(line: string, from: number, to: number): { readonly line: string; readonly from: number; readonly to: number } {
  if (line.length <= longest) return { line, from, to };
  const start = Math.max(0, Math.min(from - 80, line.length - longest));
  const end = Math.min(line.length, start + longest);
  const [before, after] = [start > 0 ? "…" : "", end < line.length ? "…" : ""];
  const shift = before.length - start;
  return { line: before + line.slice(start, end) + after, from: from + shift, to: Math.min(to, end) + shift };
}

/** The frame of a location in `source`, whose positions are the location's. Undefined where the line is not there. */
export function viewFrame(at: Location, source: SourceText | undefined): ViewFrame | undefined {
  const own = source ?? sourceOf(at);
  const range = own?.lineRange(at.start.line);
  if (own === undefined || range === undefined) return undefined;
  const lines: string[] = [];
  let first = at.start.line;
  let index = 0;
  let [from, to] = [0, 0];
  for (let line = Math.max(1, at.start.line - around); line <= at.start.line + around; line++) {
    const span = own.lineRange(line);
    if (span === undefined) continue;
    const text = own.text.slice(...span).replace(/^\ufeff/, "");
    if (lines.length === 0) first = line;
    if (line !== at.start.line) {
      lines.push(visible(cut(text, 0, 0).line));
      continue;
    }
    const end = at.end.line === line ? at.end.column - 1 : text.length;
    const part = cut(text, Math.min(at.start.column - 1, text.length), Math.min(end, text.length));
    index = lines.length;
    [from, to] = [part.from, Math.max(part.from, part.to)];
    lines.push(visible(part.line));
  }
  return { first, lines, at: index, from, to };
}
