// References to footnotes that a document does not define.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range } from "@caio/repo-model/text";

/** `[^label]` without a definition, in documents that have footnotes: elsewhere it is a class of characters. */
export function undefinedFootnotes(document: MarkdownDocument): { readonly range: Range; readonly label: string }[] {
  const { text, footnotes } = document;
  if (footnotes.size === 0) return [];
  const known = new Set([...footnotes].map((label) => label.toLowerCase()));
  const found: { range: Range; label: string }[] = [];
  for (const [start, end] of document.paragraphs) {
    const line = text.slice(start, end);
    if (!line.includes("[^")) continue;
    for (const { index, 0: written, 1: label = "" } of line.matchAll(/(?<!\\)\[\^([\w-]{1,100})\](?![:(\]*+?{])/g)) {
      const at = start + index;
      if (known.has(label.toLowerCase()) || document.codeSpans.some(({ range }) => range[0] <= at && at < range[1])) continue;
      found.push({ range: [at, at + written.length], label });
    }
  }
  return found;
}
