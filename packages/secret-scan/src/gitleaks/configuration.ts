// What a gitleaks configuration says, with its patterns ready to be used. Source: gitleaks 8.30, README and `config/`.
import type { TextFinder, TextMatcher } from "@caio/repo-model/patterns";

/** What is let through: by commit, path, pattern or word. */
export interface GitleaksAllowlist {
  /** Whether every part that is there must hold, or any one. */
  readonly condition: "or" | "and";
  /** Ids of commits in lower case. */
  readonly commits: ReadonlySet<string>;
  readonly path?: TextMatcher;
  readonly regex?: TextMatcher;
  /** What `regex` is held against. */
  readonly regexTarget: "secret" | "match" | "line";
  /** In lower case; looked for in the secret. */
  readonly stopWords: readonly string[];
}

/** A rule that another one needs nearby. */
export interface RequiredRule {
  readonly id: string;
  readonly withinLines?: number;
  readonly withinColumns?: number;
}

export interface GitleaksRule {
  readonly id: string;
  readonly description: string;
  readonly path?: TextMatcher;
  readonly regex?: TextFinder;
  readonly secretGroup: number;
  /** A secret needs more than that; 0 asks for none. */
  readonly entropy: number;
  /** In lower case; a text without any of them is not searched. */
  readonly keywords: readonly string[];
  readonly allowlists: readonly GitleaksAllowlist[];
  readonly required: readonly RequiredRule[];
  /** It serves as another rule's `required` alone. */
  readonly skipReport: boolean;
}

export interface GitleaksConfiguration {
  readonly rules: readonly GitleaksRule[];
  readonly allowlists: readonly GitleaksAllowlist[];
  /** Whether gitleaks would add its own rules: caio's stand for them. */
  readonly extendsDefault: boolean;
  /** Rules of gitleaks' own that are off. */
  readonly disabledRules: readonly string[];
  /** Allowlists for rules that the file does not define: gitleaks' own. */
  readonly ofDefaultRules: ReadonlyMap<string, readonly GitleaksAllowlist[]>;
}
