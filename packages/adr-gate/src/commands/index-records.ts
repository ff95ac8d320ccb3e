// `adr-gate index`: a table of the records in the README of each folder, between markers.
import type { Command } from "@caio/repo-model/check";
import { writeSection } from "@caio/repo-model/sections";
import { RepoError, repoPath, type Edit } from "@caio/repo-model/text";
import type { AdrGateOptions } from "../defaults.js";
import { recordName, resolvePath } from "../records/record-path.js";
import type { DecisionRecord } from "../records/read-record.js";
import { linkTarget, plainMarkdown } from "./markdown-text.js";
import { readShelf, recordsOn } from "./records.js";

function table(records: readonly DecisionRecord[], dir: string): string {
  const rows = records.map(({ path, number, title, status, date }) => {
    const link = linkTarget(path.slice(dir.length + 1));
    const word = status.kind === "other" ? plainMarkdown(status.text) : status.kind === "none" ? "" : status.kind;
    return `| [${number === undefined ? plainMarkdown(path.slice(dir.length + 1)) : recordName(path)}](${link}) | ${plainMarkdown(title)} | ${word} | ${date ?? ""} |\n`;
  });
  return `| record | title | status | date |\n|---|---|---|---|\n${rows.join("")}`;
}

export const indexRecords: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options, flags }) {
    const records = recordsOn(await readShelf(context, options));
    const paths = new Set((await context.files.list()).map(({ path }) => path));
    const edits: Edit[] = [];
    const written: string[] = [];
    for (const dir of options.adr.dirs.map(resolvePath)) {
      const own = records.filter(({ path }) => path.startsWith(`${dir}/`));
      if (own.length === 0) continue;
      const readme = [`${dir}/README.md`, `${dir}/index.md`].map((path) => repoPath(path)).find((path) => paths.has(path)) ?? repoPath(`${dir}/README.md`);
      const source = await context.files.text(readme);
      edits.push(...writeSection(source, readme, "adr-gate/index", table(own, dir), { before: "# Decision Records", force: flags["force"] === true }).edits);
      written.push(readme);
    }
    if (written.length === 0) throw new RepoError("FILE_MISSING", `There are no decision records in ${options.adr.dirs.join(", ")}.`);
    return { kind: "write", edits, summary: written.join(", ") };
  },
};
