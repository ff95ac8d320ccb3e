// The configuration: found, read, composed and explained.
export { configurationSchema } from "./configuration-schema.js";
export { configurationText } from "./configuration-text.js";
export { explainPath } from "./explain.js";
export { configurationNames, findConfiguration, type FoundConfiguration } from "./find-configuration.js";
export { knownSections, loadConfiguration, type LoadOptions } from "./load-configuration.js";
export { nearest, nearestIn } from "./nearest.js";
export { sectionOptions, type SectionInForce } from "./section-options.js";
export { suppressionEntries, type SuppressionEntries } from "./suppressions.js";
export type { Configuration, Override, SectionSettings, Suppression } from "./configuration.js";
