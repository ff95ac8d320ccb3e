// `.caio/allow`: candidates that were settled, by rule, path and a slow hash of the value. A new secret in the same place is still found.
import { addTo, RepoError, repoPath, type RepoPath, type SourceText } from "@caio/repo-model/text";
import { crypto } from "./crypto.js";
import type { Label } from "./detect/candidate.js";
import { isDrawn } from "./judge/value-hash.js";

/** Where the entries stand. */
export const allowPath = repoPath(".caio/allow");

/**
 * One settled candidate: a line `RULE PATH SALT HASH EXPIRES LABEL REASON`. Spaces and percent signs of a path are percent-encoded; `history:` before
 * it says that the value stands in the history alone.
 */
export interface AllowEntry {
  readonly rule: string;
  readonly path: RepoPath;
  readonly isHistory?: boolean;
  readonly salt: string;
  readonly hash: string;
  /** A date, or `-` for never. */
  readonly expires: string;
  readonly label: Label;
  readonly reason: string;
  readonly line: number;
}

const form = /^([a-z-]+) (\S+) ([0-9a-f]{16}) ([0-9a-f]{32}) (-|\d{4}-\d{2}-\d{2}) (secret|placeholder|example|test-data|public|hash) (\S.*)$/;
const header = "# Settled by `caio secret-scan triage`: RULE PATH SALT SCRYPT EXPIRES LABEL REASON. No line holds a secret.\n";

/**
 * scrypt (RFC 7914) of a value: r 8, p 1, 16 bytes; N 4,096 of what a person may have thought of, which takes ten milliseconds, and 2 of what was drawn
 * by chance, which nobody finds by trying.
 */
export function settledHash(value: string, salt: string, drawn = isDrawn(value)): string {
  return crypto()
    .scryptSync(Buffer.from(value, "latin1"), Buffer.from(salt, "hex"), 16, { N: drawn ? 2 : 4096 })
    .toString("hex");
}

const historyMark = "history:";
const encode = (path: string): string => path.replace(/[%\s]/g, (unit) => encodeURIComponent(unit));
const decode = (path: string): string => path.replace(/%([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Reads the entries, each once. Throws `DATA_INVALID` with the line that is broken. */
export function readAllow(source: SourceText | undefined): AllowEntry[] {
  const entries: AllowEntry[] = [];
  const seen = new Set<string>();
  for (const [index, text] of (source?.text ?? "").split(/\r?\n/).entries()) {
    // A merge by union may keep a line of both branches twice.
    if (text === "" || text.startsWith("#") || seen.has(text)) continue;
    seen.add(text);
    const [, rule = "", path = "", salt = "", hash = "", expires = "", label, reason = ""] = form.exec(text) ?? [];
    if (label === undefined) {
      throw new RepoError("DATA_INVALID", "A line of `.caio/allow` is not of the form `RULE PATH SALT SCRYPT EXPIRES LABEL REASON`.", {
        ...(source === undefined ? {} : { at: source.at(source.lineRange(index + 1) ?? [0, 0]) }),
        hint: "Remove it, and settle the finding again with `caio secret-scan triage`.",
      });
    }
    const isHistory = path.startsWith(historyMark);
    const place = repoPath(decode(isHistory ? path.slice(historyMark.length) : path));
    entries.push({ rule, path: place, salt, hash, expires, label: label as Label, reason, line: index + 1, ...(isHistory ? { isHistory } : {}) });
  }
  return entries;
}

/** A new entry for a value, with a salt of its own. */
export function allowEntry(entry: Omit<AllowEntry, "salt" | "hash" | "line">, value: string): Omit<AllowEntry, "line"> {
  const salt = crypto().randomBytes(8).toString("hex");
  return { ...entry, salt, hash: settledHash(value, salt) };
}

/** The file's text: sorted, one entry a line. */
export function allowText(entries: readonly Omit<AllowEntry, "line">[]): string {
  const lines = entries.map(({ rule, path, isHistory, salt, hash, expires, label, reason }) =>
    [rule, `${isHistory === true ? historyMark : ""}${encode(path)}`, salt, hash, expires, label, reason].join(" "),
  );
  return `${header}${[...new Set(lines)]
    .toSorted()
    .map((line) => `${line}\n`)
    .join("")}`;
}

/** What the comparisons of a run may cost, in those of a drawn value: some ten seconds. */
const mostWork = 250_000;
const slowWork = 250;

/** Entries of a run, asked by rule, path and value; remembers which of them held. */
export class AllowBook {
  readonly used = new Set<AllowEntry>();
  private readonly byPlace = new Map<string, AllowEntry[]>();
  private readonly decided = new Map<string, AllowEntry | undefined>();

  constructor(
    readonly entries: readonly AllowEntry[],
    private readonly today: string,
    private left = mostWork,
  ) {
    for (const entry of entries) {
      addTo(this.byPlace, `${entry.rule} ${entry.path}`, entry);
    }
  }

  /** Whether entries were left uncompared, because there are too many at one place. */
  get isSpent(): boolean {
    return this.left < 0;
  }

  isExpired(entry: AllowEntry): boolean {
    return entry.expires !== "-" && entry.expires < this.today;
  }

  /** The entry that settles a value. Only values at an entry's place are compared, and an entry that holds for one holds for no other. */
  entryFor(rule: string, path: RepoPath, value: string): AllowEntry | undefined {
    const entries = this.byPlace.get(`${rule} ${path}`);
    if (entries === undefined) return undefined;
    const key = [rule, path, value].join("\0");
    if (this.decided.has(key)) return this.decided.get(key);
    // Asked once, not for each entry.
    const drawn = isDrawn(value);
    const cost = drawn ? 1 : slowWork;
    const found = entries.find((entry) => {
      if (this.isExpired(entry) || this.used.has(entry) || (this.left -= cost) < 0) return false;
      return settledHash(value, entry.salt, drawn) === entry.hash;
    });
    if (found !== undefined) this.used.add(found);
    this.decided.set(key, found);
    return found;
  }
}
