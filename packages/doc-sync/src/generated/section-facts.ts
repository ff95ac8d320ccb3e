// The generated sections of the documents: what they hold, what they are to hold, and what is wrong with their markers.
import type { Context } from "@caio/repo-model/check";
import { findSections, foreignSections, type ForeignSection, type Section } from "@caio/repo-model/sections";
import type { Range } from "@caio/repo-model/text";
import type { DocSyncOptions } from "../defaults.js";
import type { Document } from "../links/link-facts.js";
import { wantedOf, type Wanted } from "./wanted.js";

/** One section of ours. */
export interface SectionFact {
  readonly document: Document;
  readonly section: Section;
  readonly wanted: Wanted;
}

/** A marker that is not in order. */
export interface MarkerProblem {
  readonly document: Document;
  readonly range: Range;
  readonly message: string;
}

export interface GeneratedFacts {
  readonly sections: readonly SectionFact[];
  readonly problems: readonly MarkerProblem[];
}

const prefix = "doc-sync/";

/** What other tools own of a document; found when a fix is at stake. */
const foreign = new WeakMap<Document, readonly ForeignSection[]>();
export function foreignOf(document: Document): readonly ForeignSection[] {
  const known = foreign.get(document) ?? foreignSections(document.source.text, document.markdown);
  foreign.set(document, known);
  return known;
}

const overlaps = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1];

/** Reads the sections of all documents. Nothing is run: what a command prints is not known here. */
export async function readGenerated(context: Context, options: DocSyncOptions, documents: readonly Document[]): Promise<GeneratedFacts> {
  const sections: SectionFact[] = [];
  const problems: MarkerProblem[] = [];
  for (const document of documents) {
    const { source } = document;
    if (!source.namesCaio || !source.text.includes("caio:")) continue;
    const found = findSections(source.text, source.path);
    for (const { range, message } of found.problems) problems.push({ document, range, message });
    if (found.problems.length > 0) continue;
    for (const section of found.sections) {
      if (!section.name.startsWith(prefix)) continue;
      const owner = foreignOf(document).find(
        ({ owner: name, range }) => overlaps(range, section.range) && !(name === "embedme" && range[0] >= section.content[0] && range[1] <= section.content[1]),
      );
      if (owner !== undefined)
        problems.push({ document, range: section.range, message: `The section \`${section.name}\` lies in what ${owner.owner} writes.` });
      else sections.push({ document, section, wanted: await wantedOf(context, options, document, section.name.slice(prefix.length), section.range[1]) });
    }
  }
  return { sections, problems };
}
