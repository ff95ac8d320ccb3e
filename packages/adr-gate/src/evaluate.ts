// The gate: a change, the text of its pull request and the records in, a verdict out. Pure; never throws.
import { countedText, plainText, type CountedText } from "./body/counted-text.js";
import { findMentions } from "./body/mentions.js";
import { isReason, waiverReasons } from "./body/waiver.js";
import { coverageMatcher } from "./change/path-patterns.js";
import { findTriggers, readRails, withoutRenames, type Triggers } from "./change/triggers.js";
import { judgeMention, judgeRecord, standing, type JudgedReference, type Shelves } from "./judge-reference.js";
import { isInFolders, recordName } from "./records/record-path.js";
import { recordShelf, type RecordShelf } from "./records/record-shelf.js";
import { silentSuccessors } from "./records/supersession.js";
import { verdictOf, type Reason } from "./reasons.js";
import type { GateInput, Reference, Verdict } from "./verdict.js";

const mostBody = 1_000_000;
const mostReferences = 1000;
const mostRecords = 500;

const isSatisfied = ({ reason }: Reference): boolean => reason === "adr-accepted" || reason === "adr-in-same-pr";

/** The `ADR:` and `No-ADR:` trailers of the last paragraph of each message. */
function trailers(messages: readonly string[]): string[] {
  return messages.flatMap((message) => {
    const paragraphs = message
      .replace(/\r\n?/g, "\n")
      .trim()
      .split(/\n[ \t]*\n/);
    // A message of one paragraph is a subject: it has no trailers.
    const last = paragraphs.length < 2 ? "" : (paragraphs.at(-1) ?? "");
    // A line that begins with a space goes on with the trailer above it.
    return last
      .replace(/\n[ \t]+/g, " ")
      .split("\n")
      .filter((line) => /^(?:ADR|No-ADR)[ \t]*:/i.test(line));
  });
}

/** Why the gate is not asked at all. */
function skipReason({ event, config, commitMessages }: GateInput): Reason | undefined {
  if (event === "local" && commitMessages === undefined) return "local-skip";
  if (event === "push" && config.onPush === "skip") return "no-pull-request";
  return event === "merge_group" && config.mergeGroup === "skip" ? "merge-group-trusted" : undefined;
}

/** Why the text cannot be judged. */
function bodyReason({ event, body, bodyAvailable, bodyTruncated }: GateInput): Reason | undefined {
  if (event === "local" || event === "push") return undefined;
  if (event === "merge_group" || bodyAvailable === false) return "body-unavailable";
  return bodyTruncated === true || Buffer.byteLength(body ?? "") > mostBody ? "body-truncated" : undefined;
}

interface Judged {
  readonly reason: Reason;
  readonly references: readonly Reference[];
  readonly satisfiedBy: readonly string[];
  readonly notices: readonly string[];
}

/** Names of what satisfies, each once. */
const namesOf = (judged: readonly JudgedReference[]): string[] => [
  ...new Set(judged.flatMap(({ record, reference }) => (record !== undefined && isSatisfied(reference) ? [recordName(record.path)] : []))),
];

/** With references at hand: whether together they cover what triggers. */
function isCovered(judged: readonly JudgedReference[], { triggers }: Triggers, { config }: GateInput): boolean {
  if (config.coverage === "off") return true;
  const covers = judged.flatMap(({ record, reference }) => {
    if (record === undefined || !isSatisfied(reference)) return [];
    if (record.affects === undefined) return config.coverage === "strict" ? [] : [() => true];
    return [coverageMatcher(record.affects)];
  });
  return triggers.every(({ path }) => covers.some((isIn) => isIn(path)));
}

