// The options in force where no configuration says otherwise.
import type { Label } from "./detect/candidate.js";

/** What is known not to be a secret. */
export interface Allow {
  /** Files that are not scanned, by pattern. Prefer an entry of `.caio/allow`: a pattern hides the next secret too. */
  readonly paths: readonly string[];
  /** Regular expressions (RE2's syntax: no look-around, no back-references) that a whole value matches. */
  readonly patterns: readonly string[];
}

/** Files of gitleaks that hold here too, as paths of the repository; "" reads none. */
export interface GitleaksFiles {
  /** Read where it is there: its rules and allowlists. */
  readonly config: string;
  /** Read where it is there: accepted places. */
  readonly ignore: string;
  /** A report in JSON whose findings are accepted. */
  readonly baseline: string;
}

/** Options of secret-scan. */
export interface SecretScanOptions {
  readonly allow: Allow;
  /** Providers whose tokens are not looked for, by id (`caio secret-scan rules`). */
  readonly providersOff: readonly string[];
  /** Labels that are reported: `secret` by the rule's severity, all others as notes. */
  readonly report: readonly Label[];
  /** Files above this size, in bytes, are skipped and counted. */
  readonly maxFileSize: number;
  /** How often base64, hexadecimal digits and percent-encoding are decoded, one inside the other; 0 is off. */
  readonly decodeDepth: number;
  readonly gitleaks: GitleaksFiles;
  /** The baseline of detect-secrets, read where it is there. */
  readonly detectSecrets: { readonly baseline: string };
}

export const defaults: SecretScanOptions = {
  allow: { paths: [], patterns: [] },
  providersOff: [],
  report: ["secret"],
  maxFileSize: 64 * 1024 * 1024,
  decodeDepth: 2,
  gitleaks: { config: ".gitleaks.toml", ignore: ".gitleaksignore", baseline: "" },
  detectSecrets: { baseline: ".secrets.baseline" },
};
