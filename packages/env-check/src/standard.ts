// Whether an import is Python's own.
import { addedIn, always, removedIn } from "./data/standard-library.js";

/** Whether a top-level name is, or was in some version from 3.9 on, a module of the standard library. */
export function isStandard(name: string): boolean {
  return always.has(name) || Object.hasOwn(addedIn, name) || Object.hasOwn(removedIn, name);
}
