// What other Markdowns than CommonMark read otherwise: MDX, and Python-Markdown with its blocks that are indented below a title.

/**
 * `mdx`: no indented code, no blocks of HTML but tags (JSX), expressions in braces, import and export lines.
 * `python`: `!!! note`, `??? note`, `=== "Tab"` open a block whose lines are indented by four (admonition, pymdownx.details, pymdownx.tabbed).
 */
export type MarkdownSyntax = "commonmark" | "mdx" | "python";

const admonition = /(?:!!!|\?\?\?\+?|===[!+]?) +[^\n]*/y;

/** The title of a block that is opened at `at`; undefined where none is. */
export function admonitionStart(text: string, at: number, end: number): readonly [number, number] | undefined {
  const unit = text.charCodeAt(at);
  if (unit !== 33 && unit !== 63 && unit !== 61) return undefined;
  admonition.lastIndex = at;
  if (!admonition.test(text) || admonition.lastIndex < end) return undefined;
  const quote = text.indexOf('"', at);
  const close = text.lastIndexOf('"', end - 1);
  return quote !== -1 && quote < close ? [quote + 1, close] : [end, end];
}

/** Whether import or export lines of MDX begin at `at`. */
export function esmEnd(text: string, at: number, end: number): boolean {
  return (
    (text.startsWith("import ", at) || text.startsWith("export ", at)) &&
    /^(?:import\s*["'{*\w]|export\s+(?:const|let|var|function|default|async|class|\{|\*))/.test(text.slice(at, Math.min(end, at + 60)))
  );
}

/** Whether a line begins with a tag and ends with one. */
export function isJsxLine(text: string, at: number, end: number): boolean {
  return text.charCodeAt(at) === 60 && /[>]\s*$/.test(text.slice(Math.max(at, end - 40), end));
}

/** Expressions longer than this are text: where many begin and none ends, each would be read to the end. */
const longestExpression = 2000;

/** The offset behind the brace that closes the one at `at`, strings and templates passed over; undefined where none does. */
export function expressionEnd(text: string, at: number): number | undefined {
  let depth = 0;
  const limit = Math.min(text.length, at + longestExpression);
  for (let to = at; to < limit; to++) {
    const unit = text.charAt(to);
    if (unit === "{") depth++;
    else if (unit === "}") {
      if (--depth === 0) return to + 1;
    } else if (unit === "/" && text.charAt(to + 1) === "*") {
      const close = text.slice(to + 2, limit).indexOf("*/");
      if (close === -1) return undefined;
      to += close + 3;
    } else if (unit === '"' || unit === "'" || unit === "`") {
      const close = stringEnd(text, to, unit, limit);
      if (close === undefined) continue;
      to = close;
    }
  }
  return undefined;
}

/** The offset of the quote that closes a string; a string that is none within its line (an apostrophe) is text. */
function stringEnd(text: string, at: number, quote: string, limit: number): number | undefined {
  for (let to = at + 1; to < limit; to++) {
    const unit = text.charAt(to);
    if (unit === "\\") to++;
    else if (unit === quote) return to;
    else if (unit === "\n" && quote !== "`") return undefined;
  }
  return undefined;
}
