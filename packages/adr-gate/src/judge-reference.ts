// What a mention leads to: a record that satisfies, or the reason why it does not.
import type { Mention } from "./body/mentions.js";
import { withoutRenames } from "./change/triggers.js";
import { isInFolders, isRecordPath, stemOf } from "./records/record-path.js";
import type { DecisionRecord } from "./records/read-record.js";
import type { RecordShelf } from "./records/record-shelf.js";
import type { StatusKind } from "./records/status.js";
import type { Reason } from "./reasons.js";
import type { GateInput, Reference } from "./verdict.js";

const kindReasons: Readonly<Record<StatusKind, Reason>> = {
  accepted: "adr-accepted",
  superseded: "adr-superseded",
  deprecated: "adr-deprecated",
  rejected: "adr-rejected",
  other: "adr-not-accepted",
  none: "adr-no-status",
};

/** The records before and after the change. */
export interface Shelves {
  readonly head: RecordShelf;
  readonly base: RecordShelf;
}

export interface JudgedReference {
  readonly reference: Reference;
  readonly record?: DecisionRecord;
}

/** How a record stood before the change: accepted, there and not accepted, or not there. */
export function standing(path: string, input: GateInput, { head, base }: Shelves): "accepted" | "open" | "absent" {
  const changes = withoutRenames(input.changes);
  const change = changes.find((one) => one.path === path);
  if (change === undefined && input.baseRecords === undefined) return "accepted";
  const old = base.at(path);
  if (old !== undefined) return isAccepted(old, input) ? "accepted" : "open";
  if (change === undefined) return "absent";
  // A record that moves keeps its number or its name.
  const number = head.at(path)?.number;
  const gone = changes.filter(({ status }) => status === "D").map(({ path: from }) => base.at(from));
  const moved = gone.find((one) => one !== undefined && ((number !== undefined && one.number === number) || stemOf(one.path) === stemOf(path)));
  if (moved === undefined) return "absent";
  return isAccepted(moved, input) ? "accepted" : "open";
}

function isAccepted(record: DecisionRecord, { config }: GateInput): boolean {
  return record.status.kind === "accepted" || (record.status.kind === "none" && config.missingStatus === "accept");
}

/** Whole days between a date and `now`. */
function ageInDays(date: string | undefined, now: string | undefined): number | undefined {
  if (date === undefined || now === undefined) return undefined;
  const days = (Date.parse(now) - Date.parse(`${date}T00:00:00Z`)) / 86_400_000;
  return Number.isNaN(days) ? undefined : Math.floor(days);
}

/** Judges a record that is named, or (`added`) that the change adds unnamed. */
export function judgeRecord(record: DecisionRecord, input: GateInput, shelves: Shelves): { readonly reason: Reason; readonly notice?: string } {
  const { config } = input;
  if (!isAccepted(record, input)) return { reason: kindReasons[record.status.kind] };
  const age = config.maxAgeDays === null ? undefined : ageInDays(record.date, input.now);
  if (config.maxAgeDays !== null && age !== undefined && age > config.maxAgeDays) return { reason: "adr-too-old" };
  const was = standing(record.path, input, shelves);
  if (was === "accepted") return { reason: "adr-accepted" };
  if (config.requireOnBase) return { reason: "adr-not-on-base" };
  return was === "open" ? { reason: "adr-in-same-pr", notice: "adr-accepted-in-same-pr" } : { reason: "adr-in-same-pr" };
}

/** The records that a mention leads to, or the reason why there is none. */
function target(mention: Mention, input: GateInput, { head }: Shelves): readonly string[] | Reason {
  const { dirs } = input.config.adr;
  if (mention.kind === "foreign") return "adr-foreign-repo";
  if (mention.kind === "elsewhere") return "adr-not-a-record";
  if (mention.kind === "number") return head.numbered(mention.number);
  if (mention.kind === "name") return head.named(mention.stem);
  if (head.at(mention.path) !== undefined) return [mention.path];
  // What is no record by its name need not be among the records that are given.
  const isNone = Object.hasOwn(input.records, mention.path) || (/\.(?:md|markdown)$/i.test(mention.path) && !isRecordPath(mention.path, dirs));
  return isNone && isInFolders(mention.path, dirs) ? "adr-not-a-record" : "adr-missing";
}

/** Judges one mention. */
export function judgeMention(mention: Mention, input: GateInput, shelves: Shelves): JudgedReference & { readonly notice?: string } {
  const found = target(mention, input, shelves);
  const kind: Reference["kind"] =
    mention.kind === "number" || mention.kind === "name" ? mention.kind : mention.kind === "path" && !mention.isUrl ? "path" : "url";
  const fail = (reason: Reason): JudgedReference => ({ reference: { text: mention.text, kind, reason } });
  if (typeof found === "string") return fail(found);
  const [path, second] = found;
  if (path === undefined) return fail("adr-missing");
  if (second !== undefined) return fail("adr-ambiguous");
  const record = shelves.head.at(path);
  if (record === undefined) return fail("adr-missing");
  const { reason, notice } = judgeRecord(record, input, shelves);
  return { record, reference: { text: mention.text, kind, path, status: record.status.text, reason }, ...(notice === undefined ? {} : { notice }) };
}
