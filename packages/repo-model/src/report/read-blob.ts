// Reads what the `blob` reporter wrote, places with their lines included. A blob comes from another job: nothing of it is trusted.
import type { Finding, Outcome } from "../check/finding.js";
import type { SuppressionUse } from "../check/suppression.js";
import { RepoError, sourceText, type Location, type RepoPath } from "../text/index.js";
import type { ReportPart } from "./report.js";

/** One part of a run, as it was reported. */
export interface Blob {
  readonly tool: { readonly name: string; readonly version: string };
  readonly commit: string | undefined;
  readonly checks: readonly string[];
  readonly outcome: Outcome;
  readonly part: ReportPart;
}

interface Placed extends Omit<Location, "range"> {
  readonly frame?: readonly [string, number, number];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isPosition = (value: unknown): boolean => isRecord(value) && Number.isSafeInteger(value["line"]) && Number.isSafeInteger(value["column"]);
const isFrame = (value: unknown): boolean => {
  if (value === undefined) return true;
  const [text, from, length] = Array.isArray(value) ? (value as unknown[]) : [];
  return typeof text === "string" && Number.isSafeInteger(from) && Number.isSafeInteger(length) && (from as number) >= 0 && (length as number) <= longestLine;
};
/** A longer line is not believed. */
const longestLine = 1 << 26;
const isPlaced = (value: unknown): value is Placed =>
  isRecord(value) && typeof value["path"] === "string" && isPosition(value["start"]) && isPosition(value["end"]) && isFrame(value["frame"]);
const isText = (value: unknown): boolean => typeof value === "string";
const every = (value: unknown, is: (item: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);
const severities: readonly unknown[] = ["error", "warning", "note"];

const isFinding = (one: unknown): boolean =>
  isRecord(one) &&
  ["rule", "message", "fingerprint"].every((key) => isText(one[key])) &&
  severities.includes(one["severity"]) &&
  isPlaced(one["at"]) &&
  (one["related"] === undefined || every(one["related"], (item) => isRecord(item) && isText(item["message"]) && isPlaced(item["at"]))) &&
  (one["fix"] === undefined ||
    (isRecord(one["fix"]) && isText(one["fix"]["title"]) && every(one["fix"]["edits"], (edit) => isRecord(edit) && isText(edit["path"]))));

const shapes: Readonly<Record<string, (value: unknown) => boolean>> = {
  tool: (value) => isRecord(value) && isText(value["name"]) && isText(value["version"]),
  checks: (value) => every(value, isText),
  findings: (value) => every(value, isFinding),
  troubles: (value) =>
    every(value, (one) => isRecord(one) && isText(one["code"]) && isText(one["message"]) && (one["at"] === undefined || isPlaced(one["at"]))),
  skipped: (value) => every(value, (one) => isRecord(one) && isText(one["path"]) && isText(one["reason"])),
  notRun: (value) =>
    every(value, (one) => isRecord(one) && isText(one["check"]) && isText(one["reason"]) && (one["text"] === undefined || isText(one["text"]))),
  suppressions: (value) => every(value, (one) => isRecord(one) && isText(one["rule"]) && isPlaced(one["at"])),
  read: (value) => every(value, isText),
};

interface Parsed {
  readonly blob: 1;
  readonly tool: Blob["tool"];
  readonly commit: string | null;
  readonly checks: readonly string[];
  readonly shard: ReportPart["shard"] | null;
  readonly isFull: boolean;
  readonly findings: readonly (Omit<Finding, "at" | "related"> & {
    readonly at: Placed;
    readonly related?: readonly { readonly message: string; readonly at: Placed }[];
  })[];
  readonly troubles: readonly { readonly code: string; readonly message: string; readonly hint?: string; readonly at?: Placed }[];
  readonly skipped: Outcome["skipped"];
  readonly notRun: Outcome["notRun"];
  readonly suppressions: readonly (Omit<SuppressionUse, "at"> & { readonly at: Placed })[];
  readonly read: readonly RepoPath[];
}

const isBlob = (value: unknown): value is Parsed => isRecord(value) && value["blob"] === 1 && Object.entries(shapes).every(([key, is]) => is(value[key]));

/** A place with the line that its frame shows. */
function locate({ frame, ...at }: Placed): Location {
  if (frame === undefined) return { ...at, range: [0, 0] };
  const [text, from, length] = frame;
  const line = " ".repeat(from) + text + " ".repeat(Math.max(0, length - from - text.length));
  return Object.assign(sourceText(at.path, line, { firstLine: at.start.line }).at([0, 0]), at);
}

/** Reads a blob. Throws DATA_INVALID where the text is none of this form. */
export function readBlob(name: string, text: string): Blob {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (!isBlob(value))
    throw new RepoError("DATA_INVALID", `\`${name}\` is no part of a run.`, {
      hint: "`--reporter blob=FILE` writes one; parts of another version of caio cannot be joined.",
    });
  return {
    tool: value.tool,
    commit: value.commit ?? undefined,
    checks: value.checks,
    outcome: {
      findings: value.findings.map(({ at, related, ...rest }) => ({
        ...rest,
        at: locate(at),
        ...(related === undefined ? {} : { related: related.map((one) => ({ message: one.message, at: locate(one.at) })) }),
      })),
      troubles: value.troubles.map(({ code, message, hint, at }) => new RepoError(code, message, { hint, at: at === undefined ? undefined : locate(at) })),
      skipped: value.skipped,
      notRun: value.notRun,
    },
    part: {
      read: value.read,
      suppressions: value.suppressions.map(({ at, ...rest }) => ({ ...rest, at: locate(at) })),
      isFull: value.isFull,
      ...(value.shard === null || value.shard === undefined ? {} : { shard: value.shard }),
    },
  };
}
