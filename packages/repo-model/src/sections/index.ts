// Generated sections between markers: only what is between is ours, byte for byte stable.
export type { Section, SectionState } from "./section.js";
