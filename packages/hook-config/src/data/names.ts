// The names of pre-commit's files.

/** What `pre-commit run` reads. */
export const configName = ".pre-commit-config.yaml";
/** What a repository of hooks offers. */
export const manifestName = ".pre-commit-hooks.yaml";
