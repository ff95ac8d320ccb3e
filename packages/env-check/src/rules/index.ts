// The rules, by name.
export { brokenSectionMarkers, missingSetupDocument, staleSetupDocument } from "./set-up-document.js";
export { ambiguousImport } from "./ambiguous-import.js";
export { conflictingDeclarations } from "./conflicting-declarations.js";
export { declaredElsewhere } from "./declared-elsewhere.js";
export { invalidRequirement } from "./invalid-requirement.js";
export { oneSidedDeclaration } from "./one-sided-declaration.js";
export { removedStdlibModule } from "./removed-stdlib-module.js";
export { transitiveOnly } from "./transitive-only.js";
export { undeclaredCommand } from "./undeclared-command.js";
export { undeclaredImport } from "./undeclared-import.js";
export { undeclaredInterpreter } from "./undeclared-interpreter.js";
export { unknownImport } from "./unknown-import.js";
export { unusedDeclaration } from "./unused-declaration.js";
