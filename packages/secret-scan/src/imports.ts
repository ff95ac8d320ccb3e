// What the repository has of other scanners: gitleaks' configuration, ignore file and baseline, and the baseline of detect-secrets.
import type { Context } from "@caio/repo-model/check";
import { isRepoError, RepoError, repoPath, type RepoPath, type SourceText } from "@caio/repo-model/text";
import { defaults, type SecretScanOptions } from "./defaults.js";
import type { AcceptedValues } from "./detect-secrets/baseline.js";
import type { BaselineEntry } from "./gitleaks/baseline.js";
import type { GitleaksConfiguration } from "./gitleaks/configuration.js";
import type { IgnoreEntry } from "./gitleaks/ignore-file.js";
import type { GitleaksSearch } from "./gitleaks/search.js";

export interface Imports {
  readonly configuration?: GitleaksConfiguration;
  /** Absent where the configuration has no rules of its own. */
  readonly search?: GitleaksSearch;
  readonly ignored: readonly IgnoreEntry[];
  readonly baseline: readonly BaselineEntry[];
  readonly accepts?: AcceptedValues;
  /** The files themselves: they are not scanned. */
  readonly files: readonly RepoPath[];
}

/** A file that the options name, and what is made of it; a fault is a trouble, and the scan goes on without. */
async function opened<T>(context: Context, name: string, standard: string, read: (source: SourceText) => Promise<T> | T): Promise<T | undefined> {
  if (name === "") return undefined;
  try {
    const source = await context.files.text(repoPath(name));
    if (source !== undefined) return await read(source);
    // What is named on purpose has to be there.
    if (name !== standard) throw new RepoError("FILE_MISSING", `\`${name}\`, which the options of secret-scan name, is not there.`);
  } catch (error) {
    if (!isRepoError(error)) throw error;
    context.trouble(error);
  }
  return undefined;
}

async function searchOf(context: Context, configuration: GitleaksConfiguration | undefined): Promise<GitleaksSearch | undefined> {
  if (configuration === undefined || configuration.rules.length === 0) return undefined;
  const { gitleaksSearch } = await import("./gitleaks/search.js");
  return gitleaksSearch(configuration, ({ id }, path, error) =>
    context.trouble(
      new RepoError("PATTERN_TOO_SLOW", `The rule \`${id}\` of the gitleaks configuration ran too long in \`${path}\`, and is left out from there on.`, {
        hint: error.hint,
      }),
    ),
  );
}

/** Reads what is there; nothing more is loaded where there is nothing. */
export async function openImports(context: Context, { gitleaks, detectSecrets }: SecretScanOptions): Promise<Imports> {
  const configuration = await opened(context, gitleaks.config, defaults.gitleaks.config, async (source) =>
    (await import("./gitleaks/read-configuration.js")).readGitleaksConfiguration(source, {
      text: (path) => context.files.text(path),
      trouble: (error) => context.trouble(error),
    }),
  );
  const ignored = await opened(context, gitleaks.ignore, defaults.gitleaks.ignore, async (source) =>
    (await import("./gitleaks/ignore-file.js")).readIgnoreFile(source),
  );
  const baseline = await opened(context, gitleaks.baseline, defaults.gitleaks.baseline, async (source) =>
    (await import("./gitleaks/baseline.js")).readBaselineReport(source),
  );
  const accepts = await opened(context, detectSecrets.baseline, defaults.detectSecrets.baseline, async (source) =>
    (await import("./detect-secrets/baseline.js")).readDetectSecretsBaseline(source),
  );
  const search = await searchOf(context, configuration);
  const named = [gitleaks.config, gitleaks.ignore, gitleaks.baseline, detectSecrets.baseline];
  return {
    ignored: ignored ?? [],
    baseline: baseline ?? [],
    files: named.filter((name) => name !== "").flatMap((name) => safePath(name) ?? []),
    ...(configuration === undefined ? {} : { configuration }),
    ...(search === undefined ? {} : { search }),
    ...(accepts === undefined ? {} : { accepts }),
  };
}

function safePath(name: string): RepoPath | undefined {
  try {
    return repoPath(name);
  } catch {
    return undefined;
  }
}
