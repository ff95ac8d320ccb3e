// Finds the generated sections of a file, and what is wrong with their markers.
import { lineAfter, lineStartOf } from "./lines.js";
import { findMarkers } from "./markers.js";
import type { Section, SectionProblem, Sections } from "./section.js";
import type { Range } from "../text/index.js";

const words = /^(begin|end)\s+([\w-]+\/[\w./-]+)(?:\s+sha256=([0-9a-f]{64}))?$/;

/** The sections of a text. `path` tells how its comments are written. Never throws. */
export function findSections(text: string, path: string): Sections {
  const sections: Section[] = [];
  const problems: SectionProblem[] = [];
  const names = new Set<string>();
  let open: { readonly name: string; readonly range: Range; readonly hash?: string } | undefined;
  for (const marker of findMarkers(text, path)) {
    const [, kind, name = "", hash] = words.exec(marker.words) ?? [];
    const { range } = marker;
    if (kind === undefined)
      problems.push({ range, message: `The marker \`caio:${marker.words.slice(0, 80)}\` is not \`begin\` or \`end\` with \`CHECK/NAME\` and a hash.` });
    else if (kind === "begin") {
      if (open !== undefined) problems.push({ range, message: `The section \`${name}\` begins inside \`${open.name}\`.` });
      if (names.has(name)) problems.push({ range, message: `The section \`${name}\` begins a second time.` });
      names.add(name);
      open = { name, range, ...(hash === undefined ? {} : { hash }) };
    } else if (open === undefined || open.name !== name) {
      problems.push({ range, message: `The section \`${name}\` ends here and did not begin${open === undefined ? "" : `: \`${open.name}\` is open`}.` });
    } else {
      const from = lineAfter(text, open.range[1]);
      const lineStart = lineStartOf(text, range[0]);
      sections.push({
        name,
        range: [open.range[0], range[1]],
        content: [from, Math.max(from, lineStart)],
        ...(open.hash === undefined ? {} : { hash: open.hash }),
      });
      open = undefined;
    }
  }
  if (open !== undefined) problems.push({ range: open.range, message: `The section \`${open.name}\` has no end marker.` });
  return { sections, problems };
}
