// The configuration as it is in force.
import type { Severity } from "../check/finding.js";
import type { Location, RepoPath, SourceText } from "../text/index.js";

/** One entry of `suppress`. */
export interface Suppression {
  readonly rule: string;
  readonly path: string;
  readonly pointer?: string;
  readonly fingerprint?: string;
  readonly reason: string;
  /** A date, `YYYY-MM-DD`. */
  readonly expires?: string;
  readonly at: Location;
}

/** One entry of `overrides`; the last one that names a rule, or an option, decides. `options` is absent where it changes none. */
export interface Override {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly at: Location;
}

/** What one check's section says. `raw` is the section without `rules` and `overrides`, for the check's own schema. */
export interface SectionSettings {
  readonly raw: Readonly<Record<string, unknown>>;
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly overrides: readonly Override[];
  /** The place of the value at a key path in the section, or of its last key; of the deepest part that is there. */
  locate(path: readonly (string | number)[], part?: "key" | "value"): Location | undefined;
}

/** A configuration file, read; each section still waits for its check's own schema. */
export interface Configuration {
  /** Absent where there is no configuration file. */
  readonly source?: SourceText;
  readonly path?: RepoPath;
  readonly ignore: readonly string[];
  /** Where each entry of `ignore` stands. */
  readonly ignoreAt: readonly Location[];
  readonly suppress: readonly Suppression[];
  readonly sections: ReadonlyMap<string, SectionSettings>;
}
