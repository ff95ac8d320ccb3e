// Patterns of Go's RE2 as predicates over texts, and as searches for what matches.
import { findWithin, guarded, mostMilliseconds, testWithin, type TextMatcher } from "./deadline.js";
import { translate } from "./translate.js";

/** Reads a pattern as Go's `regexp` does. Throws `PATTERN_INVALID`. */
export function re2Matcher(pattern: string): TextMatcher {
  const { source, canBacktrack } = translate(pattern, "re2");
  return guarded(new RegExp(source, "u"), canBacktrack);
}

/** A pattern's matches, as Go's `FindAllStringIndex` and `FindStringSubmatch` give them. */
export interface TextFinder {
  /** How many groups the pattern has. */
  readonly groups: number;
  /** All matches that do not overlap, from left to right, as half-open ranges. Throws `PATTERN_TOO_SLOW`. */
  all(text: string): readonly (readonly [start: number, end: number])[];
  /** The first match with its groups; one that took no part is empty. Throws `PATTERN_TOO_SLOW`. */
  first(text: string): readonly string[] | undefined;
}

/** Reads a pattern as Go's `regexp` does, to find with it. A search of one text ends after `milliseconds`. Throws `PATTERN_INVALID`. */
export function re2Finder(pattern: string, milliseconds = mostMilliseconds): TextFinder {
  const { source } = translate(pattern, "re2");
  const expression = new RegExp(source, "gu");
  const single = new RegExp(source, "u");
  const groups = (new RegExp(`${source}|`, "u").exec("")?.length ?? 1) - 1;
  return {
    groups,
    all(text) {
      const found = findWithin(expression, text, milliseconds);
      return Array.from({ length: found.length / 2 }, (_, at) => [found[at * 2] ?? 0, found[at * 2 + 1] ?? 0] as const);
    },
    first(text) {
      if (!testWithin(single, text, milliseconds)) return undefined;
      return single.exec(text)?.map((group: string | undefined) => group ?? "");
    },
  };
}
