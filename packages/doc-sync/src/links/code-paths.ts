// Paths that a document names in backticks: `docs/x.md`.
import { linkWidth, spanWidth, type InlineParts } from "@caio/repo-model/markdown";
import type { Range } from "@caio/repo-model/text";

/** A path in a code span; `range` is the path alone, without a line number behind it. */
export interface CodePath {
  readonly path: string;
  readonly range: Range;
}

// A path and nothing else: segments of plain characters, with a file's ending; `:12` may follow.
const plain = /^((?:[\w@+.-]+\/)+[\w@+-][\w@+.-]*\.[A-Za-z][A-Za-z0-9]{0,9})(?::\d+(?:[:-]\d+)?)?$/;
// What each machine has for itself, by its name: `settings.local.json`.
const isLocal = /\.local\.[a-z]+$/i;
// Words that stand for a name: `path/to/x.md`, `src/foo.ts`, `docs/NAME.md`, `YYYY-MM-DD-x.md`.
const placeholder =
  /(?:^|\/)(?:path|to|your|my|some|foo|bar|baz|qux|example|sample)(?:[-_./]|$)|(?:^|[/._-])(?:YYYY|MM|DD|NNNN?|XXX+|xxx+|XYZ|NAME|FOO|BAR|version|foo|bar|baz|example|my[-_A-Z]?\w*|your[-_A-Z]?\w*)(?:[/._-]|$)|\.\.|[A-Z]{2,}_[A-Z]+(?:\/|\.(?!(?:md|mdx|markdown|rst|txt)$)[a-z]+$)|(?:^|[/._-])(?:1234|12345|123456)[._-]|[a-z]XYZ(?=[./_-])/;

/** Whether the link of a row has a destination: of its own, or a definition's. */
const leadsSomewhere = (links: readonly number[], at: number): boolean => links[at + 5] !== -1 || links[at + 7] !== -1;

/** The paths in code spans whose first segment is a folder of the repository. What labels a link is judged with the link. */
export function codePaths(text: string, { codeSpans, links }: InlineParts, isFolder: (segment: string) => boolean): CodePath[] {
  const found: CodePath[] = [];
  let nextLink = 0;
  let slash = -1;
  for (let span = 0; span < codeSpans.length; span += spanWidth) {
    const start = codeSpans[span + 2] ?? 0;
    const end = codeSpans[span + 3] ?? 0;
    // Both are in the order of the text.
    while (nextLink < links.length && (links[nextLink + 1] ?? 0) < end) nextLink += linkWidth;
    if (nextLink < links.length && (links[nextLink] ?? 0) <= start && leadsSomewhere(links, nextLink)) continue;
    if (end - start > 300 || end - start < 4) continue;
    if (slash < start) slash = text.indexOf("/", start);
    if (slash === -1) break;
    if (slash >= end) continue;
    // Most slashes stand in code that is no path of this repository: its first segment shows it.
    const isDotted = slash === start + 1 && text.charCodeAt(start) === 46;
    const from = isDotted ? slash + 1 : start;
    const next = isDotted ? text.indexOf("/", from) : slash;
    if (next === -1 || next >= end || !isFolder(text.slice(from, next))) continue;
    const path = plain.exec(text.slice(from, end))?.[1];
    if (path !== undefined && !placeholder.test(path) && !isLocal.test(path)) found.push({ path, range: [from, from + path.length] });
  }
  return found;
}
