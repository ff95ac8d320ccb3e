// `adr-gate lint`: what is wrong with the records themselves, by the rules that look at them.
import type { Command, CommandResult } from "@caio/repo-model/check";
import { repoPath, sourceText, type SourceText } from "@caio/repo-model/text";
import type { AdrGateOptions } from "../defaults.js";
import type { LintedRecord, RecordFacts } from "../facts.js";
import { recordName } from "../records/record-path.js";
import type { DecisionRecord } from "../records/read-record.js";
import type { RecordShelf } from "../records/record-shelf.js";
import { linkedPath, silentSuccessors } from "../records/supersession.js";
import * as rules from "../rules/index.js";
import { readShelf, recordsOn } from "./records.js";

type LintDraft = Extract<CommandResult, { kind: "drafts" }>["drafts"][number];

const sourceOfRecord = ({ path, document }: DecisionRecord): SourceText => sourceText(repoPath(path), document.text);
const firstLine = (record: DecisionRecord): LintDraft["at"] => {
  const source = sourceOfRecord(record);
  const [heading] = record.document.headings;
  return source.at(heading?.range ?? source.lineRange(1) ?? [0, 0]);
};

function brokenLinks(record: DecisionRecord, paths: ReadonlySet<string>): LintedRecord["brokenLinks"] {
  const source = sourceOfRecord(record);
  return record.document.links.flatMap(({ kind, target, destination, range }) => {
    if (kind === "autolink" || target === undefined || /[{}<>]|\.\.\.|…/.test(target)) return [];
    const path = linkedPath(record.path, target);
    const isBroken = path !== undefined && path !== "" && !paths.has(path) && /\.(?:md|markdown)$/i.test(path);
    return isBroken ? [{ target, at: source.at(destination ?? range) }] : [];
  });
}

/** The records as the rules see them. */
export function recordFacts(shelf: RecordShelf, paths: ReadonlySet<string>): RecordFacts {
  return {
    linted: recordsOn(shelf).map((record) => ({
      path: record.path,
      name: recordName(record.path),
      number: record.number,
      hasStatus: record.status.kind !== "none",
      at: firstLine(record),
      headings: record.document.headings.map(({ text }) => text),
      silentSuccessors: silentSuccessors(record, shelf).map((next) => ({ name: recordName(next.path), at: firstLine(next) })),
      brokenLinks: brokenLinks(record, paths),
    })),
  };
}

export const lint: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options }) {
    const paths = new Set<string>((await context.files.list()).map(({ path }) => path));
    const facts = recordFacts(await readShelf(context, options), paths);
    const drafts = Object.values(rules).flatMap((rule) =>
      [...rule.find(facts, options)].map((draft): LintDraft => ({
        ...draft,
        rule: rule.id,
        severity: draft.severity ?? (rule.severity === "off" ? "note" : rule.severity),
      })),
    );
    const order = (a: LintDraft, b: LintDraft): number => (a.at.path < b.at.path ? -1 : a.at.path > b.at.path ? 1 : a.at.start.line - b.at.start.line);
    return { kind: "drafts", drafts: drafts.toSorted(order) };
  },
};
