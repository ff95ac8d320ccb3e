// Markdown: a line scanner that gives headings, links, tables, lists, code and comments with their ranges.
export { linkAt, scanMarkdown, scannedDocument } from "./scan.js";
export { cellContents, partsOf, scanOffsets, targetOf, taskRows, type MarkdownOffsets } from "./offsets.js";
export { codeWidth, definitionWidth } from "./block-sink.js";
export { linkWidth, markupWidth, spanWidth, type InlineParts } from "./inline-parts.js";
export { linkKind } from "./inline.js";
export { rowsByStart } from "./number-rows.js";
export { markupKind } from "./html-content.js";
export { unescapeText } from "./entities.js";
export { githubSlug } from "./slug.js";
export type { MarkdownSyntax } from "./syntax.js";
export type { CodeBlock, CodeSpan, Definition, Heading, HtmlTag, Link, ListItem, MarkdownDocument, ScannedDocument, Table, TableCell } from "./document.js";
