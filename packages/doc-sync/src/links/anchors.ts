// The anchors that a page has: of its headings by the renderer's rules, and of its HTML.
import type { InlineParts, MarkdownDocument } from "@caio/repo-model/markdown";
import { customId } from "./custom-id.js";
import { sluggers, type SlugDialect } from "./slugs.js";

/** A heading's text in the order of the page. */
interface Title {
  readonly at: number;
  readonly text: string;
  /** The same as it is written; empty where nobody asks. */
  readonly marked: string;
  readonly isHtml: boolean;
}

// oxlint-disable-next-line no-control-regex -- ASCII begins with control characters
const ascii = /^[\u0000-\u007f]*$/;
const headingTag = /^h[1-6]$/;

/** Headings that are written in HTML: their text without tags and comments. */
function htmlTitles({ text, tags, comments }: MarkdownDocument): Title[] {
  const titles: Title[] = [];
  let open: { readonly name: string; readonly at: number } | undefined;
  let content = "";
  let from = 0;
  const markup = [...tags, ...comments.map(({ range }) => ({ name: "", range }))].toSorted((a, b) => a.range[0] - b.range[0]);
  for (const { name, range } of markup) {
    if (open !== undefined && range[0] >= from) content += text.slice(from, range[0]);
    from = Math.max(from, range[1]);
    if (open === undefined && headingTag.test(name)) {
      open = { name, at: range[0] };
      content = "";
    } else if (open !== undefined && name === `/${open.name}`) {
      titles.push({ at: open.at, text: content.replaceAll("&amp;", "&").replace(/&[a-z]+;/g, ""), marked: content, isHtml: true });
      open = undefined;
    }
  }
  return titles;
}

function titlesOf(markdown: MarkdownDocument, wantsMarked: boolean): Title[] {
  const { text } = markdown;
  const own = markdown.headings.map((heading): Title => ({
    at: heading.range[0],
    text: heading.text,
    marked: wantsMarked ? text.slice(...heading.content) : "",
    isHtml: false,
  }));
  const html = (text.includes("<h") || text.includes("<H")) && /<h[1-6]/i.test(text) ? htmlTitles(markdown) : [];
  return html.length === 0 ? own : [...own, ...html].toSorted((a, b) => a.at - b.at);
}

/** The anchors that headings get in a dialect, in order. Where HTML has white space at its ends, both readings are given; with `isMarkdownOnly` its headings count and are left out. */
export function headingAnchors(markdown: MarkdownDocument, dialect: SlugDialect, { isMarkdownOnly = false } = {}): string[] {
  const { slug, number, readsMarks, hasCustomIds, readsHtml } = sluggers[dialect];
  const used = new Set<string>();
  const counts = new Map<string, number>();
  const found: string[] = [];
  for (const title of titlesOf(markdown, readsMarks || hasCustomIds)) {
    if (title.isHtml && !readsHtml) continue;
    const custom = hasCustomIds ? (customId(title.text) ?? customId(title.marked)) : undefined;
    if (custom !== undefined) {
      used.add(custom.id);
      found.push(custom.id);
      continue;
    }
    if (title.isHtml && !isMarkdownOnly) found.push(slug(title.text.replace(/\s+/g, " ").trim()));
    const anchor = number(slug(readsMarks ? title.marked : title.text), used, counts);
    used.add(anchor);
    if (!title.isHtml || !isMarkdownOnly) found.push(anchor);
  }
  return found;
}

const none: readonly string[] = [];

/** The anchors of a page's HTML: `id` of any tag, `name` of a link's. */
export function htmlAnchors({ attributes: ofTags }: Pick<InlineParts, "attributes">): readonly string[] {
  if (ofTags.length === 0) return none;
  const found: string[] = [];
  for (const attributes of ofTags) for (const { name, value } of attributes) if (name === "id" || name === "name") found.push(value.trim());
  return found;
}

const braced = /\{:?[^{}\n]{0,120}#([^\s{}#]{1,120})[^{}\n]{0,120}\}/y;

/** Ids that braces name anywhere in a page: behind headings, paragraphs, images (kramdown and `attr_list`). */
export function bracedIds(text: string): string[] {
  const found: string[] = [];
  let hash = -1;
  for (let at = text.indexOf("{"); at !== -1; at = text.indexOf("{", at + 1)) {
    if (hash < at) hash = text.indexOf("#", at);
    if (hash === -1) break;
    // Most braces hold no sign of an id.
    if (hash - at > 122) continue;
    braced.lastIndex = at;
    const id = braced.exec(text)?.[1];
    if (id !== undefined) found.push(id);
  }
  return found;
}

/** An anchor by its letters and digits: renderers differ in what they make of punctuation. */
export function looseAnchor(anchor: string): string {
  if (ascii.test(anchor)) return anchor.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return anchor
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
