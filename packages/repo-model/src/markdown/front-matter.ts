// Front matter: YAML between `---` or TOML between `+++` at the very start.
import type { MarkdownDocument } from "./document.js";

const key = /^(?:["']?[\w$.@/-][^:\n]*["']?\s*:(?:\s|$)|-\s)/;
const tomlKey = /^(?:\[|["']?[\w-]+["']?(?:\.[\w-]+)*\s*=)/;

/** The front matter of `text` from `from` (behind a byte-order mark); undefined when the first rule is a thematic break. */
export function findFrontMatter(text: string, from: number): MarkdownDocument["frontMatter"] {
  const opening = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(from, from + 64));
  const fence = opening?.[1];
  if (opening === null || fence === undefined) return undefined;
  const start = from + opening[0].length;
  const closing = fence === "---" ? /(?<=^|[\r\n])---[ \t]*(?=\r|\n|$)/g : /(?<=^|[\r\n])\+\+\+[ \t]*(?=\r|\n|$)/g;
  closing.lastIndex = start;
  const close = closing.exec(text);
  if (close === null) return undefined;
  const first = text
    .slice(start, close.index)
    .split(/\r\n|\n|\r/)
    .find((line) => line.trim() !== "" && !line.startsWith("#"));
  if (first !== undefined && !(fence === "---" ? key : tomlKey).test(first)) return undefined;
  return { format: fence === "---" ? "yaml" : "toml", range: [from, close.index + close[0].length], content: [start, close.index] };
}
