// Ids that a heading is given by hand: `{#id}` (Docusaurus, kramdown, Hugo, VitePress), `{: #id .class }` (kramdown, MkDocs), `{/* #id */}` (MDX).

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
  const from = Math.max(0, text.length - 400);
  const match = written.exec(text.slice(from));
  return match === null ? undefined : { id: match[2] ?? "", text: text.slice(0, from + match.index), written: match[1] ?? "" };
}
