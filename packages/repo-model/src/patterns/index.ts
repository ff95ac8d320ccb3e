// Patterns: one glob dialect; Python `re` and Go RE2 read into JavaScript; what can backtrack runs under a deadline.
export { pathMatcher, type PathMatcher } from "./glob.js";
export { pythonMatcher, re2Finder, re2Matcher, type TextFinder, type TextMatcher } from "./pattern.js";
