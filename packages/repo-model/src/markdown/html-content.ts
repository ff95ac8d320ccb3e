// Comments and tags: in the text of a block of HTML, and one at a time for inline HTML.
import { closingTagEnd, openingTagEnd, tagName, type TagAttribute } from "./html-tag.js";

/** What a piece of markup is; other: a declaration, an instruction, CDATA. */
export const markupKind = { comment: 0, tag: 1, other: 2 } as const;

/** Reads the markup at a `<` in one text after the other; what it tells is of the piece that it found last, in offsets of the text. */
export interface MarkupReader {
  kind: number;
  end: number;
  /** A comment's content. */
  contentStart: number;
  contentEnd: number;
  /** A tag's, where they are wanted. */
  attributes: readonly TagAttribute[];
  /** Tags are JSX where `isJsx` is true. */
  begin(text: string, isJsx: boolean): void;
  read(at: number): boolean;
}

const none: readonly TagAttribute[] = [];
/** Texts that end markup. */
const ends = ["-->", "]]>", ">", "?>"] as const;

/** `inline` follows CommonMark, else an open comment runs to the end. */
export function markupReader({ isInline, wantsAttributes }: { isInline: boolean; wantsAttributes: boolean }): MarkupReader {
  let text = "";
  let isJsx = false;
  /** From where each of `ends` is not to come any more. */
  const gone = new Float64Array(ends.length);
  const find = (sought: 0 | 1 | 2 | 3, from: number): number => {
    if (from >= (gone[sought] ?? 0)) return -1;
    const at = text.indexOf(ends[sought], from);
    if (at === -1) gone[sought] = from;
    return at;
  };
  const found = (kind: number, end: number): boolean => {
    reader.kind = kind;
    reader.end = end;
    return true;
  };
  const other = (sought: 1 | 2 | 3, from: number): boolean => {
    const end = find(sought, from);
    return end !== -1 && found(markupKind.other, end + ends[sought].length);
  };
  const comment = (at: number): boolean => {
    const short = text.startsWith(">", at + 4) ? at + 5 : text.startsWith("->", at + 4) ? at + 6 : -1;
    const close = short === -1 ? find(0, at + 4) : -1;
    if (short === -1 && close === -1 && isInline) return false;
    const end = short !== -1 ? short : close === -1 ? text.length : close;
    reader.contentStart = short === -1 ? at + 4 : short;
    reader.contentEnd = end;
    return found(markupKind.comment, short === -1 ? Math.min(end + 3, text.length) : short);
  };
  const reader: MarkupReader = {
    kind: markupKind.other,
    end: 0,
    contentStart: 0,
    contentEnd: 0,
    attributes: none,
    begin(given, isJsxText) {
      text = given;
      isJsx = isJsxText;
      gone.fill(Number.POSITIVE_INFINITY);
    },
    read(at) {
      const unit = text.charCodeAt(at + 1);
      if (unit === 33) {
        if (text.startsWith("--", at + 2)) return comment(at);
        if (text.startsWith("[CDATA[", at + 2)) return other(1, at + 9);
        return /[A-Za-z]/.test(text.charAt(at + 2)) && other(2, at + 2);
      }
      if (unit === 63) return other(3, at + 2);
      reader.attributes = none;
      if (unit === 47) {
        const end = closingTagEnd(text, at, isJsx);
        return end !== undefined && found(markupKind.tag, end);
      }
      if (!wantsAttributes) {
        const end = openingTagEnd(text, at, undefined, isJsx);
        return end !== undefined && found(markupKind.tag, end);
      }
      const attributes: TagAttribute[] = [];
      const end = openingTagEnd(text, at, (attribute) => attributes.push(attribute), isJsx);
      if (end === undefined) return false;
      if (attributes.length > 0) reader.attributes = attributes;
      return found(markupKind.tag, end);
    },
  };
  return reader;
}

const rawName = /<(?:script|style|textarea)(?![A-Za-z0-9-])/iy;

/** Reads the comments and tags of a block of HTML; `take` is called for each, behind it in the reader. What stands in scripts and styles is no markup. */
export function scanHtml(text: string, reader: MarkupReader, take: (at: number) => void): void {
  reader.begin(text, false);
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    if (!reader.read(at)) {
      at++;
      continue;
    }
    take(at);
    rawName.lastIndex = at;
    const name = reader.kind === markupKind.tag && rawName.test(text) ? tagName(text, at) : "";
    at = reader.end;
    if (name === "") continue;
    const close = new RegExp(`</${name}`, "gi");
    close.lastIndex = at;
    at = close.exec(text)?.index ?? text.length;
  }
}
