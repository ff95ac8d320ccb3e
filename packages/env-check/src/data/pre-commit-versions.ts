// The first pre-commit that reads each word of a configuration. Source: pre-commit's change log.

/** By key of the top level or of a hook, by language, by stage. */
export const firstPreCommit: {
  readonly key: Readonly<Record<string, string>>;
  readonly hookKey: Readonly<Record<string, string>>;
  readonly language: Readonly<Record<string, string>>;
  readonly stage: Readonly<Record<string, string>>;
} = {
  key: { default_install_hook_types: "2.18.0", minimum_pre_commit_version: "1.4.2" },
  hookKey: { types_or: "2.9.0", fail_fast: "2.16.0" },
  language: { r: "2.11.0", dart: "2.15.0", lua: "2.17.0", haskell: "3.4.0", julia: "4.1.0", unsupported: "4.4.0", unsupported_script: "4.4.0" },
  stage: {
    "pre-commit": "3.2.0",
    "pre-push": "3.2.0",
    "pre-merge-commit": "3.2.0",
    "pre-rebase": "3.2.0",
    "post-rewrite": "2.15.0",
    "post-merge": "2.11.0",
    "post-checkout": "2.2.0",
    "post-commit": "2.4.0",
  },
};
