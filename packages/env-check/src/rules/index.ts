// The rules, by name.
export { brokenSectionMarkers, missingSetupDocument, staleSetupDocument } from "./set-up-document.js";
export { invalidRequirement } from "./invalid-requirement.js";
export { oneSidedDeclaration } from "./one-sided-declaration.js";
export { removedStdlibModule } from "./removed-stdlib-module.js";
export { transitiveOnly } from "./transitive-only.js";
export { undeclaredImport } from "./undeclared-import.js";
export { unknownImport } from "./unknown-import.js";
