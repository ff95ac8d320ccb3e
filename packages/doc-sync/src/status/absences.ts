// Files that a document calls absent and that are there: "`docs/setup.md` (to be created)".
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import { posix } from "node:path";
import type { Range, SourceText } from "@caio/repo-model/text";
import { isHistoryPath } from "./entity-kinds.js";
import { apartFrom } from "./history.js";
import { signsOf } from "./signs.js";
import type { ReadingOptions } from "./statements.js";

export interface StaleAbsence {
  readonly source: SourceText;
  /** The path with the words behind it. */
  readonly range: Range;
  readonly path: string;
  readonly words: string;
}

const absent =
  /^[\s*_)\]]*[-–—:(][\s*_(]*((?:to be|will be|yet to be) (?:created|written|added|authored|drafted)|(?:not|never) (?:yet )?(?:created|written|added)(?: yet)?|does(?: not|n't) exist yet|not there yet|file missing|coming soon)[\s*_]*(?:[).,;|]|$)/i;
const plainPath = /^\.{0,2}\/?[\w@.-]+(?:\/[\w@.-]+)*\/?$/;

/** The path in the repository that a text names: from the document's folder, or from the root. */
function existing(text: string, folder: string, paths: ReadonlySet<string>): string | undefined {
  if (!plainPath.test(text) || text.length > 300 || !/[./]/.test(text)) return undefined;
  const wanted = text.replace(/\/$/, "");
  const near = posix.normalize(posix.join(folder, wanted));
  const top = posix.normalize(wanted.replace(/^\//, ""));
  return [near, top].find((path) => !path.startsWith("..") && path !== "." && paths.has(path));
}

/** Finds a document's stale absences: in code spans and links, the words directly behind them. History and quotes are left out. */
export function staleAbsences(source: SourceText, markdown: MarkdownDocument, paths: ReadonlySet<string>, { sections, dated }: ReadingOptions): StaleAbsence[] {
  const { text, path } = source;
  if (signsOf(source).absences.length === 0 || isHistoryPath(path)) return [];
  const isApart = apartFrom(markdown, { sections, dated });
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const named = [
    ...markdown.codeSpans.map(({ range, content }) => ({ range, name: text.slice(...content).trim() })),
    ...markdown.links.flatMap(({ kind, range, target }) =>
      target === undefined || (kind !== "inline" && kind !== "reference") ? [] : [{ range, name: target.split("#")[0] ?? "" }],
    ),
  ];
  return named.flatMap(({ range, name }): StaleAbsence[] => {
    const behind = /^[^\r\n]*/.exec(text.slice(range[1], range[1] + 80))?.[0] ?? "";
    const words = absent.exec(behind);
    const there = words === null ? undefined : existing(name, folder, paths);
    if (words === null || there === undefined || there === path || isApart(range[0])) return [];
    return [{ source, range: [range[0], range[1] + words[0].trimEnd().length], path: there, words: words[1] ?? "" }];
  });
}
