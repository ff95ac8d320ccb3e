// Patterns of Python's `re` as predicates over texts.
import { RepoError } from "../../text/index.js";
import { guarded, type TextMatcher } from "../deadline.js";
import { emit } from "./emit.js";
import { matcherOf } from "./match.js";
import { RegexFault, type RegexTree } from "./node.js";
import { parsePython } from "./parse.js";

/** What Python says against a pattern, with the place in it (UTF-16 units). */
export interface PatternFault {
  readonly message: string;
  readonly at: number;
}

function read(pattern: string): RegexTree | PatternFault {
  try {
    return parsePython(pattern);
  } catch (error) {
    if (error instanceof RegexFault) return { message: error.message, at: error.at };
    throw error;
  }
}

/** Why Python 3.11's `re` refuses a pattern; undefined where it takes it. */
export function pythonFault(pattern: string): PatternFault | undefined {
  const tree = read(pattern);
  return "root" in tree ? undefined : tree;
}

/** Reads a pattern as Python's `re.search` does (3.11). Throws `PATTERN_INVALID`. */
export function pythonMatcher(pattern: string): TextMatcher {
  const tree = read(pattern);
  if (!("root" in tree)) throw new RepoError("PATTERN_INVALID", `The pattern \`${pattern.slice(0, 200)}\` cannot be read: ${tree.message}.`);
  const emitted = emit(tree);
  return emitted === undefined ? matcherOf(tree, pattern) : guarded(new RegExp(emitted.source, "u"), emitted.canBacktrack);
}
