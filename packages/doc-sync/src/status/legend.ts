// Legends: what a document says that its icons mean.
import type { MarkdownDocument } from "@caio/repo-model/markdown";
import type { SourceText } from "@caio/repo-model/text";
import { makeVocabulary, type Vocabulary } from "./vocabulary.js";
import { isAmong, rangesWith, signsOf } from "./signs.js";
import type { State } from "./status-words.js";

const legendHeading = /^\W*(?:[\d.]+\s+)?(?:(?:status|icon|symbol|progress) )?(?:legend|key|icons|symbols|indicators|markers|codes|definitions)\W*$/i;
const legendLine = /^[ \t>*_|-]*(?:(?:status|icon|symbol|progress) )?(?:legend|key)[*_]*[ \t]*:/i;
const behindIcon = /[\s*_`:=|–—→-]*/y;

/** A legend longer than this is none. */
const longestLegend = 3_000;

/** Reads pairs of an icon and the word behind it. */
function pairsIn(text: string, vocabulary: Vocabulary, found: Record<string, State>): void {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const icon = vocabulary.iconAt(text, at);
    if (icon === undefined) continue;
    behindIcon.lastIndex = icon.end;
    const from = icon.end + (behindIcon.exec(text)?.[0].length ?? 0);
    const state = vocabulary.wordAt(text, from)?.meaning.state;
    const name = text.slice(at, icon.end).replace(/\ufe0f$/, "");
    if (state !== undefined && state !== "lifecycle") found[name] ??= state;
    at = icon.end - 1;
  }
}

/** What the legend of a document says of its icons; empty where it has none. */
export function legendOf(source: SourceText, { headings, paragraphs }: MarkdownDocument, vocabulary: Vocabulary): Readonly<Record<string, State>> {
  const found: Record<string, State> = {};
  const { text } = source;
  const { legends, legendLines } = signsOf(source);
  if (legends.length === 0) return found;
  for (const { text: name, section, content } of headings)
    if (isAmong(legends, content) && legendHeading.test(name.slice(0, 80)))
      pairsIn(text.slice(section[0], Math.min(section[1], section[0] + longestLegend)), vocabulary, found);
  for (const paragraph of rangesWith(paragraphs, legendLines)) {
    const [start, end] = paragraph;
    const index = paragraphs.indexOf(paragraph);
    const line = text.slice(start, Math.min(end, start + longestLegend));
    if (!legendLine.test(line)) continue;
    pairsIn(line, vocabulary, found);
    // The list behind a line that only says "Legend:".
    for (let next = index + 1; /:[*_\s]*$/.test(line) && next < index + 12; next++) {
      const [from, to] = paragraphs[next] ?? [0, 0];
      if (from === 0 || text.slice(paragraphs[next - 1]?.[1] ?? 0, from).includes("#")) break;
      pairsIn(text.slice(from, Math.min(to, from + 200)), vocabulary, found);
    }
  }
  return found;
}

/** Gives each document its vocabulary: the configuration's words come before its legend, its legend before the defaults. Made once for each legend. */
export function vocabularies(own: Readonly<Record<string, State>>, base: Vocabulary): (source: SourceText, markdown: MarkdownDocument) => Vocabulary {
  const known = new Map<string, Vocabulary>();
  return (source, markdown) => {
    const legend = legendOf(source, markdown, base);
    const key = JSON.stringify(legend);
    if (key === "{}") return base;
    const vocabulary = known.get(key) ?? makeVocabulary({ ...legend, ...own });
    known.set(key, vocabulary);
    return vocabulary;
  };
}
