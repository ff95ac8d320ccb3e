// The configuration: found, read, composed and explained.
export type { Configuration, SectionSettings, Suppression } from "./configuration.js";
