// adr-foreign-repo: a guarded change names a decision record of another repository.
import { failRule } from "./fail-rule.js";

export const adrForeignRepo = failRule("adr-foreign-repo", "A guarded change names a decision record of another repository.");
