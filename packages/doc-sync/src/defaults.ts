// The options in force where no configuration says otherwise.

/** Options of doc-sync. */
export interface DocSyncOptions {
  /** Documents that are judged. */
  readonly files: readonly string[];
  /** Documents that are left alone: other people's, generated ones, fixtures and templates with links of their own place. */
  readonly exclude: readonly string[];
}

export const defaults: DocSyncOptions = {
  files: ["*.md", "*.markdown"],
  exclude: [
    "node_modules",
    "vendor",
    "vendored",
    "third_party",
    "fixtures",
    "__fixtures__",
    "testdata",
    "test",
    "tests",
    "__tests__",
    "integration-tests",
    "e2e",
    "playground",
    "templates",
    "template",
    "*template*.md",
    "CHANGELOG*.md",
    "changelogs",
    "examples",
  ],
};
