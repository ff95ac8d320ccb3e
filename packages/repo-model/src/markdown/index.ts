// Markdown: a line scanner that gives headings, links, tables, lists, code and comments with their ranges.
export { scanMarkdown } from "./scan.js";
export { cellContents, scanOffsets, targetOf, taskRows, type MarkdownOffsets } from "./offsets.js";
export { codeWidth } from "./block-sink.js";
export { linkWidth, markupWidth, spanWidth } from "./inline-parts.js";
export { linkKind } from "./inline.js";
export { rowsByStart } from "./number-rows.js";
export { markupKind } from "./html-content.js";
export { unescapeText } from "./entities.js";
export { githubSlug } from "./slug.js";
export type { MarkdownSyntax } from "./syntax.js";
export type { CodeBlock, CodeSpan, Definition, Heading, HtmlTag, Link, ListItem, MarkdownDocument, ScannedDocument, Table, TableCell } from "./document.js";
