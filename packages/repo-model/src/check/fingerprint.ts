// Fingerprints: a finding's identity without line numbers and without secrets.
import type { Hash } from "node:crypto";
import { lineRangeAt, sourceOf, type SourceText } from "../text/index.js";
import type { RawFinding } from "./check.js";

/** The text that identifies the place: what the rule gave, else the line with its white space folded. */
function placeText(finding: RawFinding): string {
  const source = sourceOf(finding.at);
  if (finding.fingerprintText !== undefined) return folded(finding.fingerprintText);
  if (source === undefined) return "";
  // Many findings on one long line: it is folded once.
  const range = lineRangeAt(source, finding.at.range[0]);
  if (last?.source !== source || last.start !== range[0]) last = { source, start: range[0], text: folded(source.text.slice(...range)) };
  return last.text;
}

const folded = (line: string): string => line.trim().replace(/\s+/g, " ");
let last: { readonly source: SourceText; readonly start: number; readonly text: string } | undefined;

/** What the findings of a rule on one text share; `count` is how many there were. `begun` has read a long text, which is hashed once. */
interface Place {
  readonly start: string;
  readonly begun: Hash | undefined;
  readonly place: string;
  count: number;
}

/** Loaded with the first finding: a clean run does without it. */
const crypto = (): typeof import("node:crypto") => (loaded ??= process.getBuiltinModule("node:crypto"));
let loaded: typeof import("node:crypto") | undefined;

/** Texts that are hashed whole each time: that costs less than a hash that is begun and copied. */
const shortText = 2000;

function placeOf({ rule, at }: RawFinding & { readonly rule: string }, text: string): Place {
  const start = JSON.stringify([rule, at.path, text]);
  const begun = start.length > shortText ? crypto().createHash("sha256").update(start) : undefined;
  const place = crypto()
    .hash("sha256", JSON.stringify([rule, text]), "hex")
    .slice(0, 16);
  return { start: begun === undefined ? start : "", begun, place, count: 0 };
}

function fingerprintOf(place: Place): string {
  const ordinal = `\0${place.count++}`;
  const whole = place.begun === undefined ? crypto().hash("sha256", place.start + ordinal, "hex") : place.begun.copy().update(ordinal).digest("hex");
  return whole.slice(0, 32);
}

/**
 * Gives each finding its fingerprint: a hash of rule, path, normalised line and, where a line occurs more than once, its
 * ordinal. `place` is the same without path and ordinal. `findings` are in the order of the report.
 */
export function withFingerprints<F extends RawFinding & { readonly rule: string }>(
  findings: readonly F[],
): (F & { readonly fingerprint: string; readonly place: string })[] {
  // By rule and path first, of which there are few; the text is one object for the findings of a line: a long line is hashed once, not for each of them.
  const seen = new Map<string, Map<string, Place>>();
  return findings.map((finding) => {
    const text = placeText(finding);
    const whose = `${finding.rule}\0${finding.at.path}`;
    let ofRule = seen.get(whose);
    if (ofRule === undefined) seen.set(whose, (ofRule = new Map()));
    let own = ofRule.get(text);
    if (own === undefined) ofRule.set(text, (own = placeOf(finding, text)));
    return { ...finding, fingerprint: fingerprintOf(own), place: own.place };
  });
}
