// Comments and tags: in the text of a block of HTML, and one at a time for inline HTML.
import { closingTagEnd, openingTagEnd, tagName, type TagAttribute } from "./html-tag.js";

/** A comment, a tag, or other markup (declaration, instruction, CDATA), in offsets of the text. */
export type Markup =
  | { readonly kind: "comment"; readonly start: number; readonly end: number; readonly content: readonly [number, number] }
  | { readonly kind: "tag"; readonly start: number; readonly end: number; readonly name: string; readonly attributes: readonly TagAttribute[] }
  | { readonly kind: "other"; readonly start: number; readonly end: number };

const none: readonly never[] = [];

/** Finds texts that end markup, and remembers which are not to come any more. */
function endFinder(text: string): (sought: string, from: number) => number | undefined {
  const gone = new Map<string, number>();
  return (sought, from) => {
    const known = gone.get(sought);
    if (known !== undefined && from >= known) return undefined;
    const at = text.indexOf(sought, from);
    if (at !== -1) return at;
    gone.set(sought, from);
    return undefined;
  };
}

/** A reader of the markup at a `<`; undefined where there is none. `inline` follows CommonMark, else an open comment runs to the end. */
export function markupReader(text: string, isInline: boolean, isJsx = false): (at: number) => Markup | undefined {
  const find = endFinder(text);
  const other = (at: number, sought: string, from: number): Markup | undefined => {
    const end = find(sought, from);
    return end === undefined ? undefined : { kind: "other", start: at, end: end + sought.length };
  };
  const comment = (at: number): Markup | undefined => {
    const short = /^<!---?>/.exec(text.slice(at, at + 6))?.[0].length;
    if (short !== undefined) return { kind: "comment", start: at, end: at + short, content: [at + short, at + short] };
    const end = find("-->", at + 4) ?? (isInline ? undefined : text.length);
    return end === undefined ? undefined : { kind: "comment", start: at, end: Math.min(end + 3, text.length), content: [at + 4, end] };
  };
  return (at) => {
    const unit = text.charCodeAt(at + 1);
    if (unit === 33) {
      if (text.startsWith("--", at + 2)) return comment(at);
      if (text.startsWith("[CDATA[", at + 2)) return other(at, "]]>", at + 9);
      return /[A-Za-z]/.test(text.charAt(at + 2)) ? other(at, ">", at + 2) : undefined;
    }
    if (unit === 63) return other(at, "?>", at + 2);
    if (unit === 47) {
      const end = closingTagEnd(text, at, isJsx);
      return end === undefined ? undefined : { kind: "tag", start: at, end, name: `/${tagName(text, at)}`, attributes: none };
    }
    let attributes: TagAttribute[] | undefined;
    const end = openingTagEnd(text, at, (attribute) => (attributes ??= []).push(attribute), isJsx);
    return end === undefined ? undefined : { kind: "tag", start: at, end, name: tagName(text, at), attributes: attributes ?? none };
  };
}

const rawNames = new Set(["script", "style", "textarea"]);

/** The comments and tags of a block of HTML. What stands in scripts and styles is no markup. */
export function scanHtml(text: string): Markup[] {
  const found: Markup[] = [];
  const read = markupReader(text, false);
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    const markup = read(at);
    if (markup === undefined) {
      at++;
      continue;
    }
    found.push(markup);
    at = markup.end;
    if (markup.kind !== "tag" || !rawNames.has(markup.name)) continue;
    const close = new RegExp(`</${markup.name}`, "gi");
    close.lastIndex = at;
    at = close.exec(text)?.index ?? text.length;
  }
  return found;
}
