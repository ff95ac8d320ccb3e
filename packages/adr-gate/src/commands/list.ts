// `adr-gate list`: the records with number, status, date and title.
import type { Command } from "@caio/repo-model/check";
import { escapeControls } from "@caio/repo-model/text";
import type { AdrGateOptions } from "../defaults.js";
import { recordName } from "../records/record-path.js";
import { readShelf, recordsOn } from "./records.js";

export const list: Pick<Command<AdrGateOptions>, "run"> = {
  async run({ context, options }) {
    const rows = recordsOn(await readShelf(context, options)).map(({ path, number, status, date, title }) => [
      number === undefined ? "-" : recordName(path),
      status.kind === "none" ? "no status" : status.kind === "other" ? status.text.slice(0, 30) : status.kind,
      date ?? "-",
      `${title} (${path})`,
    ]);
    if (rows.length === 0) return { kind: "text", text: `There are no decision records in ${options.adr.dirs.join(", ")}.\n` };
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return {
      kind: "text",
      text: rows
        .map(
          (row) =>
            `${row
              .map((cell, column) => escapeControls(cell).padEnd(widths[column] ?? 0))
              .join("  ")
              .trimEnd()}\n`,
        )
        .join(""),
    };
  },
};
