// What a manifest declares.
import type { Location, RepoPath } from "../text/index.js";

export type Ecosystem = "python" | "node" | "go" | "rust";
/** `runtime` is what every user installs; `optional` an extra; `build` what builds the project; `constraint` declares nothing. */
export type DependencyScope = "runtime" | "optional" | "peer" | "dev" | "build" | "override" | "constraint";
export type ManifestFormat = "requirements" | "pyproject" | "setup.cfg" | "setup.py" | "pipfile" | "conda" | "tox" | "package.json" | "go.mod" | "cargo";

export interface Declaration {
  /** As written. */
  readonly name: string;
  /** The name by which the registry knows what is installed (PEP 503 for Python; the target of an npm alias). */
  readonly canonical: string;
  /** "" where any version will do. */
  readonly specifier: string;
  readonly extras: readonly string[];
  readonly marker?: string;
  readonly scope: DependencyScope;
  /** Name of the extra, group or environment. */
  readonly group?: string;
  /** `registry`, or where else it comes from; `local` stays inside the repository. */
  readonly source: "registry" | "url" | "git" | "local";
  readonly at: Location;
}

/** Another file that a manifest takes in (`-r`, `-c`, `file:`). */
export interface ManifestInclude {
  /** Relative to the root where it lies inside; else as written. */
  readonly path: string;
  readonly at: Location;
  readonly isConstraint: boolean;
}

export interface ManifestProblem {
  readonly message: string;
  readonly at: Location;
  /** `syntax`: the file's rest was not read; `requirement`: one entry is not valid. */
  readonly code: "syntax" | "requirement";
}

export interface Manifest {
  readonly path: RepoPath;
  readonly ecosystem: Ecosystem;
  readonly format: ManifestFormat;
  /** The project's own name, where the manifest gives it. */
  readonly project?: string;
  /** The interpreter range (`requires-python`, `engines.node`). */
  readonly requires?: { readonly specifier: string; readonly at: Location };
  readonly declarations: readonly Declaration[];
  readonly includes: readonly ManifestInclude[];
  /** What could not be read. */
  readonly problems: readonly ManifestProblem[];
  /** Whether it may declare more than could be read: computed values, a fault of syntax. */
  readonly isPartial: boolean;
}
