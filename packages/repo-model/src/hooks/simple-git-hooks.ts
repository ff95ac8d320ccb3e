// Where simple-git-hooks has its configuration. Source: simple-git-hooks 2.14.0, `_getConfig`.

/** Its files at the root, in the order in which they are looked for: the first that there is counts alone; package.json without any. */
export const simpleGitHooksFiles: readonly string[] = [".simple-git-hooks", "simple-git-hooks"]
  .flatMap((name) => [`${name}.cjs`, `${name}.js`, `${name}.mjs`])
  .concat(".simple-git-hooks.json", "simple-git-hooks.json");
