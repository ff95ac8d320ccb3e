// What Python's `re` and Go's RE2 write differently from JavaScript.

/** `python`: https://docs.python.org/3/library/re.html; `re2`: https://github.com/google/re2/wiki/Syntax, as Go reads it. */
export type Dialect = "python" | "re2";

/** The flags in force at one place of a pattern. */
export interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  /** RE2: greedy and lazy change places. */
  readonly U: boolean;
  /** Python: white space and comments say nothing. */
  readonly x: boolean;
  /** Python: classes hold ASCII alone. */
  readonly a: boolean;
}

export const noFlags: Flags = { i: false, m: false, s: false, U: false, x: false, a: false };

/** The insides of the classes that have a letter. */
export function classInside(dialect: Dialect, letter: string, flags: Flags): string | undefined {
  const isAscii = dialect === "re2" || flags.a;
  switch (letter) {
    case "d":
      return isAscii ? "0-9" : "\\p{Nd}";
    case "w":
      return isAscii ? "0-9A-Za-z_" : "\\p{L}\\p{N}_";
    case "s":
      return dialect === "re2"
        ? "\\t\\n\\f\\r "
        : isAscii
          ? "\\t\\n\\v\\f\\r "
          : "\\t\\n\\v\\f\\r \\x1c-\\x1f\\x85\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
    default:
      return undefined;
  }
}

/** The insides of POSIX classes, which RE2 reads within brackets. */
export const posixClasses: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-/:-@\\[-`{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** Escapes that mean one character. */
export const controls: Readonly<Record<string, string>> = { a: "\\x07", f: "\\f", n: "\\n", r: "\\r", t: "\\t", v: "\\v" };

/** One character as JavaScript's `u` mode takes it, outside and inside of brackets; in both cases where case does not matter. */
export function literal(character: string, ignoreCase: boolean): string {
  const escape = (one: string): string => (/[\\^$.*+?()[\]{}|/]/.test(one) ? `\\${one}` : one);
  if (!ignoreCase) return escape(character);
  const both = [...new Set([character, character.toLowerCase(), character.toUpperCase()])].filter((one) => [...one].length === 1);
  return both.length > 1 ? `[${both.map((one) => classLiteral(one)).join("")}]` : escape(character);
}

/** One character inside of brackets. */
export function classLiteral(character: string): string {
  return /[\\\]^[\-&~!#$%*+,.:;<=>?@`{}|()/"']/.test(character) && /[\\\]^[\-{}|()/$*+?.]/.test(character) ? `\\${character}` : character;
}
