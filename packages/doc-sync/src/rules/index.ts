// The rules of doc-sync.
export { absoluteLink } from "./absolute-link.js";
export { brokenAnchor } from "./broken-anchor.js";
export { brokenLink } from "./broken-link.js";
export { customAnchor } from "./custom-anchor.js";
export { lineAnchor } from "./line-anchor.js";
export { linkCase } from "./link-case.js";
export { linkEscapesRoot } from "./link-escapes-root.js";
export { missingEntity } from "./missing-entity.js";
export { statusConflict } from "./status-conflict.js";
export { undefinedReference } from "./undefined-reference.js";
export { unknownStatus } from "./unknown-status.js";
export { unusedDefinition } from "./unused-definition.js";
