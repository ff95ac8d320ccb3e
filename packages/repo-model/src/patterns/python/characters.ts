// Which characters a part of a Python pattern stands for, as insides of a JavaScript class (`u` mode; V8 11's `v` mode turns negated classes within repetitions round).
import { RepoError } from "../../text/index.js";
import { unnamed } from "./escape.js";
import type { Category, FlagSet, SetItem } from "./node.js";

const space = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const classes: Readonly<Record<"d" | "s" | "w", { readonly ascii: string; readonly unicode: string }>> = {
  d: { ascii: "0-9", unicode: "\\p{Nd}" },
  s: { ascii: "\\t-\\r\\x20", unicode: space },
  w: { ascii: "0-9A-Za-z_", unicode: "\\p{L}\\p{N}_" },
};

/** Lower-case letters with one upper case, which Python's `i` takes for the same: rows of its table of extra cases. */
const sameCase: readonly string[] = [
  "iı",
  "sſ",
  "µμ",
  "\u0345ιι",
  "ΐΐ",
  "ΰΰ",
  "βϐ",
  "εϵ",
  "θϑ",
  "κϰ",
  "πϖ",
  "ρϱ",
  "ςσ",
  "φϕ",
  "вᲀ",
  "дᲁ",
  "оᲂ",
  "сᲃ",
  "тᲄᲅ",
  "ъᲆ",
  "ѣᲇ",
  "ᲈꙋ",
  "ṡẛ",
  "ﬅﬆ",
];

const lower = (code: number): number => String.fromCodePoint(code).toLowerCase().codePointAt(0) ?? code;
let byLower: Map<number, number[]> | undefined;

/** All characters by their lower case; made when a letter beyond ASCII is first asked for. */
function raised(code: number): readonly number[] {
  if (code < 128) return code === 107 ? [107, 75, 0x212a] : code === 105 ? [105, 73, 0x130] : code >= 97 && code <= 122 ? [code, code - 32] : [code];
  if (byLower === undefined) {
    byLower = new Map();
    for (let one = 128; one < 0x1e950; one++) {
      if (one >= 0xd800 && one < 0xe000) continue;
      const low = lower(one);
      if (low !== one) byLower.set(low, [...(byLower.get(low) ?? [low]), one]);
    }
  }
  return byLower.get(code) ?? [code];
}

/** The characters that a literal matches: itself, or all of its cases. */
export function variants(code: number, flags: FlagSet): readonly number[] {
  if (code === unnamed) throw new RepoError("PATTERN_INVALID", "A pattern names a character by `\\N`, which is not read here.");
  if (!flags.has("i")) return [code];
  if (flags.has("a")) {
    const low = code >= 65 && code <= 90 ? code + 32 : code;
    return low >= 97 && low <= 122 ? [low, low - 32] : [code];
  }
  const low = lower(code);
  const row = sameCase.find((one) => one.includes(String.fromCodePoint(low)));
  const lows = row === undefined ? [low] : [...row].map((one) => one.codePointAt(0) ?? 0);
  return lows.flatMap(raised);
}

/** One character in JavaScript's words, inside and outside of a class. */
export function written(code: number): string {
  const one = String.fromCodePoint(code);
  return /^\w$/.test(one) ? one : `\\u{${code.toString(16)}}`;
}

/** The inside of `\d`, `\s` or `\w`, whichever case its letter has. */
export function categoryInside(name: Category, flags: FlagSet): string {
  const letter = name.toLowerCase() as "d" | "s" | "w";
  return classes[letter][flags.has("a") ? "ascii" : "unicode"];
}

/** Ranges longer than this keep their cases out but for ASCII's. */
const longestRange = 3000;

/** The inside of a class for an item of a set that is no category of an upper-case letter. */
export function itemInside(item: SetItem, flags: FlagSet): string {
  if (item.kind === "category") return categoryInside(item.name, flags);
  if (item.kind === "char") return variants(item.code, flags).map(written).join("");
  const plain = `${written(item.from)}-${written(item.to)}`;
  if (!flags.has("i")) return plain;
  const others = new Set<number>();
  const end = item.to - item.from > longestRange ? Math.min(item.to, 127) : item.to;
  for (let code = item.from; code <= end; code++) for (const one of variants(code, flags)) if (one < item.from || one > item.to) others.add(one);
  // A letter whose lower case is not in the range is none of it: `(?i)[A-Z]` stands for the lower cases of these.
  return plain + [...others].map(written).join("");
}
