// Who settles a candidate: the options, a comment on its line, `.caio/allow`, and what other scanners' files accept.
import type { Context } from "@caio/repo-model/check";
import { isRepoError, RepoError, type RepoPath } from "@caio/repo-model/text";
import type { AllowBook } from "./allow.js";
import type { SecretScanOptions } from "./defaults.js";
import { sightingsOf, type Sighting } from "./facts.js";
import { allowsFile, allowsFinding } from "./gitleaks/allowlist.js";
import { speaksOf } from "./gitleaks/applies.js";
import type { GitleaksAllowlist } from "./gitleaks/configuration.js";
import type { Imports } from "./imports.js";
import { providers } from "./providers/index.js";

/** Says by what a candidate is settled, as it is shown to people; undefined where it is left. */
export type SettledBy = (sighting: Sighting) => Promise<string | undefined>;

// The words by which users of gitleaks and detect-secrets mark a line, and the line above.
const marked = /gitleaks:allow|pragma: ?(?:allow|white)list[ -]secret/i;
const markedNext = /^\s*(?:#|\/\/|\/\*|'|--|<!--[#\s]*) *pragma: ?allowlist[ -]nextline[ -]secret/i;

function isMarked({ source, at }: Sighting): boolean {
  for (let line = at.start.line; line <= at.end.line; line++) if (marked.test(source.text.slice(...(source.lineRange(line) ?? [0, 0])))) return true;
  const above = source.lineRange(at.start.line - 1);
  return above !== undefined && markedNext.test(source.text.slice(...above));
}

/** What the options settle. Throws `PATTERN_INVALID` for a pattern that cannot be read. */
async function byOptions({ allow, providersOff }: SecretScanOptions, context: Context): Promise<(sighting: Sighting) => boolean> {
  const off = new Set(providersOff);
  for (const id of off) {
    if (providers.some((provider) => provider.id === id)) continue;
    const { nearest } = await import("@caio/repo-model/config");
    const near = nearest(
      id,
      providers.map((provider) => provider.id),
    );
    context.trouble(
      new RepoError("CONFIG_INVALID", `\`providersOff\` of secret-scan names \`${id}\`, and there is no such provider.`, {
        hint: near === undefined ? "`caio secret-scan rules` lists them." : `Did you mean \`${near}\`?`,
      }),
    );
  }
  const { re2Matcher } = allow.patterns.length === 0 ? { re2Matcher: undefined } : await import("@caio/repo-model/patterns");
  const patterns = re2Matcher === undefined ? [] : allow.patterns.map((pattern) => re2Matcher(`^(?:${pattern})$`));
  return ({ candidate: { provider, value } }) => (provider !== undefined && off.has(provider)) || patterns.some((matches) => matches(value));
}

/** What the gitleaks configuration lets through of caio's own candidates; imported rules ask their allowlists themselves. */
function byConfiguration({ configuration }: Imports): (sighting: Sighting) => boolean {
  if (configuration === undefined) return () => false;
  const { allowlists, disabledRules, ofDefaultRules } = configuration;
  return ({ candidate, source, at }) => {
    if (candidate.kind === "custom-secret") return false;
    if (disabledRules.some((rule) => (/generic/.test(rule) || rule === "private-key" || rule === candidate.provider) && speaksOf(rule, candidate))) return true;
    const [from, to] = [source.lineRange(at.start.line)?.[0] ?? 0, source.lineRange(at.end.line)?.[1] ?? source.text.length];
    const secret = source.text.slice(...at.range);
    const target = { secret, match: secret, line: source.text.slice(from, to) };
    const lists: GitleaksAllowlist[] = [...allowlists];
    for (const [rule, own] of ofDefaultRules) if (speaksOf(rule, candidate)) lists.push(...own);
    return lists.some((list) => allowsFile(list, at.path, at.commit) || allowsFinding(list, target, at.path, at.commit));
  };
}

/** What `.gitleaksignore` accepts: a line of a file, or the value that stood at a line in a commit. */
function byIgnoreFile({ ignored }: Imports, context: Context): (sighting: Sighting) => Promise<boolean> {
  const values = new Map<string, Promise<ReadonlySet<string>>>();
  const valuesAt = async (commit: string, path: RepoPath, lines: readonly number[]): Promise<ReadonlySet<string>> => {
    const bytes = await context.git
      ?.tree(commit)
      .bytes(path)
      .catch((error: unknown) => {
        // A commit that is not in this clone accepts nothing here.
        if (!isRepoError(error)) throw error;
        return undefined;
      });
    if (bytes === undefined) return new Set();
    return new Set(sightingsOf(path, bytes).flatMap(({ at, candidate }) => (lines.includes(at.start.line) ? [candidate.value] : [])));
  };
  return async ({ candidate, at }) => {
    const entries = ignored.filter(({ path }) => path === at.path);
    const [line, rule] = candidate.kind === "custom-secret" && "rule" in candidate ? [candidate.line, candidate.rule] : [at.start.line, undefined];
    if (entries.some((entry) => entry.commit === undefined && entry.line === line && (rule === undefined || entry.rule === rule))) return true;
    for (const { commit } of entries) {
      if (commit === undefined) continue;
      const lines = entries.filter((entry) => entry.commit === commit).map((entry) => entry.line);
      if (at.commit?.startsWith(commit) === true && lines.includes(line)) return true;
      const key = `${commit} ${at.path}`;
      if (!values.has(key)) values.set(key, valuesAt(commit, at.path, lines));
      if ((await values.get(key))?.has(candidate.value) === true) return true;
    }
    return false;
  };
}

/** Whether a report of gitleaks holds a value, or, where it was redacted, its line. */
function byBaseline({ baseline }: Imports): (sighting: Sighting) => boolean {
  return ({ candidate, source, at }) => {
    const value = source.text.slice(...at.range);
    return baseline.some(
      ({ path, match, line, rule }) =>
        path === at.path &&
        (match === undefined
          ? line === at.start.line && (!("rule" in candidate) || candidate.rule === rule)
          : value !== "" && (match.includes(value) || value.includes(match))),
    );
  };
}

/** Asks one after the other, the slow hash of the allow file last. */
export async function settler(context: Context, options: SecretScanOptions, imports: Imports, book: AllowBook): Promise<SettledBy> {
  const isOption = await byOptions(options, context);
  const isConfigured = byConfiguration(imports);
  const isIgnored = byIgnoreFile(imports, context);
  const isKnown = byBaseline(imports);
  return async (sighting) => {
    const { candidate, at } = sighting;
    if (isOption(sighting)) return "settled by the options";
    if (isMarked(sighting)) return "settled by a comment";
    if (isConfigured(sighting)) return `let through by \`${options.gitleaks.config}\``;
    if (await isIgnored(sighting)) return `accepted in \`${options.gitleaks.ignore}\``;
    if (isKnown(sighting)) return `accepted in \`${options.gitleaks.baseline}\``;
    if (imports.accepts?.(at.path, candidate.value) === true) return `accepted in \`${options.detectSecrets.baseline}\``;
    const entry = book.entryFor(candidate.kind, at.path, candidate.value);
    return entry === undefined ? undefined : `settled as ${entry.label}: ${entry.reason}`;
  };
}
