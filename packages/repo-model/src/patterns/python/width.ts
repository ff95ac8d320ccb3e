// How many characters a part of a pattern can match: what stands in a look-behind must have one width.
import type { RegexNode, RegexSequence } from "./node.js";

export type Width = readonly [least: number, most: number];

const open = Number.MAX_SAFE_INTEGER;

/** The width of a sequence, when the widths of the groups before it are known. */
export function widthOf(sequence: RegexSequence, groups: readonly (Width | undefined)[]): Width {
  let [least, most] = [0, 0];
  for (const node of sequence) {
    const [low, high] = nodeWidth(node, groups);
    least = Math.min(least + low, open);
    most = Math.min(most + high, open);
  }
  return [least, most];
}

function either(one: Width, other: Width): Width {
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}

function nodeWidth(node: RegexNode, groups: readonly (Width | undefined)[]): Width {
  switch (node.op) {
    case "char":
    case "any":
    case "set":
      return [1, 1];
    case "branch":
      return node.items.map((item) => widthOf(item, groups)).reduce(either);
    case "group":
    case "atomic":
      return widthOf(node.body, groups);
    case "repeat": {
      const [low, high] = widthOf(node.body, groups);
      return [low * node.min, node.max === Infinity && high > 0 ? open : high === 0 ? 0 : high * node.max];
    }
    case "reference":
      return groups[node.group] ?? [0, open];
    case "condition": {
      const yes = widthOf(node.yes, groups);
      return node.no === undefined ? [0, yes[1]] : either(yes, widthOf(node.no, groups));
    }
    default:
      return [0, 0];
  }
}
