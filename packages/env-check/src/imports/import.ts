// One import of a Python file.

/** In which an import stands: `tc` is a branch of `TYPE_CHECKING`, `try` and `except` belong to a handler of ImportError. */
export type ImportContext = "tc" | "try" | "except" | "if" | "def";

export interface Import {
  /** From 1: of the statement or the call. */
  readonly line: number;
  /** Offset of the statement or the call in the text, in UTF-16 units. */
  readonly offset: number;
  /** The dots of a relative import. */
  readonly level: number;
  /** "" for `from . import x`. */
  readonly module: string;
  /** The names that a `from` takes; absent for `import`, `*` included as it is. */
  readonly names?: readonly string[];
  readonly context: readonly ImportContext[];
  /** Whether it is known to do without: it stands in `with suppress(ImportError)`, or behind a `pytest.importorskip` of its block. */
  readonly isGuarded?: true;
  /** The modules without which it is not come to: `try: import x` with a handler that skips the tests. */
  readonly guards?: readonly string[];
  /** Whether a test says that it fails: it stands in `with pytest.raises(ImportError)`. */
  readonly isToFail?: boolean;
  /** For a dynamic import, what does it: `importlib.import_module`, `__import__`, `pytest.importorskip`, `pytest_plugins`. */
  readonly via?: string;
}
