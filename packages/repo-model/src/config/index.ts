// The configuration: found, read, composed and explained.
export { configurationText, explainPath, isSuppressed } from "./explain.js";
export { configurationNames, findConfiguration } from "./find-configuration.js";
export { knownSections, loadConfiguration } from "./load-configuration.js";
export { nearest } from "./nearest.js";
export { sectionOptions, type SectionInForce } from "./section-options.js";
export type { Configuration, SectionSettings, Suppression } from "./configuration.js";
