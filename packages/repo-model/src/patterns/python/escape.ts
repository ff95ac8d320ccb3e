// Escapes of a Python pattern, outside and inside of brackets.
import type { Category, RegexNode, SetItem } from "./node.js";
import type { Tokens } from "./tokens.js";

const controls: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, "\\": 92 };
const widths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const places: Readonly<Record<string, "A" | "Z" | "b" | "B">> = { A: "A", Z: "Z", b: "b", B: "B" };
/** Stands for a character that is given by its name. */
export const unnamed = 0x110000;
const digits = "0123456789";
const octal = "01234567";

const isCategory = (letter: string): letter is Category => letter.length === 1 && "dDsSwW".includes(letter);

/** An escape that means one character in both places; undefined for another one. */
function character(tokens: Tokens, letter: string, from: number): number | undefined {
  const width = Object.hasOwn(widths, letter) ? widths[letter] : undefined;
  if (width !== undefined) {
    const hex = tokens.takeWhile(width, "0123456789abcdefABCDEF");
    const code = Number.parseInt(hex, 16);
    if (hex.length !== width || code > 0x10ffff) throw tokens.fail(`the escape \`\\${letter}\` needs ${width} hexadecimal digits`, from);
    return code;
  }
  if (letter === "N") {
    if (!tokens.matches("{")) throw tokens.fail("`\\N` needs a name in braces", from);
    const name = tokens.takeUntil("}", "character name");
    // Unicode's names are not at hand: one of their form is taken to be one.
    if (!/^[A-Za-z][A-Za-z0-9 -]*$/.test(name)) throw tokens.fail(`there is no character \`${name}\``, from);
    return unnamed;
  }
  return undefined;
}

function plain(tokens: Tokens, letter: string, from: number): number {
  if (/^[A-Za-z0-9]$/.test(letter)) throw tokens.fail(`there is no escape \`\\${letter}\``, from);
  return letter.codePointAt(0) ?? 0;
}

/** What an escape in brackets means. */
export function classEscape(tokens: Tokens, letter: string, from: number): SetItem {
  if (isCategory(letter)) return { kind: "category", name: letter };
  const control = Object.hasOwn(controls, letter) ? controls[letter] : undefined;
  const code = control ?? character(tokens, letter, from);
  if (code !== undefined) return { kind: "char", code };
  if (octal.includes(letter)) {
    const value = Number.parseInt(letter + tokens.takeWhile(2, octal), 8);
    if (value > 0o377) throw tokens.fail("an octal escape is above 0o377", from);
    return { kind: "char", code: value };
  }
  return { kind: "char", code: plain(tokens, letter, from) };
}

/** What an escape outside of brackets means. `refer` checks a group that is referred to. */
export function escape(tokens: Tokens, letter: string, from: number, refer: (group: number) => void): RegexNode {
  if (isCategory(letter)) return { op: "set", isNegated: false, items: [{ kind: "category", name: letter }] };
  const place = Object.hasOwn(places, letter) ? places[letter] : undefined;
  if (place !== undefined) return { op: "at", where: place };
  const control = Object.hasOwn(controls, letter) ? controls[letter] : undefined;
  const code = control ?? character(tokens, letter, from);
  if (code !== undefined) return { op: "char", code };
  if (letter === "0") return { op: "char", code: Number.parseInt(`0${tokens.takeWhile(2, octal)}`, 8) };
  if (digits.includes(letter)) {
    let number = letter;
    if (tokens.next !== undefined && tokens.next.length === 1 && digits.includes(tokens.next)) {
      number += tokens.take() ?? "";
      if (/^[0-7]{2}$/.test(number) && tokens.next !== undefined && tokens.next.length === 1 && octal.includes(tokens.next)) {
        const value = Number.parseInt(number + (tokens.take() ?? ""), 8);
        if (value > 0o377) throw tokens.fail("an octal escape is above 0o377", from);
        return { op: "char", code: value };
      }
    }
    refer(Number(number));
    return { op: "reference", group: Number(number) };
  }
  return { op: "char", code: plain(tokens, letter, from) };
}
