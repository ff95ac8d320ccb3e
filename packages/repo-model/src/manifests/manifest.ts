// What a manifest declares.
import type { Location, RepoPath } from "../text/index.js";

export type Ecosystem = "python" | "node" | "go" | "rust";
/** `runtime` is what every user installs; `optional` an extra; `build` what builds the project; `constraint` declares nothing. */
export type DependencyScope = "runtime" | "optional" | "peer" | "dev" | "build" | "override" | "constraint";

export interface Declaration {
  /** As written. */
  readonly name: string;
  /** The name by which the registry knows what is installed (PEP 503 for Python; the target of an npm alias). */
  readonly canonical: string;
  readonly specifier: string;
  readonly extras: readonly string[];
  readonly marker?: string;
  readonly scope: DependencyScope;
  /** Name of the extra or group. */
  readonly group?: string;
  /** `registry`, or where else it comes from; `local` stays inside the repository. */
  readonly source: "registry" | "url" | "git" | "local";
  readonly at: Location;
}

export interface Manifest {
  readonly path: RepoPath;
  readonly ecosystem: Ecosystem;
  /** The project's own name, where the manifest gives it. */
  readonly project?: string;
  /** The interpreter range (`requires-python`, `engines.node`). */
  readonly requires?: { readonly specifier: string; readonly at: Location };
  readonly declarations: readonly Declaration[];
  /** Other files that it takes in (`-r`, `-c`), relative to the root. */
  readonly includes: readonly { readonly path: string; readonly at: Location; readonly isConstraint: boolean }[];
  /** Why parts could not be read. */
  readonly problems: readonly { readonly message: string; readonly at: Location }[];
}
