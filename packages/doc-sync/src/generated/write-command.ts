// `write`: generated sections are brought up to date, or with `--check` compared.
import type { Command } from "@caio/repo-model/check";
import { writeSection } from "@caio/repo-model/sections";
import { applyEdits, RepoError, sourceText, type Edit, type SourceText } from "@caio/repo-model/text";
import type { DocSyncOptions } from "../defaults.js";
import { read } from "../read.js";
import { commandOutput } from "./command-output.js";

/** Throws `SECTION_EDITED` and `SECTION_MARKERS` as the sections room does, and where a section cannot be made. */
export const writeCommand: Command<DocSyncOptions> = {
  name: "write",
  summary: "write generated sections: contents, tables, embedded files, output of allowed commands",
  async run({ context, options, flags }) {
    const texts = new Map<string, { readonly before: SourceText; text: SourceText }>();
    let count = 0;
    for await (const facts of read(context, { ...options, online: false })) {
      if (facts.part !== "statuses") continue;
      const { generated } = facts;
      const [problem] = generated.problems;
      if (problem !== undefined)
        throw new RepoError("SECTION_MARKERS", problem.message, {
          at: problem.document.source.at(problem.range),
          hint: "Set the markers in order; nothing was written.",
        });
      for (const { document, section, wanted } of generated.sections) {
        const { source } = document;
        if ("problem" in wanted)
          throw new RepoError("SECTION_SOURCE", `The section \`${section.name}\` cannot be made: ${wanted.problem}.`, { at: source.at(section.range) });
        const content = "command" in wanted ? await commandOutput(context, wanted.command) : wanted.content;
        const known = texts.get(source.path) ?? { before: source, text: source };
        const { edits } = writeSection(known.text, source.path, section.name, content, { force: flags["force"] === true });
        const ranged = edits.flatMap((edit) => ("range" in edit ? [edit] : []));
        texts.set(source.path, { before: source, text: sourceText(source.path, applyEdits(known.text.text, ranged)) });
        count++;
      }
    }
    const edits = [...texts.values()].flatMap(({ before, text }): Edit[] =>
      before.text === text.text ? [] : [{ path: before.path, range: [0, before.text.length], text: text.text }],
    );
    return {
      kind: "write",
      edits,
      summary: `${count} ${count === 1 ? "section" : "sections"} in ${texts.size} ${texts.size === 1 ? "document" : "documents"}`,
    };
  },
};
