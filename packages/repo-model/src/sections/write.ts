// The state of a generated section, and the edits that bring it up to date.
import { createHash } from "node:crypto";
import { applyEdits, RepoError, type Edit, type RepoPath, type SourceText, type TextEdit } from "../text/index.js";
import { findSections } from "./find.js";
import { lineAfter, lineEndOf, lineStartOf } from "./lines.js";
import { hasHtmlComments, markerText } from "./markers.js";
import type { Section, SectionState } from "./section.js";

/** Content as it is hashed and compared: LF, and no blank lines at its ends, so that a formatter may add them. */
function normal(content: string): string {
  return content
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
}

/** The hash in a section's begin marker. */
export function sectionHash(content: string): string {
  return createHash("sha256").update(normal(content), "utf8").digest("hex");
}

/** How a section stands to the content that is wanted. Markers that the user set around nothing, without a hash, are stale. */
export function sectionState(text: string, section: Section | undefined, wanted: string): SectionState {
  if (section === undefined) return "missing";
  const there = text.slice(...section.content);
  const hash = sectionHash(there);
  if (hash === sectionHash(wanted)) return section.hash === hash ? "current" : "stale";
  return section.hash === hash || (section.hash === undefined && normal(there) === "") ? "stale" : "edited";
}

export interface WriteOptions {
  /** Overwrites what was edited by hand. */
  readonly force?: boolean;
  /** Where a missing section goes: behind the line that holds this offset; the end of the file by default. */
  readonly insertAfter?: number;
  /** What a new file begins with: a title. Theirs from then on. */
  readonly before?: string;
}

function sectionText(path: string, name: string, content: string, indent: string): string {
  const body = normal(content);
  const gap = hasHtmlComments(path) ? "\n" : "";
  const lines = body === "" ? "" : `${gap}${body}\n${gap}`;
  return `${markerText(path, `begin ${name} sha256=${sectionHash(content)}`)}\n${lines}${indent}${markerText(path, `end ${name}`)}`;
}

/**
 * The edits that make section `name` hold `content`; none when it does. All else in the file stays byte for byte, with its line ends.
 * Throws `SECTION_EDITED` when it was changed by hand (without `force`), and `SECTION_MARKERS` when the markers are not in order.
 */
export function writeSection(
  source: SourceText | undefined,
  path: RepoPath,
  name: string,
  content: string,
  options: WriteOptions = {},
): { readonly edits: readonly Edit[]; readonly state: SectionState } {
  if (source === undefined) {
    const before = options.before === undefined ? "" : `${options.before.trimEnd()}\n\n`;
    return { state: "missing", edits: [{ path, create: `${before}${sectionText(path, name, content, "")}\n` }] };
  }
  const { text } = source;
  const { sections, problems } = findSections(text, path);
  const [problem] = problems;
  if (problem !== undefined) {
    throw new RepoError("SECTION_MARKERS", problem.message, {
      at: source.at(problem.range),
      hint: "Set the markers in order, or remove them all; nothing was written.",
    });
  }
  const section = sections.find((one) => one.name === name);
  const state = sectionState(text, section, content);
  if (state === "current") return { state, edits: [] };
  if (state === "edited" && section !== undefined && options.force !== true) {
    throw new RepoError("SECTION_EDITED", `The section \`${name}\` of \`${path}\` was edited by hand since it was written.`, {
      at: source.at(section.range),
      hint: "Move your text out of the markers and write again, or give `--force` to overwrite it.",
    });
  }
  const eol = lineEndOf(text);
  const written = (indent: string): string => sectionText(path, name, content, indent).replaceAll("\n", eol);
  const edit = section === undefined ? insertion(text, path, written(""), eol, options.insertAfter) : replacement(text, path, section, written);
  const after = applyEdits(text, [edit]);
  const found = findSections(after, path);
  if (
    sectionState(
      after,
      found.sections.find((one) => one.name === name),
      content,
    ) !== "current" ||
    found.problems.length > 0
  ) {
    throw new RepoError("SECTION_MARKERS", `The section \`${name}\` cannot be written into \`${path}\`: its markers would not be read as such.`, {
      at: source.at([edit.range[0], edit.range[0]]),
      hint: "An unclosed code fence or comment may stand above.",
    });
  }
  return { state, edits: [edit] };
}

function insertion(text: string, path: RepoPath, section: string, eol: string, insertAfter: number | undefined): TextEdit {
  const at = insertAfter === undefined ? text.length : lineAfter(text, Math.min(insertAfter, text.length));
  const before = text.slice(0, at).replace("\ufeff", "");
  const endsLine = before === "" || /[\r\n]$/.test(before);
  const endsBlank = before === "" || /(?:\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(before);
  const lead = `${endsLine ? "" : eol}${endsBlank ? "" : eol}`;
  const rest = text.slice(at);
  const tail = rest === "" || /^[ \t]*(?:\r|\n)/.test(rest) ? eol : `${eol}${eol}`;
  return { path, range: [at, at], text: `${lead}${section}${tail}` };
}

function replacement(text: string, path: RepoPath, section: Section, written: (indent: string) => string): TextEdit {
  const lineStart = lineStartOf(text, section.range[0]);
  return { path, range: section.range, text: written(text.slice(lineStart, section.range[0]).replace("\ufeff", "")) };
}
