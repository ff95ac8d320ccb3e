// Patterns: one glob dialect; Python `re` and Go RE2 read into JavaScript; what can backtrack runs under a deadline.
export { pathMatcher, type PathMatcher } from "./glob.js";
export { pythonFault, pythonMatcher, type PatternFault } from "./python/pattern.js";
export { re2Finder, re2Matcher, type TextFinder } from "./pattern.js";
export type { TextMatcher } from "./deadline.js";
