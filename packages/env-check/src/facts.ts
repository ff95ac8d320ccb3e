// What the rules judge: imports of other people's modules, with the chain that leads to each, and what is declared.
import type { Hook } from "@caio/repo-model/hooks";
import type { Manifest } from "@caio/repo-model/manifests";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import type { Certainty, Step } from "./chain/step.js";
import type { Declared } from "./declared.js";
import type { Provided } from "./distribution-of.js";
import type { Import } from "./imports/import.js";

/** An import of a module that is neither the repository's own nor Python's. */
export interface Occurrence {
  readonly path: RepoPath;
  readonly source: SourceText;
  readonly import: Import;
  readonly certainty: Certainty;
  /** Whether the chain begins at a hook; else at the tests. */
  readonly isFromHook: boolean;
  /** From the hook or the tests to the import. */
  readonly chain: readonly Step[];
  /** Undefined where the distribution is not known. */
  readonly provided: Provided | undefined;
  readonly declared: Declared;
}

/** The set-up document as it is, and its section as it should be. */
export interface DocumentFacts {
  readonly path: RepoPath;
  readonly source: SourceText | undefined;
  readonly wanted: string;
}

export interface EnvFacts {
  readonly occurrences: readonly Occurrence[];
  /** Imports of modules that Python itself had, and has no longer. */
  readonly removed: readonly Occurrence[];
  /** Undefined where the repository has no hooks to tell of. */
  readonly document: DocumentFacts | undefined;
  readonly manifests: readonly Manifest[];
  readonly hooks: readonly Hook[];
  /** The manifests' texts, by path. */
  readonly sources: ReadonlyMap<string, SourceText>;
}
