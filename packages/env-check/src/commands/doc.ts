// `doc`: writes the set-up document's section, or with `--check` compares it; a note in the README leads to it where that is wanted.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { findSections, writeSection } from "@caio/repo-model/sections";
import { repoPath, type Edit } from "@caio/repo-model/text";
import { collect } from "../collect.js";
import type { EnvCheckOptions } from "../defaults.js";
import { sectionName } from "../setup-document.js";

/** The section of the note in the README. */
const noteName = "env-check/note";

/** Throws `SECTION_EDITED` and `SECTION_MARKERS` as the sections room does. */
export async function runDoc(call: CommandCall<EnvCheckOptions>): Promise<CommandResult> {
  const { context, options, flags } = call;
  const facts = await collect(context, options);
  if (facts.document === undefined) return { kind: "text", text: "There are no hooks to tell of.\n" };
  const { path, source, wanted: content } = facts.document;
  const isForced = flags["force"] === true;
  const { edits } = writeSection(source, path, sectionName, content, { force: isForced, before: "# Local validation set-up" });
  const note = await noteEdits(call, path, isForced);
  return { kind: "write", edits: [...edits, ...note], summary: note.length === 0 ? path : `${path}, README.md` };
}

/** The note's edits: where it stands already, where `--readme` asks for it, or where the person at the terminal wants it. */
async function noteEdits({ context, flags, terminal }: CommandCall<EnvCheckOptions>, path: string, force: boolean): Promise<readonly Edit[]> {
  const readme = repoPath("README.md");
  const source = await context.files.text(readme);
  const { sections } = source === undefined ? { sections: [] } : findSections(source.text, readme);
  const isThere = sections.some(({ name }) => name === noteName);
  const isNamed = source?.text.includes(path) === true;
  const compares = flags["check"] === true || flags["diff"] === true;
  if (source === undefined || (!isThere && (isNamed || !(flags["readme"] === true || (!compares && (await isWanted())))))) return [];
  const content = `## Development Setup\n\nSee [${path}](${encodeURI(path)}) for the environment of the hooks.`;
  return writeSection(source, readme, noteName, content, { force }).edits;

  async function isWanted(): Promise<boolean> {
    const answer = await terminal?.ask(`Add a note to README.md that leads to ${path}? [y/N] `);
    return /^y(?:es)?$/i.test(answer?.trim() ?? "");
  }
}
