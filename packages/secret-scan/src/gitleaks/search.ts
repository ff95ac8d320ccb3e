// Searches a text by the rules of a gitleaks configuration, with gitleaks' own order of questions (`detect/detect.go`, 8.30).
import { isRepoError, type RepoError } from "@caio/repo-model/text";
import { keywordSearch } from "../detect/keyword-search.js";
import { allowsFile, allowsFinding } from "./allowlist.js";
import type { GitleaksConfiguration, GitleaksRule, RequiredRule } from "./configuration.js";
import { shannonEntropy } from "./entropy.js";

/** What a rule found in a text. `start` and `end` are those of the match; `line` counts from 0 within the text. */
export interface GitleaksMatch {
  readonly rule: GitleaksRule;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly secret: string;
  readonly match: string;
}

/** A text to be searched: a piece of a file, or lines that a commit adds. */
export interface SearchedText {
  readonly path: string;
  readonly text: string;
  readonly commit?: string;
}

/** Searches by the rules of one configuration. */
export interface GitleaksSearch {
  find(searched: SearchedText): readonly GitleaksMatch[];
  /** The rules that forbid a file by its path alone. */
  forbids(path: string, commit?: string): readonly GitleaksRule[];
}

const allowWord = "gitleaks:allow";

/** The rules that have a keyword in a text, and those that ask for none. */
function ruleFilter(rules: readonly GitleaksRule[]): (text: string) => Set<GitleaksRule> {
  const words = new Map<string, GitleaksRule[]>();
  // What the keyword search cannot hold is always looked for.
  const always = rules.filter(({ keywords }) => keywords.length === 0 || keywords.some((word) => word === "" || /[^\0-\x7f]/.test(word)));
  for (const rule of rules) for (const word of rule.keywords) if (/^[\0-\x7f]+$/.test(word)) words.set(word, [...(words.get(word) ?? []), rule]);
  const keys = [...words.keys()];
  const search = keywordSearch(keys);
  return (text) => {
    const wanted = new Set(always);
    search(Buffer.from(text, "utf8"), (index) => {
      for (const rule of words.get(keys[index] ?? "") ?? []) wanted.add(rule);
    });
    return wanted;
  };
}

/** The secret of a match: the named group, else the first that is not empty, else all of it. */
function secretOf({ regex, secretGroup }: GitleaksRule, match: string): string {
  const groups = regex?.first(match);
  if (groups === undefined || groups.length < 2) return match;
  if (secretGroup > 0) return groups[secretGroup] ?? "";
  return groups.slice(1).find((group) => group !== "") ?? match;
}

/** Where lines begin; found when first asked for. */
export function lineCounter(text: string): (offset: number) => { line: number; from: number } {
  let ends: number[] | undefined;
  return (offset) => {
    if (ends === undefined) {
      ends = [];
      for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) ends.push(at);
    }
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return { line: low, from: low === 0 ? 0 : (ends[low - 1] ?? 0) };
  };
}

function findByRule(rule: GitleaksRule, configuration: GitleaksConfiguration, { path, text, commit }: SearchedText): GitleaksMatch[] {
  if (rule.allowlists.some((list) => allowsFile(list, path, commit)) || rule.regex === undefined || rule.path?.(path) === false) return [];
  const found: GitleaksMatch[] = [];
  const lineAt = lineCounter(text);
  for (const [start, last] of rule.regex.all(text)) {
    const match = text.slice(start, last).replace(/^\n+|\n+$/g, "");
    const end = start + match.length;
    const { line, from } = lineAt(start);
    const lineEnd = text.indexOf("\n", Math.max(end, start + 1) - 1);
    const lineText = text.slice(from, lineEnd === -1 ? text.length : Math.max(lineEnd, end));
    if (lineText.includes(allowWord)) continue;
    const secret = secretOf(rule, match);
    if (rule.entropy !== 0 && shannonEntropy(secret) <= rule.entropy) continue;
    const target = { secret, match, line: lineText };
    if ([...configuration.allowlists, ...rule.allowlists].some((list) => allowsFinding(list, target, path, commit))) continue;
    found.push({ rule, start, end, line, column: start - from + 1, secret, match });
  }
  return found;
}

function isNear(one: GitleaksMatch, other: GitleaksMatch, { withinLines, withinColumns }: RequiredRule): boolean {
  return (
    (withinLines === undefined || Math.abs(one.line - other.line) <= withinLines) &&
    (withinColumns === undefined || Math.abs(one.column - other.column) <= withinColumns)
  );
}

const isGeneric = ({ rule }: GitleaksMatch): boolean => rule.id.toLowerCase().includes("generic");

/** A generic rule says nothing where another one names the same thing on the same line. */
function withoutGeneric(found: readonly GitleaksMatch[]): GitleaksMatch[] {
  return found.filter((one) => !isGeneric(one) || !found.some((other) => !isGeneric(other) && other.line === one.line && other.secret.includes(one.secret)));
}

/** A search by a configuration. A rule that runs too long is told to `onSlow` and left out from then on. */
export function gitleaksSearch(configuration: GitleaksConfiguration, onSlow: (rule: GitleaksRule, path: string, error: RepoError) => void): GitleaksSearch {
  const wantedIn = ruleFilter(configuration.rules.filter(({ regex }) => regex !== undefined));
  const byId = new Map(configuration.rules.map((rule) => [rule.id, rule]));
  const off = new Set<GitleaksRule>();
  const find = (rule: GitleaksRule, searched: SearchedText): GitleaksMatch[] => {
    if (off.has(rule)) return [];
    try {
      return findByRule(rule, configuration, searched);
    } catch (error) {
      if (!isRepoError(error) || error.code !== "PATTERN_TOO_SLOW") throw error;
      off.add(rule);
      onSlow(rule, searched.path, error);
      return [];
    }
  };
  const isAllowed = (path: string, commit: string | undefined): boolean => configuration.allowlists.some((list) => allowsFile(list, path, commit));
  return {
    forbids(path, commit) {
      const rules = configuration.rules.filter((rule) => rule.regex === undefined && rule.path?.(path) === true && !rule.skipReport);
      return rules.length === 0 || isAllowed(path, commit) ? [] : rules.filter(({ allowlists }) => !allowlists.some((list) => allowsFile(list, path, commit)));
    },
    find(searched) {
      if (isAllowed(searched.path, searched.commit)) return [];
      const found: GitleaksMatch[] = [];
      for (const rule of wantedIn(searched.text)) {
        if (rule.skipReport) continue;
        const own = find(rule, searched);
        if (own.length === 0 || rule.required.length === 0) {
          for (const one of own) found.push(one);
          continue;
        }
        const others = rule.required.map((required) => ({ required, matches: find(byId.get(required.id) ?? rule, searched) }));
        for (const one of own) if (others.every(({ required, matches }) => matches.some((other) => isNear(one, other, required)))) found.push(one);
      }
      return withoutGeneric(found);
    },
  };
}
