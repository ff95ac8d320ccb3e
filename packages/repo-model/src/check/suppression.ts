// Suppressions in the files themselves: `caio-ignore RULE: reason` in a comment, on the line or the line above.
import { lineRangeAt, type Location, type RepoPath, type SourceText } from "../text/index.js";

/** One `caio-ignore` comment. `line` is where it stands; it holds for this line and the next. */
export interface InlineSuppression {
  readonly rule: string;
  readonly reason: string;
  readonly line: number;
  readonly at: Location;
}

/** What every suppression begins with: texts without it are not looked at. */
export const suppressionWord = "caio-ignore";

// In Markdown and HTML only a comment counts: documents may speak of suppressions.
const markup = /<!--\s*caio-ignore\s+([a-z-]+\/[a-z-]+)\s*(?::[ \t]*([^\r\n]*?))?\s*-->/g;
const comment = /(?:#|\/\/|\/\*|<!--|--|;|%|\*|')[ \t]*caio-ignore[ \t]+([a-z-]+\/[a-z-]+)[ \t]*(?::[ \t]*([^\r\n]*?))?[ \t]*(?:\*\/|-->)?[ \t]*$/gm;

/** The suppressions of one file, in order. Those without a reason have an empty one: they do not hold, and are reported. */
export function findSuppressions(source: SourceText): InlineSuppression[] {
  if (!source.namesCaio || !source.text.includes(suppressionWord)) return [];
  const expression = /\.(?:md|markdown|mdx|html?)$/i.test(source.path) ? markup : comment;
  const found: InlineSuppression[] = [];
  for (const match of source.text.matchAll(expression)) {
    const start = match.index + match[0].indexOf(suppressionWord);
    const at = source.at([start, Math.max(start, Math.min(match.index + match[0].length, lineRangeAt(source, start)[1]))]);
    found.push({ rule: match[1] ?? "", reason: (match[2] ?? "").trim(), line: at.start.line, at });
  }
  return found;
}

/** A suppression at the end of a run: whether a finding used it, and what is wrong with it where none did. */
export interface SuppressionUse {
  readonly rule: string;
  readonly at: Location;
  readonly isUsed: boolean;
  /** `bare`: it gives no reason and so holds nothing. */
  readonly fault: "unused" | "bare" | "expired";
  readonly expires?: string;
}

/** Files with the suppressions that stand in them. */
export type Suppressions = readonly (readonly [RepoPath, readonly InlineSuppression[]])[];

/** The suppressions of all files of a run, and which of them were used. */
export class SuppressionBook {
  private readonly byPath = new Map<RepoPath, readonly InlineSuppression[]>();
  /** Those of a file that hold, by line and rule: found once for its many findings. */
  private readonly holding = new WeakMap<readonly InlineSuppression[], ReadonlyMap<string, InlineSuppression>>();
  private readonly used = new Set<InlineSuppression>();

  /** Takes in a file once. */
  note(source: SourceText): void {
    if (!this.byPath.has(source.path)) this.byPath.set(source.path, findSuppressions(source));
  }

  /** The files that hold suppressions, with these. */
  entries(): Suppressions {
    return [...this.byPath].filter(([, entries]) => entries.length > 0);
  }

  /** Takes in what another book holds of files that this one does not know. */
  join(entries: Suppressions): void {
    for (const [path, those] of entries) if ((this.byPath.get(path) ?? []).length === 0) this.byPath.set(path, those);
  }

  /** Whether a finding is suppressed where it stands. */
  suppresses(rule: string, at: Location): boolean {
    const entries = this.byPath.get(at.path);
    if (entries === undefined || entries.length === 0) return false;
    let held = this.holding.get(entries);
    if (held === undefined) {
      // The first of a line and rule: a map keeps the last.
      const all = entries.filter(({ reason }) => reason !== "").toReversed();
      this.holding.set(entries, (held = new Map(all.map((entry) => [`${entry.line} ${entry.rule}`, entry]))));
    }
    const { line } = at.start;
    const match = held.get(`${line - 1} ${rule}`) ?? held.get(`${line} ${rule}`);
    if (match !== undefined) this.used.add(match);
    return match !== undefined;
  }

  /** All that stand in the files that were read, by path. */
  *uses(): Iterable<SuppressionUse> {
    for (const [, entries] of this.entries().toSorted(([a], [b]) => (a < b ? -1 : 1)))
      for (const entry of entries) yield { rule: entry.rule, at: entry.at, isUsed: this.used.has(entry), fault: entry.reason === "" ? "bare" : "unused" };
  }
}
