// Fingerprints: a finding's identity without line numbers and without secrets.
import type { Hash } from "node:crypto";
import { lineRangeAt, sourceOf, type SourceText } from "../text/index.js";
import type { RawFinding } from "./check.js";
import type { GuardedText } from "./finding.js";
import type { Identity } from "./whole-finding.js";

/** The text that identifies the place: what the rule gave, else the line with its white space folded. */
function placeText({ at, fingerprintText }: Ruled): string {
  if (typeof fingerprintText === "string") return folded(fingerprintText);
  if (fingerprintText !== undefined) return folded(`${fingerprintText.text} ${slowHash(fingerprintText)}`);
  const source = sourceOf(at);
  if (source === undefined) return "";
  // Many findings on one long line: it is folded once.
  const range = lineRangeAt(source, at.range[0]);
  if (last?.source !== source || last.start !== range[0]) last = { source, start: range[0], text: folded(source.text.slice(...range)) };
  return last.text;
}

/** Loaded with the first fingerprint: most runs do without. */
const crypto = (): typeof import("node:crypto") => (loaded ??= process.getBuiltinModule("node:crypto"));
let loaded: typeof import("node:crypto") | undefined;

/** scrypt (RFC 7914, N 4,096): who reads a fingerprint cannot find the value by trying. */
const slowHash = ({ value, salt }: GuardedText): string => crypto().scryptSync(Buffer.from(value, "latin1"), salt, 16, { N: 4096 }).toString("hex");

const folded = (line: string): string => line.trim().replace(/\s+/g, " ");
let last: { readonly source: SourceText; readonly start: number; readonly text: string } | undefined;

/** What the findings of a rule on one text share; `count` is how many there were. `begun` has read a long text, which is hashed once. */
interface Place {
  readonly start: string;
  readonly begun: Hash | undefined;
  readonly place: string;
  count: number;
}

/** Texts that are hashed whole each time: that costs less than a hash that is begun and copied. */
const shortText = 2000;

function placeOf({ rule, at }: Ruled, text: string): Place {
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

/** What an identity is made of. */
type Ruled = Pick<RawFinding, "at"> & { readonly rule: string; readonly fingerprintText?: RawFinding["fingerprintText"] | undefined };

/** The identities of findings in the order of the report. All are made when the first is asked for: equal lines are told apart by their order. */
class Identities {
  private made: readonly Identity[] | undefined;

  constructor(private readonly findings: readonly Ruled[]) {}

  /** Of the finding at `index`. */
  of(index: number): Identity {
    return (this.made ??= this.make())[index] as Identity;
  }

  private make(): readonly Identity[] {
    // By rule and path first, of which there are few; the text is one object for the findings of a line: a long line is hashed once, not for each of them.
    const seen = new Map<string, Map<string, Place>>();
    return this.findings.map((finding) => {
      const text = placeText(finding);
      const whose = `${finding.rule}\0${finding.at.path}`;
      let ofRule = seen.get(whose);
      if (ofRule === undefined) seen.set(whose, (ofRule = new Map()));
      let own = ofRule.get(text);
      if (own === undefined) ofRule.set(text, (own = placeOf(finding, text)));
      return { fingerprint: fingerprintOf(own), place: own.place };
    });
  }
}

/** One of many identities, as it is asked for. */
class LateIdentity implements Identity {
  readonly #all: Identities;
  readonly #index: number;

  constructor(all: Identities, index: number) {
    this.#all = all;
    this.#index = index;
  }

  get fingerprint(): string {
    return this.#all.of(this.#index).fingerprint;
  }

  get place(): string | undefined {
    return this.#all.of(this.#index).place;
  }
}

/** The identity of each finding: see `withFingerprints`. Hashed when somebody asks for the first. */
export function identitiesOf(findings: readonly Ruled[]): readonly Identity[] {
  const all = new Identities(findings);
  return findings.map((_, index) => new LateIdentity(all, index));
}

/**
 * Gives each finding its fingerprint: a hash of rule, path, normalised line and, where a line occurs more than once, its
 * ordinal. `place` is the same without path and ordinal. `findings` are in the order of the report.
 */
export function withFingerprints<F extends Ruled>(findings: readonly F[]): (F & Identity)[] {
  const all = new Identities(findings);
  return findings.map((finding, index) => ({ ...finding, ...all.of(index) }));
}
