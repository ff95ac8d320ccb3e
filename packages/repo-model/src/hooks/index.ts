// The hooks that a repository declares: pre-commit, husky, lefthook, `.githooks/`.
export type { Hook, HookManager } from "./hook.js";
