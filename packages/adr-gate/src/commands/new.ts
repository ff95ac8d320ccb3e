// `adr-gate new TITLE`: begins a record, with a number that is free on the base and on the head, or a date where records have dates.
import type { Command, Context } from "@caio/repo-model/check";
import { RepoError, repoPath } from "@caio/repo-model/text";
import type { AdrGateOptions } from "../defaults.js";
import { textIn } from "../event/gather.js";
import { isInFolders, isRecordPath, recordNumber, resolvePath, slugDate, stemOf } from "../records/record-path.js";
import { draftRecord } from "./draft-record.js";

const otherStates = ["refs/remotes/origin/HEAD", "refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master"];

/** Record paths of the worktree and of the base branches that the clone knows. */
async function knownPaths({ files, git, event }: Context, { adr }: AdrGateOptions): Promise<readonly string[]> {
  const paths = new Set((await files.list()).map(({ path }) => path));
  const states = [...(event?.base === undefined ? [] : [event.base]), ...otherStates];
  for (const ref of git === undefined ? [] : states) {
    const commit = await git?.resolve(ref).catch(() => undefined);
    if (commit !== undefined) for (const { path } of (await git?.tree(commit).list()) ?? []) paths.add(path);
  }
  return [...paths].filter((path) => isInFolders(path, adr.dirs)).toSorted();
}

/** Letters and digits of any script, joined by hyphens. */
const slug = (title: string): string =>
  title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80);

/** What a name begins with, written as the record with the highest number writes it: `0007-`, `adr-007-`, `2021-06-05_001-`. */
function numberedLike(records: readonly string[], number: number, today: string): string {
  const [last] = records.filter((path) => recordNumber(path) !== undefined).toSorted((a, b) => (recordNumber(b) ?? 0) - (recordNumber(a) ?? 0));
  const [, date, joint = "", word = "", digits = "0000", end = "-"] =
    /^(?:(\d{4}-\d{2}-\d{2})([-_]))?(adr[-_ ]?)?(\d+)([-_ .]?)/i.exec(last === undefined ? "" : stemOf(last)) ?? [];
  return `${date === undefined ? "" : today}${joint}${word}${String(number).padStart(digits.length, "0")}${end === "" ? "-" : end}`;
}

/** The text of the last record that can be read here. */
async function lastText({ files }: Context, records: readonly string[]): Promise<string | undefined> {
  for (const path of records.toReversed().slice(0, 5)) {
    const text = await textIn(files, repoPath(path));
    if (text !== undefined && text.trim() !== "") return text;
  }
  return undefined;
}

export const newRecord: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options, operands }) {
    const title = operands.join(" ").replace(/\s+/g, " ").trim();
    if (slug(title) === "") throw new RepoError("USAGE", "A record needs a title.", { hint: "`adr-gate new Use PostgreSQL for orders`" });
    const known = await knownPaths(context, options);
    const records = known.filter((path) => isRecordPath(path, options.adr.dirs));
    const [first = "docs/adr"] = options.adr.dirs;
    const dir = resolvePath(options.adr.dirs.find((one) => records.some((path) => path.startsWith(`${resolvePath(one)}/`))) ?? first);
    const numbers = records.map(recordNumber).filter((number) => number !== undefined);
    const dated = records.filter((path) => slugDate(path) !== undefined);
    const today = context.now.slice(0, 10);
    const isDated = dated.length > numbers.length;
    const isCompact = dated.some((path) => /\/\d{8}-/.test(path));
    const next = Math.max(0, ...numbers) + 1;
    const prefix = isDated ? `${isCompact ? today.replaceAll("-", "") : today}-` : numberedLike(records, next, today);
    const path = repoPath(`${dir}/${prefix}${slug(title)}.md`);
    if (known.includes(path)) throw new RepoError("FILE_CHANGED", `\`${path}\` is there already.`);
    const like = await lastText(context, records);
    const create = draftRecord({ title, number: isDated ? undefined : next, today, like });
    return { kind: "write", edits: [{ path, create }], summary: path };
  },
};
