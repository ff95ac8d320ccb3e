// A Python pattern's tree as JavaScript (`u` mode). What JavaScript cannot say, the matcher of this folder does.
import { categoryInside, itemInside, variants, written } from "./characters.js";
import type { FlagSet, RegexNode, RegexSequence, RegexTree, SetItem } from "./node.js";

export interface Emitted {
  /** For `new RegExp(source, "u")`. */
  readonly source: string;
  /** Whether it could run for long. */
  readonly canBacktrack: boolean;
}

/** Open repetitions that stand beside each other: beyond, a match may take the text's length to that power. */
const mostOpen = 3;

class Unsayable extends Error {}

/** The flags within a group. */
export function flagsWithin(flags: FlagSet, { adds, removes }: { readonly adds: FlagSet; readonly removes: FlagSet }): FlagSet {
  if (adds.size === 0 && removes.size === 0) return flags;
  const hasType = adds.has("a") || adds.has("u");
  return new Set([...[...flags].filter((one) => !(hasType && (one === "a" || one === "u"))), ...adds].filter((one) => !removes.has(one)));
}

/** An assertion in JavaScript's words. */
export function placeSource(where: (RegexNode & { readonly op: "at" })["where"], flags: FlagSet): string {
  switch (where) {
    case "^":
      return flags.has("m") ? "(?<![^\\n])" : "(?<![^])";
    case "$":
      return flags.has("m") ? "(?![^\\n])" : "(?=\\n?(?![^]))";
    case "A":
      return "(?<![^])";
    case "Z":
      return "(?![^])";
    default: {
      const word = categoryInside("w", flags);
      const at = `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))`;
      // CPython 3.11 finds no `\\B` in an empty text.
      return where === "b" ? at : `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}])(?:(?<=[^])|(?=[^])))`;
    }
  }
}

class Emitter {
  open = 0;
  isNested = false;

  sequence(sequence: RegexSequence, flags: FlagSet): string {
    return sequence.map((node) => this.node(node, flags)).join("");
  }

  private node(node: RegexNode, flags: FlagSet): string {
    switch (node.op) {
      case "char":
      case "any":
      case "set":
        return unitSource(node, flags);
      case "at":
        return placeSource(node.where, flags);
      case "branch":
        return `(?:${node.items.map((item) => this.sequence(item, flags)).join("|")})`;
      case "group":
        return `(?:${this.sequence(node.body, flagsWithin(flags, node))})`;
      case "look":
        return `(?${node.isBehind ? "<" : ""}${node.isNegated ? "!" : "="}${this.sequence(node.body, flags)})`;
      case "repeat":
        return this.repeat(node, flags);
      default:
        throw new Unsayable();
    }
  }

  private repeat(node: RegexNode & { readonly op: "repeat" }, flags: FlagSet): string {
    if (node.kind === "possessive") throw new Unsayable();
    const isOpen = node.max > 8 && node.max !== node.min;
    const before = this.open;
    const body = this.sequence(node.body, flags);
    if (isOpen && (this.open > before || node.body.some(hasChoice))) this.isNested = true;
    if (isOpen) this.open++;
    const max = node.max === Infinity ? "" : String(node.max);
    const sign = node.min === 0 && node.max === Infinity ? "*" : `{${node.min},${max}}`;
    return `(?:${body})${sign}${node.kind === "lazy" ? "?" : ""}`;
  }
}

function hasChoice(node: RegexNode): boolean {
  if (node.op === "branch" || node.op === "repeat") return true;
  return "body" in node && node.body.some(hasChoice);
}

/** What matches one character. */
export function unitSource(node: RegexNode & { readonly op: "char" | "any" | "set" }, flags: FlagSet): string {
  if (node.op === "any") return flags.has("s") ? "[^]" : "[^\\n]";
  if (node.op === "char") {
    const all = variants(node.code, flags);
    return all.length === 1 ? written(all[0] ?? 0) : `[${all.map(written).join("")}]`;
  }
  const isComplement = (item: SetItem): boolean => item.kind === "category" && item.name !== item.name.toLowerCase();
  const inside = node.items.filter((item) => !isComplement(item)).map((item) => itemInside(item, flags));
  const complements = node.items.filter(isComplement).map((item) => `[^${itemInside(item, flags)}]`);
  if (complements.length === 0) return `[${node.isNegated ? "^" : ""}${inside.join("")}]`;
  const choice = [...(inside.length === 0 ? [] : [`[${inside.join("")}]`]), ...complements].join("|");
  return node.isNegated ? `(?:(?!${choice})[^])` : `(?:${choice})`;
}

/** The pattern as JavaScript; undefined where JavaScript has no word for it. */
export function emit({ root, flags }: RegexTree): Emitted | undefined {
  const emitter = new Emitter();
  try {
    const source = emitter.sequence(root, flags);
    return { source, canBacktrack: emitter.isNested || emitter.open > mostOpen };
  } catch (error) {
    if (error instanceof Unsayable) return undefined;
    throw error;
  }
}
