// Declared dependencies of a repository, with ranges; PEP 440, 503 and 508.
export type { Declaration, DependencyScope, Ecosystem, Manifest } from "./manifest.js";
