// The rules of doc-sync.
export { brokenAnchor } from "./broken-anchor.js";
export { brokenLink } from "./broken-link.js";
export { missingEntity } from "./missing-entity.js";
export { statusConflict } from "./status-conflict.js";
export { unknownStatus } from "./unknown-status.js";
