// Patterns of guardrails and exclusions: repo-model's dialect, with `!` to take paths out again.
import { pathMatcher } from "@caio/repo-model/patterns";
import { isRepoError } from "@caio/repo-model/text";

export interface PatternSet {
  /** The pattern that selects a path, as written; undefined where none does or a `!` takes it out. */
  match(path: string): string | undefined;
  readonly hasBackslash: boolean;
  /** Whether there is a pattern that can select anything. */
  readonly isPositive: boolean;
  /** The first pattern that cannot be read. */
  readonly fault: string | undefined;
}

const normal = (path: string): string => path.normalize("NFC");

/** A backslash is read as `/`, `./` at the start as nothing. */
export const readablePattern = (pattern: string): string =>
  normal(
    pattern
      .trim()
      .replaceAll("\\", "/")
      .replace(/^(?:\.\/)+/, ""),
  );

/** An entry that is itself the folder of `dir/**` or `dir/` (a submodule, a link) is matched too. */
function matcherOf(pattern: string): ((path: string) => boolean) | undefined {
  try {
    const matches = pathMatcher([pattern]);
    return (path) => matches(path) || matches(`${path}/`);
  } catch (error) {
    if (isRepoError(error) || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads patterns; their order does not matter. Never throws: what cannot be read is `fault`. */
export function patternSet(patterns: readonly string[]): PatternSet {
  const rows = patterns.map((pattern) => {
    const isNegated = pattern.startsWith("!");
    const text = readablePattern(isNegated ? pattern.slice(1) : pattern);
    return { pattern, isNegated, matches: text === "" ? undefined : matcherOf(text) };
  });
  const positive = rows.filter(({ isNegated }) => !isNegated);
  const negative = rows.filter(({ isNegated }) => isNegated);
  return {
    hasBackslash: patterns.some((pattern) => pattern.includes("\\")),
    isPositive: positive.length > 0,
    fault: rows.find(({ matches }) => matches === undefined)?.pattern,
    match(path) {
      const name = normal(path);
      const found = positive.find(({ matches }) => matches?.(name) === true);
      return found === undefined || negative.some(({ matches }) => matches?.(name) === true) ? undefined : found.pattern;
    },
  };
}

const mostWork = 50_000_000;

/** The same for patterns of a record, which are the attacker's: one that could cost much selects nothing. */
export function coverageMatcher(patterns: readonly string[]): (path: string) => boolean {
  const cheap = patterns.slice(0, 200).filter((pattern) => pattern.length <= 500);
  return (path) =>
    patternSet(
      cheap.filter((pattern) => path.length ** Math.max(1, (pattern.match(/\*+/g)?.length ?? 0) + (pattern.match(/[{]/g)?.length ?? 0)) <= mostWork),
    ).match(path) !== undefined;
}
