// What a manifest declares.
import type { Location, RepoPath } from "../text/index.js";

/** `tool`: a version manager's file, whose declarations are programs. */
export type Ecosystem = "python" | "node" | "go" | "rust" | "tool";
/** `runtime` is what every user installs; `optional` an extra; `build` what builds the project; `constraint` declares nothing; `tool` is a program. */
export type DependencyScope = "runtime" | "optional" | "peer" | "dev" | "build" | "override" | "constraint" | "tool";
export type ManifestFormat =
  | "requirements"
  | "pyproject"
  | "setup.cfg"
  | "setup.py"
  | "pipfile"
  | "conda"
  | "pixi"
  | "tox"
  | "hatch"
  | "package.json"
  | "go.mod"
  | "cargo"
  | "tool-versions"
  | "mise"
  | "python-version"
  | "node-version";

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
  /** The address or path, where it is no registry. */
  readonly from?: string;
  readonly at: Location;
}

/** Another file that a manifest takes in (`-r`, `-c`, `file:`). */
export interface ManifestInclude {
  /** Relative to the root where it lies inside; else as written. */
  readonly path: string;
  readonly at: Location;
  readonly isConstraint: boolean;
  /** The extra or group that takes it in, where it is not everyone who installs the project. */
  readonly group?: string;
}

/** An extra, a group or an environment, with what it takes in. */
export interface ManifestGroup {
  readonly name: string;
  readonly kind: "extra" | "group" | "environment";
  /** The groups (PEP 735's `include-group`) and extras (`project[extra]`, hatch's `features`) of the same manifest that come with it. */
  readonly includes: readonly string[];
  /** Whether it is left out where nobody asks for it, though its like are not (poetry's `optional = true`). */
  readonly isOptional?: true;
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
  /** The programs that the project brings, each with the module or the file that it starts; absent where none are named. */
  readonly programs?: readonly { readonly name: string; readonly module: string }[];
  readonly declarations: readonly Declaration[];
  /** In the order in which they stand. */
  readonly groups: readonly ManifestGroup[];
  /** Folders of a workspace's members (uv, npm, Cargo), as globs from the manifest's folder; what begins with `!` is left out. */
  readonly members?: readonly string[];
  readonly includes: readonly ManifestInclude[];
  /** What could not be read. */
  readonly problems: readonly ManifestProblem[];
  /** Whether it may declare more than could be read: computed values, a fault of syntax. */
  readonly isPartial: boolean;
  /** Whether a partial manifest names requirements files in its text: what it computes comes from those. */
  readonly readsRequirements?: true;
}
