// What commands outside of this package (`init`, `completions`, `report`) are made of.
export { acceptFindings, baselinePath, baselineText, readBaseline } from "./baseline.js";
export { loadCheck } from "./call.js";
export { flagsOf } from "./check-flags.js";
export { applyToTree, chooseFixes, patchOfChanges, type FileChange } from "./fix.js";
export { globalFlags, readArguments } from "./flags.js";
export { maskOf } from "./mask.js";
export { openRun, type OpenRun } from "./open-run.js";
export { sharedCommands } from "./shared-commands.js";
