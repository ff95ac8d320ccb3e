// Generated sections between markers: only what is between is ours, byte for byte stable.
export { findSections } from "./find.js";
export { foreignSections, type ForeignSection } from "./foreign.js";
export { sectionHash, sectionState, writeSection, type WriteOptions } from "./write.js";
export type { Section, SectionProblem, Sections, SectionState } from "./section.js";
