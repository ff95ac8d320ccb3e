// Markers of generated sections: how they are written and where they stand in a file.
import { scanMarkdown } from "../markdown/index.js";
import type { Range } from "../text/index.js";

/** A marker line without its comment signs. */
export interface Marker {
  readonly range: Range;
  /** `begin CHECK/NAME sha256=…`, as written. */
  readonly words: string;
}

const htmlExtension = /\.(?:md|mdx|markdown|mdown|mkd|html?|vue|svelte|xml|svg)$/i;
const start = /^\s*caio:(?=begin\b|end\b)/;

/** Whether a file's comments are HTML's; all others have `#`. */
export function hasHtmlComments(path: string): boolean {
  return htmlExtension.test(path);
}

function aloneOnLine(text: string, [from, to]: Range): boolean {
  // What stands before the white space: one line may hold very many markers.
  let before = from;
  while (before > 0 && /[^\S\r\n]/.test(text.charAt(before - 1))) before--;
  const after = /^[^\r\n]*/.exec(text.slice(to, to + 200))?.[0] ?? "";
  return (before === 0 || /[\r\n]/.test(text.charAt(before - 1))) && after.trim() === "";
}

/** The marker lines of a text, in order. In Markdown what stands in code is none. */
export function findMarkers(text: string, path: string): Marker[] {
  if (!text.includes("caio:")) return [];
  if (hasHtmlComments(path)) {
    return scanMarkdown(text).comments.flatMap(({ range, content }) => {
      const words = text.slice(...content);
      return start.test(words) && aloneOnLine(text, range) ? [{ range, words: words.replace(start, "").trim() }] : [];
    });
  }
  const lines = /(?<=^|[\r\n])([ \t]*#+[ \t]*)(caio:(?:begin|end)\b[^\r\n]*)/g;
  return [...text.matchAll(lines)].map(({ index, 0: line, 1: lead = "", 2: words = "" }) => ({
    range: [index + lead.indexOf("#"), index + line.trimEnd().length],
    words: words.replace(start, "").trim(),
  }));
}

/** A marker as it is written. */
export function markerText(path: string, words: string): string {
  return hasHtmlComments(path) ? `<!-- caio:${words} -->` : `# caio:${words}`;
}
