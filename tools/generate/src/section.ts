// A generated part of a document, between the markers of the sections room.
import { writeSection } from "@caio/repo-model/sections";
import { applyEdits, repoPath, sourceText } from "@caio/repo-model/text";

/**
 * The text with its section `generate/NAME` holding `content`; put behind the line of `insertAfter`, or at the end, where there is none.
 * What was edited there by hand is overwritten: git keeps it. Throws SECTION_MARKERS where markers are doubled, nested or missing.
 */
export function withSection(path: string, text: string, name: string, content: string, insertAfter?: number): string {
  const where = repoPath(path);
  const { edits } = writeSection(sourceText(where, text), where, `generate/${name}`, content, {
    force: true,
    ...(insertAfter === undefined ? {} : { insertAfter }),
  });
  return applyEdits(
    text,
    edits.flatMap((edit) => ("range" in edit ? [edit] : [])),
  );
}