function judgeText(counted: CountedText, input: GateInput, found: Triggers): Judged {
  const { config } = input;
  const shelves: Shelves = {
    head: recordShelf(input.records, config.adr.dirs, config.acceptedStatuses),
    base: recordShelf(baseRecords(input), config.adr.dirs, config.acceptedStatuses),
  };
  const context = {
    repository: input.repository,
    dirs: config.adr.dirs,
    isStem: (word: string): boolean => shelves.head.named(word).length > 0,
    isRecord: (path: string): boolean => shelves.head.has(path),
  };
  const mentions = findMentions(counted, context, mostReferences);
  const judged: (JudgedReference & { readonly notice?: string })[] = mentions.map((mention) => judgeMention(mention, input, shelves));
  if (config.reference.implicit === "added-in-pr") judged.push(...addedRecords(input, shelves, judged));
  const references = judged.map(({ reference }) => reference);
  const notices = [...judged.flatMap(({ notice }) => (notice === undefined ? [] : [notice])), ...shelfNotices(shelves.head)];
  const of = (reason: Reason, satisfiedBy: readonly string[] = []): Judged => ({ reason, references, satisfiedBy, notices });
  if (mentions.some(({ kind }) => kind !== "foreign") && Object.keys(input.records).length === 0) return of("adr-folder-missing");
  const satisfied = references.filter(isSatisfied);
  const failing = references.find((reference) => !isSatisfied(reference));
  const isEnough = config.require === "any" ? satisfied.length > 0 : failing === undefined && satisfied.length > 0;
  if (isEnough) {
    if (!isCovered(judged, found, input)) {
      // Together they leave something open: then each of them fails, in its place in the text.
      const open = references.map((one): Reference => (isSatisfied(one) ? { ...one, reason: "adr-out-of-scope" } : one));
      return { reason: open[0]?.reason ?? "adr-out-of-scope", references: open, satisfiedBy: [], notices };
    }
    return of(satisfied.some(({ reason }) => reason === "adr-accepted") ? "adr-accepted" : "adr-in-same-pr", namesOf(judged));
  }
  if (failing !== undefined) return of(failing.reason);
  const waivers = waiverReasons(counted);
  if (waivers.length === 0) return of("no-reference");
  if (!config.waiver.enabled) return of("waiver-disabled");
  return of(waivers.some((waiver) => isReason(waiver, config.waiver.minLength)) ? "waiver" : "waiver-no-reason");
}

/** What is wrong with the records beside the one that is named. */
function shelfNotices(shelf: RecordShelf): string[] {
  const isOneSided = shelf.superseding.slice(0, mostRecords).some((path) => {
    const record = shelf.at(path);
    return record !== undefined && silentSuccessors(record, shelf).length > 0;
  });
  return [...(shelf.duplicates.length > 0 ? ["adr-duplicate-number"] : []), ...(isOneSided ? ["one-sided-supersession"] : [])];
}

/** Records before the change: as given, else those of the head with the changes taken back. */
function baseRecords({ baseRecords: given, records, changes, config }: GateInput): Readonly<Record<string, string>> {
  if (given !== undefined) return given;
  const base: Record<string, string> = Object.assign(Object.create(null), records);
  for (const { path, status, before } of withoutRenames(changes)) {
    if (!isInFolders(path, config.adr.dirs)) continue;
    if (before !== undefined) base[path] = before;
    else if (status === "A") delete base[path];
  }
  return base;
}

/** Accepted records that the change adds and the text does not name. */
function addedRecords(input: GateInput, shelves: Shelves, named: readonly JudgedReference[]): JudgedReference[] {
  const known = new Set(named.map(({ record }) => record?.path));
  return withoutRenames(input.changes).flatMap(({ status, path }) => {
    const record = status === "A" && !known.has(path) ? shelves.head.at(path) : undefined;
    if (record === undefined) return [];
    const { reason } = judgeRecord(record, input, shelves);
    const reference: Reference = { text: recordName(path), kind: "added", path, status: record.status.text, reason };
    // One that only moves here is not added.
    return reason === "adr-in-same-pr" && standing(path, input, shelves) === "absent" ? [{ record, reference }] : [];
  });
}

/** Judges a change. */
export function evaluate(input: GateInput): Verdict {
  const { config } = input;
  const rails = readRails(config);
  const none = { triggers: [], references: [], satisfiedBy: [], addedDependencies: [] };
  const answer = (reason: Reason, rest: Partial<Omit<Verdict, "verdict" | "reason">> = {}): Verdict => ({
    ...none,
    ...rest,
    verdict: verdictOf(reason),
    reason,
    notices: [...new Set(rest.notices ?? [])].toSorted(),
  });
  if (rails.fault !== undefined) return answer("config-invalid", { notices: rails.notices });
  const skip = skipReason(input);
  if (skip !== undefined) return answer(skip);
  const found = findTriggers(input, rails);
  const { triggers, addedDependencies, notices } = found;
  if (triggers.length === 0) return answer(found.hadSemanticNoop ? "semantic-noop" : "not-required", { addedDependencies, notices });
  const unreadable = bodyReason(input);
  if (unreadable !== undefined) return answer(unreadable, { triggers, addedDependencies, notices });
  const isTrailers = input.event === "local" || input.event === "push";
  const counted = isTrailers ? plainText(trailers(input.commitMessages ?? [])) : countedText(input.body ?? "");
  const judged = judgeText(counted, input, found);
  const isDraft = verdictOf(judged.reason) === "fail" && input.draft === true && config.draft === "notice";
  return answer(isDraft ? "draft-notice" : judged.reason, {
    triggers,
    addedDependencies,
    references: judged.references,
    satisfiedBy: judged.satisfiedBy,
    notices: [...notices, ...judged.notices],
  });
}
