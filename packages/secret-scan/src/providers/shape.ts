// The shape of a token: literal parts and runs of an alphabet. Its expression, its keywords and its samples follow from it.

/** Alphabets by name, as the inside of a character class. */
export const alphabets = {
  digit: "0-9",
  hex: "0-9a-f",
  HEX: "0-9A-F",
  anyHex: "0-9a-fA-F",
  lower: "a-z",
  upper: "A-Z",
  lowerDigit: "a-z0-9",
  upperDigit: "A-Z0-9",
  base32: "A-Z2-7",
  lowerBase32: "a-z2-7",
  base58: "1-9A-HJ-NP-Za-km-z",
  /** The data of bech32 (BIP 173), in small and capital letters. */
  bech32: "ac-hj-np-z02-9",
  BECH32: "AC-HJ-NP-Z02-9",
  alnum: "A-Za-z0-9",
  word: "A-Za-z0-9_",
  base64: "A-Za-z0-9+/",
  base64url: "A-Za-z0-9_-",
  /** What stands in a query: letters, digits and percent-encoded bytes. */
  percent: "A-Za-z0-9%",
  tilde: "A-Za-z0-9_.~-",
  /** The names of Azure's credentials. */
  identity: "A-Za-z0-9+/:_-",
  /** Base64url with its padding and dots. */
  query: "A-Za-z0-9_.=-",
} as const;

export type Alphabet = keyof typeof alphabets;

/** A run of `min` to `max` units of an alphabet. */
export interface Run {
  readonly alphabet: Alphabet;
  readonly min: number;
  readonly max: number;
}

/** One of several literals. */
export interface Either {
  readonly either: readonly string[];
}

/** A shape: its parts in their order. */
export type Shape = readonly (string | Run | Either)[];

/** A run of exactly `min` units, or of `min` to `max`. */
export const run = (alphabet: Alphabet, min: number, max: number = min): Run => ({ alphabet, min, max });
/** One of the literals. */
export const either = (...literals: readonly string[]): Either => ({ either: literals });

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
const classOf = (alphabet: Alphabet): string => `[${alphabets[alphabet]}]`;

/** A UUID (RFC 9562) in small letters. */
export const uuid: Shape = [run("hex", 8), "-", run("hex", 4), "-", run("hex", 4), "-", run("hex", 4), "-", run("hex", 12)];

/** The expression's source: what stands before and after may not be of the token's own alphabet. */
export function shapeSource(shape: Shape): string {
  const parts = shape.map((part) => {
    if (typeof part === "string") return escapeRegExp(part);
    if ("either" in part) return `(?:${part.either.map(escapeRegExp).join("|")})`;
    return `${classOf(part.alphabet)}{${part.min}${part.max === part.min ? "" : `,${part.max === Infinity ? "" : part.max}`}}`;
  });
  const last = shape.at(-1);
  // Nor a letter or a digit of another alphabet: what it stands in would be longer than the token.
  const after = typeof last === "object" && "alphabet" in last ? `(?![A-Za-z0-9]|${classOf(last.alphabet)})` : "(?![A-Za-z0-9_])";
  return `(?<![A-Za-z0-9_])${parts.join("")}${after}`;
}

/** A shape's expression, `whole` or sticky: made when it is first asked for, since a run asks for few of them. */
export function lazyExpression(shape: Shape, form: "whole" | "sticky"): () => RegExp {
  let made: RegExp | undefined;
  return () => (made ??= form === "whole" ? new RegExp(`^(?:${shapeSource(shape)})$`) : new RegExp(shapeSource(shape), "y"));
}

/**
 * The literals by which a token is found: those that it begins with where they have three units and more, else the longest ones in it.
 * `before` is how many units may stand before them.
 */
export function shapeKeywords(shape: Shape): { readonly keywords: readonly string[]; readonly before: number } {
  let best: { readonly keywords: readonly string[]; readonly before: number } = { keywords: [], before: 0 };
  let least = 0;
  let before = 0;
  for (const part of shape) {
    if (typeof part === "object" && "alphabet" in part) {
      before += part.max;
      continue;
    }
    const literals = typeof part === "string" ? [part] : part.either;
    const shortest = Math.min(...literals.map((literal) => literal.length));
    if (shortest > least && (least < 3 || before > 0)) {
      best = { keywords: literals, before };
      least = shortest;
      if (before === 0 && least >= 3) return best;
    }
    before += Math.max(...literals.map((literal) => literal.length));
  }
  return best;
}

/** The units of an alphabet, each once. */
export function units(alphabet: Alphabet): string {
  return alphabets[alphabet]
    .replace(/(\w)-(\w)/g, (_all, from: string, to: string) => {
      let all = "";
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code++) all += String.fromCharCode(code);
      return all;
    })
    .replace(/(.)(?=.*\1)/g, "");
}

/** A text of the shape, drawn with `random` (0 to below 1): a sample that no one was ever given. */
export function shapeSample(shape: Shape, random: () => number): string {
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(random() * list.length)] as T;
  return shape
    .map((part) => {
      if (typeof part === "string") return part;
      if ("either" in part) return pick(part.either);
      const length = part.max === Infinity ? part.min + 8 : part.min + Math.floor(random() * (part.max - part.min + 1));
      const from = units(part.alphabet);
      return Array.from({ length }, () => pick(from)).join("");
    })
    .join("");
}

/** What of a token is drawn at random: its runs of 4 units and more. */
export function shapeBody(shape: Shape, token: string): string {
  const groups = shape.map((part) => {
    if (typeof part === "string") return escapeRegExp(part);
    if ("either" in part) return `(?:${part.either.map(escapeRegExp).join("|")})`;
    return `(${classOf(part.alphabet)}{${part.min},${part.max === Infinity ? "" : part.max}})`;
  });
  const [, ...bodies] = new RegExp(`^${groups.join("")}$`).exec(token) ?? [];
  return bodies.filter((body) => body.length >= 4).join("");
}
