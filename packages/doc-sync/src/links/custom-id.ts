// Ids that a heading is given by hand: `{#id}` (Docusaurus, kramdown, Hugo, VitePress), `{: #id .class }` (kramdown, MkDocs), `{/* #id */}` (MDX).
import type { Document } from "./link-facts.js";
import { sluggers } from "./slugs.js";

/** No id with its braces is longer. */
const longest = 400;

/** A custom id at the end of a heading's text. */
export interface CustomId {
  readonly id: string;
  /** The text before it. */
  readonly text: string;
  /** What names the id, as written. */
  readonly written: string;
}

const written = /\s*\\?(\{:?\s*(?:\/\*\s*)?(?:[^{}\n]*\s)?#([^\s{}#]+)(?:\s[^{}\n]*)?\})$/;

/** The id that ends `text`; undefined where there is none. */
export function customId(text: string): CustomId | undefined {
  if (!text.endsWith("}")) return undefined;
  // Headings are short; what is not cannot run away.
  const from = Math.max(0, text.length - longest);
  const match = written.exec(text.slice(from));
  return match === null ? undefined : { id: match[2] ?? "", text: text.slice(0, from + match.index), written: match[1] ?? "" };
}

/** Whether what renders a document knows such ids. */
export function takesCustomIds({ site, dialects, source }: Document): boolean {
  if (source.path.endsWith(".mdx")) return true;
  if (site !== undefined) return site.hasCustomIds;
  return dialects[0] === undefined || sluggers[dialects[0]].hasCustomIds;
}

/** Whether braces that hold a `#` end somewhere at a line's end: without them, headings need not be read. */
export function mayHoldCustomIds(text: string): boolean {
  for (let at = text.indexOf("}"); at !== -1; at = text.indexOf("}", at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (at + 1 !== text.length && next !== 10 && next !== 13 && next !== 32 && next !== 9) continue;
    const before = text.slice(Math.max(0, at - longest), at);
    const open = before.lastIndexOf("{");
    if (open !== -1 && before.includes("#", open)) return true;
  }
  return false;
}
