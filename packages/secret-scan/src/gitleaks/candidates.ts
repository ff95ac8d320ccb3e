// What the rules of a gitleaks configuration find in a file, as candidates.
import { fromBytes, toBytes } from "@caio/repo-model/text";
import type { Candidate } from "../detect/candidate.js";
import { decodedOnce, originalOf, partsAt, type DecodedText } from "./decoded.js";
import { fragments } from "./fragments.js";
import type { GitleaksRule } from "./configuration.js";
import { lineCounter, type GitleaksMatch, type GitleaksSearch, type SearchedText } from "./search.js";

/** A candidate of an imported rule; `line` is that of the match, by which gitleaks' ignore files name it. */
export interface ImportedCandidate extends Candidate {
  readonly kind: "custom-secret";
  readonly rule: string;
  readonly line: number;
  /** What was found where it stands encoded; `value` is what stands there. */
  readonly decoded?: string;
}

const reasonOf = ({ description }: GitleaksRule): string =>
  description === "" ? "a rule of the gitleaks configuration says so" : `the gitleaks configuration says: ${description.replace(/\.$/, "")}`;

/** A file that may not be there: its path is what is settled. */
function forbidden(rule: GitleaksRule, path: string): ImportedCandidate {
  const title = `file that \`${rule.id}\` forbids`;
  return {
    kind: "custom-secret",
    start: 0,
    end: 0,
    value: Buffer.from(path).toString("latin1"),
    title,
    label: "secret",
    reason: reasonOf(rule),
    rule: rule.id,
    line: 0,
  };
}

function candidateOf({ rule, start, line, secret, match }: GitleaksMatch, text: string, from: number, firstLine: number): ImportedCandidate {
  const isWhole = secret === "";
  const at = start + (isWhole ? 0 : Math.max(0, match.lastIndexOf(secret)));
  const isPlain = Buffer.byteLength(text) === text.length;
  const offset = (unit: number): number => from + (isPlain ? unit : toBytes(text.slice(0, unit)).length);
  const [begin, end] = [offset(at), offset(at + (isWhole ? match : secret).length)];
  return {
    kind: "custom-secret",
    start: begin,
    end,
    value: Buffer.from(toBytes(isWhole ? match : secret)).toString("latin1"),
    title: `match of \`${rule.id}\``,
    label: "secret",
    reason: reasonOf(rule),
    rule: rule.id,
    line: firstLine + line,
  };
}

/** What the rules find in what a text encodes, where that stands. */
function encodedMatches(search: GitleaksSearch, searched: SearchedText, depth: number): { readonly match: GitleaksMatch; readonly decoded: string }[] {
  const found: { readonly match: GitleaksMatch; readonly decoded: string }[] = [];
  const lineAt = lineCounter(searched.text);
  let pass: DecodedText | undefined = { text: searched.text, parts: [] };
  for (let round = 0; round < depth && pass !== undefined; round++) {
    pass = decodedOnce(pass);
    if (pass === undefined) break;
    for (const match of search.find({ ...searched, text: pass.text })) {
      const parts = partsAt(pass.parts, [match.start, match.end]);
      if (parts.length === 0) continue;
      const [start, end] = originalOf(parts, [match.start, match.end]);
      const { line } = lineAt(start);
      found.push({ match: { ...match, start, end, line, secret: "", match: searched.text.slice(start, end) }, decoded: match.secret });
    }
  }
  return found;
}

/** The candidates in a file's bytes: files that a rule forbids, and what the rules find, piece by piece, also in what is encoded `depth` times. */
export function importedCandidates(search: GitleaksSearch, path: string, bytes: Uint8Array, commit?: string, depth = 0): ImportedCandidate[] {
  const found: ImportedCandidate[] = search.forbids(path, commit).map((rule) => forbidden(rule, path));
  let line = 1;
  for (const [start, end] of fragments(bytes)) {
    const piece = bytes.subarray(start, end);
    const text = fromBytes(piece);
    const searched = { path, text, ...(commit === undefined ? {} : { commit }) };
    for (const match of search.find(searched)) found.push(candidateOf(match, text, start, line));
    if (depth > 0) for (const { match, decoded } of encodedMatches(search, searched, depth)) found.push({ ...candidateOf(match, text, start, line), decoded });
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) line++;
  }
  return found;
}
