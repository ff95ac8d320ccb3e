// The status that the front matter of a document gives: `status: done`, of what `id`, `phase`, `title` or the first heading names.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { Range, SourceText } from "@caio/repo-model/text";
import { plainTitle, readLabelled, type Label } from "./label.js";
import { normalNumber, type LabelMatcher } from "./matcher.js";
import type { Statement } from "./statement.js";
import { moveToken, readStatus } from "./token.js";
import type { Vocabulary } from "./vocabulary.js";

/** A plain value of a key at the margin, without its quotes and comment. */
function valueOf(text: string, [start, end]: Range, key: string): Range | undefined {
  const found = new RegExp(`(?:^|\\n)${key}[ \\t]*[:=][ \\t]*(["']?)([^"'\\r\\n#]*?)\\1[ \\t]*(?:#[^\\r\\n]*)?(?=\\r?\\n|$)`, "i").exec(text.slice(start, end));
  const value = found?.[2];
  if (found === null || value === undefined || value === "") return undefined;
  const at = start + found.index + found[0].indexOf(value, found[0].search(/[:=]/) + 1);
  return [at, at + value.length];
}

/** The statement of a document's front matter; undefined where it gives no status, or nothing that it is of. */
export function frontMatterStatement(
  source: SourceText,
  { frontMatter, headings }: MarkdownDocument,
  vocabulary: Vocabulary,
  matcher: LabelMatcher,
): Statement | undefined {
  if (frontMatter === undefined || frontMatter.content[1] - frontMatter.content[0] > 20_000) return undefined;
  const { text } = source;
  const at = valueOf(text, frontMatter.content, "status");
  const token = at === undefined ? undefined : readStatus(text.slice(...at), 0, vocabulary);
  if (at === undefined || token === undefined) return undefined;
  const labelAt = (range: Range | undefined): Label | undefined =>
    range === undefined ? undefined : readLabelled(text.slice(...range), range[0], vocabulary, matcher)?.label;
  const title = labelAt(valueOf(text, frontMatter.content, "title")) ?? labelAt(headings.find(({ level }) => level === 1)?.content);
  const id = labelAt(valueOf(text, frontMatter.content, "id"));
  const phase = valueOf(text, frontMatter.content, "phase");
  const number = phase === undefined ? undefined : /^\d{1,4}(?:\.\d{1,4}){0,3}[a-z]?$/i.exec(text.slice(...phase))?.[0];
  const numbered: Label | undefined = number === undefined ? undefined : { kind: "phase", number: normalNumber(number), title: "" };
  const named = id ?? numbered ?? title;
  if (named === undefined) return undefined;
  const plain = valueOf(text, frontMatter.content, "title");
  const own =
    title?.kind === named.kind && title.number === named.number
      ? title.title
      : title === undefined && plain !== undefined
        ? plainTitle(text.slice(...plain))
        : "";
  const label = named.title === "" ? { ...named, title: own } : named;
  return { source, slot: "value", label, token: moveToken(token, at[0]), range: at, group: 0, scope: "front matter" };
}
