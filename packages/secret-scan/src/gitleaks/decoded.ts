// A text with what is encoded in it decoded in place, pass by pass, as gitleaks does before its rules look again (`detect/codec`, 8.30).

type Range = readonly [start: number, end: number];

/** A part that was decoded: where it stood in the file's text and in the pass before, and where what it says stands in this one. */
export interface DecodedPart {
  readonly original: Range;
  readonly encoded: Range;
  readonly decoded: Range;
  readonly before: readonly DecodedPart[];
}

export interface DecodedText {
  readonly text: string;
  readonly parts: readonly DecodedPart[];
}

/** Percent-encoding reaches from the first to the last of its line; of forms that touch, the one named first is decoded first. */
const encodings =
  /(%[0-9A-Fa-f]{2}(?:[^\n]*%[0-9A-Fa-f]{2})?)|((?:U\+[a-fA-F0-9]{4}(?:\s|$))+|(?:\\{1,2}[uU][a-fA-F0-9]{4})+)|([0-9A-Fa-f]{32,})|([\w/+-]{16,}={0,2})/g;

const isPrintable = (text: string): boolean => /^[\x09-\x7e]*$/.test(text);

function fromPercent(text: string): string {
  let isText = true;
  const decoded = text.replace(/%([0-9A-Fa-f]{2})/g, (_all, digits: string) => {
    const unit = String.fromCharCode(Number.parseInt(digits, 16));
    isText &&= isPrintable(unit);
    return unit;
  });
  return isText ? decoded : "";
}

const fromEscapes = (text: string): string =>
  [...text.matchAll(/[uU]\+?([a-fA-F0-9]{4})/g)].map(([, digits = ""]) => String.fromCharCode(Number.parseInt(digits, 16))).join("");

function fromHex(text: string): string {
  if (text.length % 2 !== 0 || !/[0-9]/.test(text)) return "";
  const decoded = Buffer.from(text, "hex").toString("latin1");
  return isPrintable(decoded) ? decoded : "";
}

/** Standard base64 needs its padding, base64url has none. */
function fromBase64(text: string): string {
  if (!/[0-9+/_-]/.test(text)) return "";
  const isStandard = text.length % 4 === 0 && !/[_-]/.test(text);
  const isUrl = !/[+/=]/.test(text) && text.length % 4 !== 1;
  if (!isStandard && !isUrl) return "";
  const decoded = Buffer.from(text, "base64").toString("latin1");
  return isPrintable(decoded) ? decoded : "";
}

const decoders: readonly ((text: string) => string)[] = [fromPercent, fromEscapes, fromHex, fromBase64];

const touches = ([start, end]: Range, [from, to]: Range): boolean => from <= end && to >= start;

/** Where a range of a pass stood in the file's text. */
export function originalOf(parts: readonly DecodedPart[], range: Range): Range {
  let above: Range | undefined;
  for (const { decoded, encoded, original } of parts) {
    if (!touches(decoded, range)) continue;
    if (decoded[0] <= range[0] && range[1] <= decoded[1]) return original;
    const reached: Range = [encoded[0] + Math.min(0, range[0] - decoded[0]), encoded[1] + Math.max(0, range[1] - decoded[1])];
    above = above === undefined ? reached : [Math.min(above[0], reached[0]), Math.max(above[1], reached[1])];
  }
  const [first] = parts;
  return above === undefined || first === undefined ? range : originalOf(first.before, above);
}

/** The parts of which what they say touches a range. */
export function partsAt(parts: readonly DecodedPart[], range: Range): DecodedPart[] {
  // They stand in their order: the first that ends where the range begins, or behind it.
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.decoded[1] ?? 0) < range[0]) low = middle + 1;
    else high = middle;
  }
  const found: DecodedPart[] = [];
  for (let at = low; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined || part.decoded[0] > range[1]) break;
    found.push(part);
  }
  return found;
}

interface Encoded {
  readonly kind: number;
  readonly range: Range;
}

function encodedIn(text: string): Encoded[] {
  const all = [...text.matchAll(encodings)].map((match) => ({
    kind: match.slice(1).findIndex((group) => group !== undefined),
    range: [match.index, match.index + match[0].length] as const,
  }));
  return all.filter(({ kind, range }, at) =>
    [all[at - 1], all[at + 1]].every((other) => other === undefined || other.kind >= kind || !touches(range, other.range)),
  );
}

/** One pass; undefined where nothing is encoded that is a text. */
export function decodedOnce({ text, parts: before }: DecodedText): DecodedText | undefined {
  const parts: DecodedPart[] = [];
  const pieces: string[] = [];
  let [done, shift] = [0, 0];
  for (const { kind, range } of encodedIn(text)) {
    const [start, end] = range;
    const said = decoders[kind]?.(text.slice(start, end)) ?? "";
    if (said === "") continue;
    pieces.push(text.slice(done, start), said);
    parts.push({ original: originalOf(partsAt(before, range), range), encoded: range, decoded: [start + shift, start + shift + said.length], before });
    shift += said.length - (end - start);
    done = end;
  }
  return parts.length === 0 ? undefined : { text: pieces.join("") + text.slice(done), parts };
}
