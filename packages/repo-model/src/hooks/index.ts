// The hooks that a repository declares: pre-commit, husky, lefthook, `.githooks/`; their command lines as commands.
export { gitHooks, stageToday } from "./git-hooks.js";
export { readGitHooks, type GitHooks, type GitHookScript } from "./installed-hooks.js";
export { listHooks, nestedConfiguration } from "./list-hooks.js";
export { simpleGitHooksFiles } from "./simple-git-hooks.js";
export { mostCommands, parseShell, type ShellCommand } from "./shell.js";
export type { ShellWord } from "./shell-word.js";
export type { Hook, HookFilters, HookManager } from "./hook.js";
