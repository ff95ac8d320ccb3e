// The text of a heading without its marks: emphasis, code marks, links and HTML resolved, images left out, as on GitHub.
import { decodeEntities } from "./entities.js";
import { inlineReader, type Labels } from "./inline.js";

/** A piece of the text that is a mark (removed) or reads otherwise than it is written. */
type Replacement = readonly [start: number, end: number, text: string];

/** A heading without any of these is its own text. */
const marked = /[\\`<![\]*_~{&]/;
const nothing = (): void => undefined;

let replacements: Replacement[] = [];
const reader = inlineReader(
  {
    mark: () => 0,
    dropLinks: nothing,
    link: nothing,
    reference: nothing,
    codeSpan: nothing,
    markup: nothing,
    strike: nothing,
    replace: (start: number, end: number, by: string): void => void replacements.push([start, end, by]),
  },
  { wantsPlain: true, wantsAttributes: false },
);

/** The plain text of a block's text. */
export function plainText(text: string, labels: Labels): string {
  if (!marked.test(text)) return text;
  replacements = [];
  reader.begin(labels);
  reader.read(text);
  return replaced(text, replacements);
}

/** The text with its replacements made; of nested ones the outer wins. Character references outside them are resolved. */
function replaced(text: string, replacements: readonly Replacement[]): string {
  const ordered = replacements.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]);
  let plain = "";
  let done = 0;
  let pending = "";
  for (const [start, end, replacement] of ordered) {
    if (start < done) continue;
    pending += text.slice(done, start);
    // An escaped `&` starts no reference.
    if (replacement !== "" || text.charCodeAt(start) === 92) {
      plain += decodeEntities(pending) + replacement;
      pending = "";
    }
    done = end;
  }
  return plain + decodeEntities(pending + text.slice(done));
}
