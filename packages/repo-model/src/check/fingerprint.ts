// Fingerprints: a finding's identity without line numbers and without secrets.
import { createHash } from "node:crypto";
import { lineRangeAt, sourceOf } from "../text/index.js";
import type { RawFinding } from "./check.js";

/** The text that identifies the place: what the rule gave, else the line with its white space folded. */
function placeText(finding: RawFinding): string {
  const source = sourceOf(finding.at);
  const line = finding.fingerprintText ?? (source === undefined ? "" : source.text.slice(...lineRangeAt(source, finding.at.range[0])));
  return line.trim().replace(/\s+/g, " ");
}

/**
 * Gives each finding its fingerprint: a hash of rule, path, normalised line and, where a line occurs more than once, its
 * ordinal. `place` is the same without path and ordinal. `findings` are in the order of the report.
 */
export function withFingerprints<F extends RawFinding & { readonly rule: string }>(
  findings: readonly F[],
): (F & { readonly fingerprint: string; readonly place: string })[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const text = placeText(finding);
    const key = JSON.stringify([finding.rule, finding.at.path, text]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    const fingerprint = createHash("sha256").update(key).update(`\0${ordinal}`).digest("hex").slice(0, 32);
    const place = createHash("sha256")
      .update(JSON.stringify([finding.rule, text]))
      .digest("hex")
      .slice(0, 16);
    return { ...finding, fingerprint, place };
  });
}
