// The links that a document shows, from the rows of its inline content.
import {
  definitionWidth,
  linkAt,
  linkKind,
  linkWidth,
  markupKind,
  markupWidth,
  targetOf,
  unescapeText,
  type InlineParts,
  type Link,
  type MarkdownOffsets,
} from "@caio/repo-model/markdown";
import type { Range, RepoPath } from "@caio/repo-model/text";
import type { LocalLink, WrittenLink } from "./link-facts.js";
import { resolveTarget } from "./target.js";

export interface WrittenLinks {
  /** Links relative to the document. */
  readonly links: LocalLink[];
  readonly otherLinks: WrittenLink[];
  /** Links by reference, defined or not. */
  readonly references: Link[];
}

/** The links that the text shows. A definition's target counts once, where it stands. */
export function writtenLinks(from: RepoPath, offsets: MarkdownOffsets, parts: InlineParts): WrittenLinks {
  const { text } = offsets;
  const found: WrittenLinks = { links: [], otherLinks: [], references: [] };
  const add = (target: string, start: number, end: number): void => {
    const range: Range = [start, end];
    const destination = resolveTarget(from, target);
    if (destination.kind === "path") found.links.push({ target, range, path: destination.path, anchor: destination.anchor });
    else found.otherLinks.push({ target, range, destination });
  };
  addLinks(found, offsets, parts, add);
  const { definitions } = offsets.blocks;
  for (let at = 0; at < definitions.length; at += definitionWidth) {
    const start = definitions[at + 2] ?? 0;
    const end = definitions[at + 3] ?? 0;
    add(unescapeText(text.slice(start, end)), start, end);
  }
  if (parts.attributes.length > 0) addAttributes(text, parts, add);
  return found;
}

type Add = (target: string, start: number, end: number) => void;

function addLinks({ references }: WrittenLinks, offsets: MarkdownOffsets, parts: InlineParts, add: Add): void {
  const { links } = parts;
  for (let at = 0; at < links.length; at += linkWidth) {
    if (links[at + 8] !== -1) {
      references.push(linkAt(offsets, parts, at));
      continue;
    }
    const kind = links[at + 2];
    const target = kind === linkKind.email ? undefined : targetOf(offsets, links, at);
    if (target === undefined || isCode(offsets.text, links[at] ?? 0, target) || (kind === linkKind.autolink && target.startsWith("mailto:"))) continue;
    add(target, links[at + 5] ?? 0, links[at + 6] ?? 0);
  }
}

function addAttributes(text: string, { markup, attributes }: InlineParts, add: Add): void {
  for (let at = 0; at < markup.length; at += markupWidth) {
    if (markup[at + 2] !== markupKind.tag || markup[at + 5] === -1) continue;
    // What a component makes of its properties only the component knows.
    const first = text.charCodeAt((markup[at] ?? 0) + 1);
    if (first >= 65 && first <= 90) continue;
    for (const { name, value, start, end } of attributes[markup[at + 5] ?? -1] ?? []) {
      if (name === "href" || name === "src" || name === "poster") add(value.trim(), start, end);
      else if (name === "srcset")
        for (const candidate of candidates(text, [start, end])) add(candidate.target, candidate.start, candidate.start + candidate.target.length);
    }
  }
}

/** The images of a `srcset`: a comma between candidates, a size behind each. */
function candidates(text: string, [start, end]: Range): { readonly target: string; readonly start: number }[] {
  let at = start;
  return text
    .slice(start, end)
    .split(/,(?=\s|$)/)
    .map((part) => {
      const from = at + part.length - part.trimStart().length;
      at += part.length + 1;
      return { target: /^\S*/.exec(part.trimStart())?.[0] ?? "", start: from };
    });
}

/** Code in prose that reads as a link: `items[0](x)`, `f()[](47)`. */
function isCode(text: string, start: number, target: string): boolean {
  return start > 0 && /[\w)\]?]/.test(text.charAt(start - 1)) && !/[./#]/.test(target);
}
