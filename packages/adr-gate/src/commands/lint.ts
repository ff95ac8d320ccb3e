// `adr-gate lint`: what is wrong with the records themselves: numbers, supersession, statuses, links.
import type { Command, CommandResult } from "@caio/repo-model/check";
import { repoPath, sourceText, type SourceText } from "@caio/repo-model/text";
import type { AdrGateOptions } from "../defaults.js";
import { baseName, recordName } from "../records/record-path.js";
import type { DecisionRecord } from "../records/read-record.js";
import type { RecordShelf } from "../records/record-shelf.js";
import { linkedPath, silentSuccessors } from "../records/supersession.js";
import { readShelf, recordsOn } from "./records.js";

type Draft = Extract<CommandResult, { kind: "drafts" }>["drafts"][number];

const sourceOfRecord = ({ path, document }: DecisionRecord): SourceText => sourceText(repoPath(path), document.text);
const firstLine = (record: DecisionRecord): Draft["at"] => {
  const source = sourceOfRecord(record);
  const [heading] = record.document.headings;
  return source.at(heading?.range ?? source.lineRange(1) ?? [0, 0]);
};

function duplicates(shelf: RecordShelf): Draft[] {
  return shelf.duplicates.flatMap((number) => {
    const records = shelf.numbered(number).flatMap((path) => shelf.at(path) ?? []);
    return records.slice(1).map((record) => ({
      rule: "duplicate-number",
      severity: "error" as const,
      message: `The number of \`${baseName(record.path)}\` is that of \`${baseName(records[0]?.path ?? "")}\` too.`,
      at: firstLine(record),
      related: records.slice(0, 1).map((first) => ({ message: "the first", at: firstLine(first) })),
      help: "Give the later one the next free number.",
    }));
  });
}

function oneSided(record: DecisionRecord, shelf: RecordShelf): Draft[] {
  return silentSuccessors(record, shelf).map((next) => ({
    rule: "one-sided-supersession",
    severity: "warning" as const,
    message: `\`${recordName(record.path)}\` is superseded by \`${recordName(next.path)}\`, which does not say so.`,
    at: firstLine(next),
    related: [{ message: "the superseded record", at: firstLine(record) }],
    help: `Write \`Supersedes ${recordName(record.path)}\` into it.`,
  }));
}

/** Records without a status; where most have none it is the house's way, and said once. */
function noStatus(records: readonly DecisionRecord[]): Draft[] {
  const without = records.filter(({ status }) => status.kind === "none");
  const help = "Write `- Status: accepted` under the title, or `status: accepted` into its front matter.";
  const [first] = without;
  if (first !== undefined && without.length > 2 && without.length * 2 > records.length) {
    const message = `${without.length} of ${records.length} records state no status, so the gate accepts none of them.`;
    return [{ rule: "missing-status", severity: "note", message, at: firstLine(first), help: "Give them one, or set `missingStatus: accept`." }];
  }
  return without.map((record) => ({
    rule: "missing-status",
    severity: "warning",
    message: `\`${baseName(record.path)}\` states no status.`,
    at: firstLine(record),
    help,
  }));
}

function brokenLinks(record: DecisionRecord, paths: ReadonlySet<string>): Draft[] {
  const source = sourceOfRecord(record);
  return record.document.links.flatMap(({ kind, target, destination, range }) => {
    if (kind === "autolink" || target === undefined || /[{}<>]|\.\.\.|…/.test(target)) return [];
    const path = linkedPath(record.path, target);
    if (path === undefined || path === "" || paths.has(path) || !/\.(?:md|markdown)$/i.test(path)) return [];
    return [
      {
        rule: "broken-record-link",
        severity: "warning" as const,
        message: `\`${target}\` leads to no file.`,
        at: source.at(destination ?? range),
        help: "`adr-gate list` shows the records.",
      },
    ];
  });
}

export const lint: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options }) {
    const shelf = await readShelf(context, options);
    const paths = new Set<string>((await context.files.list()).map(({ path }) => path));
    const records = recordsOn(shelf);
    const drafts = [...duplicates(shelf), ...records.flatMap((record) => [...oneSided(record, shelf), ...brokenLinks(record, paths)]), ...noStatus(records)];
    const order = (a: Draft, b: Draft): number => (a.at.path < b.at.path ? -1 : a.at.path > b.at.path ? 1 : a.at.start.line - b.at.start.line);
    return { kind: "drafts", drafts: drafts.toSorted(order) };
  },
};
