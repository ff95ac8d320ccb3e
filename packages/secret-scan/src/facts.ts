// What the rules see: the candidates of one file with their places, or the state of the allow file.
import type { Draft, GuardedText } from "@caio/repo-model/check";
import { decodeText, fromBytes, lineRangeAt, sourceText, type Location, type Range, type RepoPath, type SourceText } from "@caio/repo-model/text";
import type { AllowEntry } from "./allow.js";
import type { SecretScanOptions } from "./defaults.js";
import type { Candidate, Kind } from "./detect/candidate.js";
import { importedCandidates, type ImportedCandidate } from "./gitleaks/candidates.js";
import type { GitleaksSearch } from "./gitleaks/search.js";
import { drawnHash, isDrawn } from "./judge/value-hash.js";
import { maskOfKind, maskText, maskValue, rememberSecret } from "./mask.js";
import { placeholderFix } from "./placeholder-fix.js";
import { scanBytes, workOfFile } from "./scan.js";

/** A candidate with its place. */
export interface Sighting {
  readonly candidate: Candidate | ImportedCandidate;
  readonly source: SourceText;
  readonly at: Location;
}

export interface ScanFacts {
  readonly sightings: readonly Sighting[];
  /** Entries of the allow file that held for nothing, once all files were read. */
  readonly idle: readonly {
    readonly entry: AllowEntry;
    readonly at: Location;
    readonly lineWithEnd: Range;
    readonly isExpired: boolean;
  }[];
}

/** Gives the units of a text before an offset of its bytes; quick where offsets rise. */
function unitCounter(bytes: Uint8Array, text: string): (at: number) => number {
  // Every character has one byte, or its bytes were escaped one by one.
  if (bytes.length === text.length) return (at) => at;
  let byte = 0;
  let units = 0;
  return (at) => {
    if (at < byte) byte = units = 0;
    // A piece is cut behind a byte of ASCII: no character spans it.
    let cut = at;
    while (cut > byte && (bytes[cut - 1] ?? 0) > 127) cut--;
    units += fromBytes(bytes.subarray(byte, cut)).length;
    byte = cut;
    return units + (cut === at ? 0 : fromBytes(bytes.subarray(cut, at)).length);
  };
}

/** What a file is looked at with. */
export interface SightingOptions {
  /** Names the state, for history. */
  readonly commit?: string;
  /** The rules of the gitleaks configuration. */
  readonly search?: GitleaksSearch;
  /** How often what was decoded is decoded again. */
  readonly decodeDepth?: number;
  /** Hears that a file is made of so many names that not all of them were looked at; without it, all are. */
  readonly onPartly?: () => void;
}

/** How a file is told that was looked at in part. */
export const partly = "too many names of secrets: beyond them only tokens were looked for";

/** The candidates of a file; their places are made when they are first asked for, while the bytes still hold. UTF-16 is read by its mark. */
export function sightingsOf(path: RepoPath, bytes: Uint8Array, { commit, search, decodeDepth, onPartly }: SightingOptions = {}): Sighting[] {
  const isWide = bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
  const wide = isWide ? decodeText(bytes).text : undefined;
  const scanned = wide === undefined ? bytes : Buffer.from(wide, "utf8");
  const work = onPartly === undefined ? { left: Infinity } : workOfFile();
  const own = scanBytes(path, scanned, { work, ...(decodeDepth === undefined ? {} : { decodeDepth }) });
  if (work.left < 0) onPartly?.();
  const candidates: readonly (Candidate | ImportedCandidate)[] =
    search === undefined ? own : [...own, ...importedCandidates(search, path, scanned, commit, decodeDepth)];
  const opened = textOnce(() => {
    const text = wide ?? fromBytes(scanned);
    return { source: sourceText(path, text, commit === undefined ? {} : { commit }), offset: unitCounter(scanned, text) };
  });
  return candidates.map((candidate) => sighting(candidate, opened));
}

interface OpenedText {
  readonly source: SourceText;
  /** The units before an offset of the bytes. */
  readonly offset: (at: number) => number;
}

/** Most files have placeholders alone, of which nobody asks where they stand: a text costs three times the memory of its bytes. */
function textOnce(open: () => OpenedText): () => OpenedText {
  let opened: OpenedText | undefined;
  return () => (opened ??= open());
}

/** A hostile file has millions of candidates, of which a few are told: a place is made when it is asked for. */
function sighting(candidate: Sighting["candidate"], opened: () => OpenedText): Sighting {
  let at: Location | undefined;
  return {
    candidate,
    get source() {
      return opened().source;
    },
    get at() {
      const { source, offset } = opened();
      return (at ??= source.at([offset(candidate.start), offset(candidate.end)]));
    },
  };
}

/** Lines above it are no lines that a person wrote: what stands this far around a value tells its place. */
const longestLine = 8192;
const around = 1024;

/** A hash that is slow to try costs some ten milliseconds: a file with more values that a person may have thought of gets by without their hashes. */
const mostSlow = 100;

