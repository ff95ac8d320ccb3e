// The rules of doc-sync.
export { brokenAnchor } from "./broken-anchor.js";
export { brokenLink } from "./broken-link.js";
