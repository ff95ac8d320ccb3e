// missing-section: a decision record of the usual form leaves out what was decided, or why.
import type { LintedRecord } from "../facts.js";
import { fileName, recordRule } from "./record-rule.js";

/** Headings of Nygard's form and of MADR, and what houses call them. */
const sections = {
  context: /\b(?:context|problem|background|motivation|issue|intro(?:duction)?|summary|abstract|why|drivers|requirements|goals?|overview|rationale|scope)\b/i,
  decision:
    /\b(?:decisions?|decided|outcomes?|preferred|chosen|selected|proposals?|proposed|solutions?|resolution|resolved|conclusions?|approach|design|recommendations?|strategy)\b/i,
  consequences: /\b(?:consequences?|implications?|impact|outcomes?|results?|trade-?offs?|pros)\b/i,
} as const;

/** Sections that a record of this form needs, with how they are told. */
const needed = [
  ["context", "why a decision was necessary", "Add a section `## Context`."],
  ["decision", "what was decided", "Add a section `## Decision`."],
] as const;

const has = ({ headings }: LintedRecord, name: keyof typeof sections): boolean => headings.slice(1).some((heading) => sections[name].test(heading));

/** Of another form, or in another language, a record is not judged. */
const isOfForm = (record: LintedRecord): boolean =>
  record.headings.length > 2 && (["context", "decision", "consequences"] as const).some((name) => has(record, name));

export const missingSection = recordRule("missing-section", "A decision record leaves out what was decided, or why.", "note", function* (records) {
  const judged = records.filter(isOfForm);
  for (const [name, what, help] of needed) {
    const without = judged.filter((record) => !has(record, name));
    // What most leave out is the form of the house.
    if (without.length > 2 && without.length * 2 > judged.length) continue;
    for (const record of without) yield { message: `\`${fileName(record)}\` has no section that says ${what}.`, at: record.at, help };
  }
});
