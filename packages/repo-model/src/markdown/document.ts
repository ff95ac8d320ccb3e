// What the Markdown scanner finds in a document: blocks and links with their ranges.
import type { Range } from "../text/index.js";

/** Every range is in UTF-16 units of the source text. */
export interface MarkdownDocument {
  readonly text: string;
  readonly frontMatter?: { readonly format: "yaml" | "toml"; readonly range: Range; readonly content: Range };
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly definitions: readonly Definition[];
  /** Labels of footnotes that are defined, as written. */
  readonly footnotes: ReadonlySet<string>;
  readonly tables: readonly Table[];
  readonly listItems: readonly ListItem[];
  readonly code: readonly CodeBlock[];
  readonly codeSpans: readonly CodeSpan[];
  /** HTML comments, blocks and inline. */
  readonly comments: readonly { readonly range: Range; readonly content: Range }[];
  /** HTML tags outside code and comments; a closing tag's name begins with `/`. */
  readonly tags: readonly HtmlTag[];
  /** Ranges of block quotes and of struck-through text. */
  readonly quotes: readonly Range[];
  readonly strikes: readonly Range[];
  /** Lines of paragraphs, one range a line without the prefixes of containers: text that is no heading, table, code, comment or definition. */
  readonly paragraphs: readonly Range[];
}

/** A document whose lists can be dropped: who reads many documents keeps what they need of each. */
export interface ScannedDocument extends MarkdownDocument {
  /** Drops the lists that were made but the headings, and what was read of inline content. What is asked for again is read again: equal objects. */
  forget(): void;
}

export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly style: "atx" | "setext";
  /** The whole heading, without its last line end. */
  readonly range: Range;
  /** The inline content. */
  readonly content: Range;
  /** Content as text: emphasis, code marks, links and HTML resolved and images left out, as GitHub takes it for the slug. */
  readonly text: string;
  /** GitHub's anchor, with `-1`, `-2` … for repeated ones. */
  readonly slug: string;
  /** Index of the heading that this one stands under; undefined at the top. */
  readonly parent?: number;
  /** From the heading to the next of the same or a higher level. */
  readonly section: Range;
}

export interface Link {
  readonly kind: "inline" | "image" | "reference" | "image-reference" | "autolink";
  readonly range: Range;
  /** The text between the brackets. */
  readonly label: Range;
  /** Where the destination stands: in the link, or in the definition of a reference; undefined for an undefined reference. */
  readonly destination?: Range;
  /** The destination with escapes and entities resolved, not percent-decoded. */
  readonly target?: string;
  /** Normalised label of a reference. */
  readonly reference?: string;
}

export interface Definition {
  readonly label: string;
  readonly range: Range;
  readonly destination: Range;
  readonly target: string;
}

export interface Table {
  readonly range: Range;
  readonly header: readonly TableCell[];
  readonly rows: readonly { readonly range: Range; readonly cells: readonly TableCell[] }[];
}

/** `range` lies between the pipes, padding included; `content` without the padding; `text` with `\|` resolved. */
export interface TableCell {
  readonly range: Range;
  readonly content: Range;
  readonly text: string;
}

export interface ListItem {
  readonly range: Range;
  /** The item's first line after the marker and the check box. */
  readonly content: Range;
  readonly marker: Range;
  /** The character between the brackets of a task item. */
  readonly task?: { readonly range: Range; readonly isTicked: boolean };
  /** Depth from 0. */
  readonly depth: number;
}

export interface CodeBlock {
  readonly kind: "fenced" | "indented";
  readonly range: Range;
  readonly content: Range;
  /** The info string of a fence. */
  readonly info: string;
}

export interface CodeSpan {
  readonly range: Range;
  readonly content: Range;
}

export interface HtmlTag {
  readonly name: string;
  readonly range: Range;
  /** In lower case; `range` is the value as written, without its quotes, `value` has its character references resolved. */
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly range: Range }[];
}
