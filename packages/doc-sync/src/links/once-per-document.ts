// What is costly to ask of a document, and asked for each of its links.
import type { Document } from "./link-facts.js";

/** What is asked of a document once, however many of its links lead nowhere. */
export function oncePerDocument<T>(of: (document: Document) => T): (document: Document) => T {
  const known = new WeakMap<Document, { readonly value: T }>();
  return (document) => {
    let held = known.get(document);
    if (held === undefined) known.set(document, (held = { value: of(document) }));
    return held.value;
  };
}
