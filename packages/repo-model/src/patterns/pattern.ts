// Patterns of Python's `re` and Go's RE2 as predicates over texts.
import { testWithin } from "./deadline.js";
import { translate } from "./translate.js";

/** Whether a pattern matches somewhere in a text. Throws `PATTERN_TOO_SLOW` where it would run for long. */
export type TextMatcher = (text: string) => boolean;

/** A text above this length is matched under the deadline, whatever the pattern. */
const longText = 10_000;
const deadline = 250;

function matcher(pattern: string, dialect: "python" | "re2"): TextMatcher {
  const { source, canBacktrack } = translate(pattern, dialect);
  const expression = new RegExp(source, "u");
  return (text) => (canBacktrack || text.length > longText ? testWithin(expression, text, deadline) : expression.test(text));
}

/** Reads a pattern as Python's `re.search` does (3.11). Throws `PATTERN_INVALID`. */
export function pythonMatcher(pattern: string): TextMatcher {
  return matcher(pattern, "python");
}

/** Reads a pattern as Go's `regexp` does. Throws `PATTERN_INVALID`. */
export function re2Matcher(pattern: string): TextMatcher {
  return matcher(pattern, "re2");
}
