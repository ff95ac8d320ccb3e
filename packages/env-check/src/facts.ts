// What the rules judge: imports of other people's modules, with the chain that leads to each, and what is declared.
import type { Hook } from "@caio/repo-model/hooks";
import type { Manifest } from "@caio/repo-model/manifests";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import type { Absent } from "./chain/absent.js";
import type { Certainty, Step } from "./chain/step.js";
import type { ProgramUse } from "./chain/starts.js";
import type { CiFacts } from "./ci/collect-ci.js";
import type { Declared } from "./declared.js";
import type { Provided } from "./distribution-of.js";
import type { GroupInstalls } from "./group-installs.js";
import type { Import } from "./imports/import.js";
import type { Line } from "./installed/line.js";

/** An import of a module that is neither the repository's own nor Python's. */
export interface Occurrence {
  readonly path: RepoPath;
  readonly source: SourceText;
  readonly import: Import;
  readonly certainty: Certainty;
  /** What the chain begins at; undefined for a file that the configuration names. */
  readonly begins: Step["kind"] | undefined;
  /** Whether that is a hook. */
  readonly isFromHook: boolean;
  /** From the hook, the tests or another runner to the import. */
  readonly chain: readonly Step[];
  /** Undefined where the distribution is not known. */
  readonly provided: Provided | undefined;
  readonly declared: Declared;
  /** Whether users of the project import the file: it lies in its packages. */
  readonly isOfPackage: boolean;
  /** A module of nobody known that the file needs beside it, as Odoo's add-ons need `odoo`: what runs the file may bring this too. */
  readonly host?: string;
  /** Whether `import PROJECT` alone comes to it. */
  readonly isAtImport: boolean;
  /** Whether a program that the project brings does. */
  readonly isAtProgram: boolean;
}

/** The set-up document as it is, and its section as it should be. */
export interface DocumentFacts {
  readonly path: RepoPath;
  readonly source: SourceText | undefined;
  readonly wanted: string;
}

/** What Python files and notebooks use, reached or not. */
export interface Imported {
  /** The distributions of what they import, in lower case. */
  readonly distributions: ReadonlySet<string>;
  /** The top-level modules. */
  readonly modules: ReadonlySet<string>;
  /** Canonical names of declared distributions that stand in their texts as a word: a program that is started, a setting. */
  readonly words: ReadonlySet<string>;
}

export interface EnvFacts {
  readonly occurrences: readonly Occurrence[];
  /** Imports of modules that Python itself had, and has no longer. */
  readonly removed: readonly Occurrence[];
  /** The programs that hooks and other runners start, in the order in which they were found. */
  readonly programs: readonly (ProgramUse & { readonly declared: Declared })[];
  /** By programs that no table knows, the package of Node that the lockfile says brings them. */
  readonly nodePrograms: ReadonlyMap<string, string>;
  /** What commands name, and is not there. */
  readonly absent: readonly Absent[];
  /** Undefined where the repository has no hooks to tell of. */
  readonly document: DocumentFacts | undefined;
  readonly manifests: readonly Manifest[];
  readonly hooks: readonly Hook[];
  readonly groups: GroupInstalls;
  /** What any Python file of the repository uses; undefined where nothing asks for it. */
  readonly imported: Imported | undefined;
  /** The manifests' texts, by path. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** What CI's jobs install and run. */
  readonly ci: CiFacts;
  /** What the doctor saw on the machine; absent in a check, which says the same everywhere. */
  readonly machine?: readonly Line[];
}