/** Whether a text has more values left to judge than are hashed slowly: the same in each run over the same text, whatever else the run reads. */
function manySlow(sightings: readonly Sighting[]): (source: SourceText) => boolean {
  let counts: Map<SourceText, number> | undefined;
  return (source) => {
    if (counts === undefined) {
      counts = new Map();
      for (const { candidate, source: own } of sightings)
        if (candidate.label !== "placeholder" && !isDrawn(candidate.value)) counts.set(own, (counts.get(own) ?? 0) + 1);
    }
    return (counts.get(source) ?? 0) > mostSlow;
  };
}

/**
 * The line with the value put out, and a hash of the value salted with rule and path: a changed secret is a new finding, and who reads a baseline
 * cannot find it by trying.
 */
function fingerprintText({ candidate, source, at }: Sighting, isOneOfMany: boolean): string | GuardedText {
  const [from, to] = lineRangeAt(source, at.range[0]);
  const after = Math.min(at.range[1], to);
  const isLong = to - from > longestLine;
  const before = source.text.slice(isLong ? Math.max(from, at.range[0] - around) : from, at.range[0]);
  const text = maskText(`${before}\0${source.text.slice(after, isLong ? Math.min(to, after + around) : to)}`);
  const { value } = candidate;
  const salt = `${candidate.kind} ${at.path}`;
  if (isDrawn(value)) return `${text} ${drawnHash(value, salt)}`;
  return isOneOfMany ? text : { text, value, salt };
}

const advice: Readonly<Record<Kind, string>> = {
  "provider-token": "Revoke it",
  "private-key": "Replace the key pair",
  "connection-string": "Change the password",
  "credential-file": "Change it",
  authorization: "Revoke or change it",
  "generic-secret": "Revoke or change it",
  "custom-secret": "Revoke or change it",
};

/** `An` before a vowel that is heard: an AWS key, an npm token, an X token. */
const article = (title: string): string => (/^(?:[AEIOaeio]|npm|NVIDIA|X |xAI)/.test(title) ? "An" : "A");

/** The source as a report may show it: every value that may be a secret is masked, so that positions stay. */
const shownSources = new WeakMap<SourceText, SourceText>();
function shownSource(source: SourceText, sightings: readonly Sighting[]): SourceText {
  let shown = shownSources.get(source);
  if (shown !== undefined) return shown;
  const own = sightings.filter((one) => one.source === source);
  const parts: string[] = [];
  let from = 0;
  for (const { candidate, at } of own.toSorted((a, b) => a.at.range[0] - b.at.range[0])) {
    const [start, end] = [Math.max(from, at.range[0]), at.range[1]];
    if (start >= end || candidate.label === "placeholder" || candidate.label === "public") continue;
    parts.push(source.text.slice(from, start), maskOfKind(candidate.kind, source.text.slice(start, end)));
    from = end;
  }
  const { commit } = own[0]?.at ?? {};
  shown = sourceText(source.path, parts.join("") + source.text.slice(from), commit === undefined ? {} : { commit });
  shownSources.set(source, shown);
  return shown;
}

/** The findings of one kind: secrets by the rule's severity, other labels that the options ask for as notes. */
export function* draftsOf(kind: Kind, { sightings }: ScanFacts, { report }: SecretScanOptions): Iterable<Draft> {
  const isMany = manySlow(sightings);
  for (const sighting of sightings) {
    const { candidate, at } = sighting;
    const { label, reason, title, value, provider, name, revoke } = candidate;
    if (candidate.kind !== kind || !report.includes(label)) continue;
    const shown = kind === "private-key" ? "" : ` \`${maskValue(value.slice(0, 64)).slice(0, 20)}\``;
    const isSecret = label === "secret";
    if (isSecret && kind !== "private-key") rememberSecret(sighting.source.text.slice(...at.range));
    const fix = label === "example" ? placeholderFix(sighting) : undefined;
    const source = shownSource(sighting.source, sightings);
    const place = source.at(kind === "private-key" ? [at.range[0], Math.min(at.range[1], lineRangeAt(source, at.range[0])[1])] : at.range);
    yield {
      message: `${article(title)} ${title}${shown} ${isSecret ? "stands here" : `is taken for ${label === "hash" ? "a hash" : label}`}: ${reason}.`,
      at: place,
      help: isSecret
        ? `${advice[kind]}${revoke === undefined ? "" : ` at ${revoke}`}, and read it from the environment. If it is no secret: \`caio secret-scan triage --label example --reason "…" ${at.path}:${at.start.line}\`.`
        : label === "example"
          ? "`--fix-suggested` writes a placeholder in its place, which no scanner takes for a secret."
          : "Nothing is to be done.",
      fingerprintText: fingerprintText(sighting, isMany(sighting.source)),
      data: {
        label,
        reason,
        ...("rule" in candidate ? { rule: candidate.rule } : {}),
        ...(provider === undefined ? {} : { provider }),
        ...(name === undefined ? {} : { name }),
      },
      ...(isSecret ? {} : { severity: "note" as const }),
      ...(fix === undefined ? {} : { fix }),
    };
  }
}
