// The options in force where no configuration says otherwise.

/** Options of env-check. */
export interface EnvCheckOptions {
  /** The distribution of an import (`cv2: opencv-python-headless`), where the tables do not know it or another one is meant. */
  readonly imports: Readonly<Record<string, string | readonly string[]>>;
  /** Imports that are provided by other means. */
  readonly provided: readonly string[];
  /** Python files whose imports are needed too, whoever runs them, as patterns. */
  readonly files: readonly string[];
  /** Manifests that hold the same names; found by themselves where two at the root share four fifths of theirs. */
  readonly sync: readonly string[];
  /** The set-up document. */
  readonly document: string;
}

export const defaults: EnvCheckOptions = { imports: {}, provided: [], files: [], sync: [], document: "docs/operations/LOCAL_VALIDATION_SETUP.md" };
