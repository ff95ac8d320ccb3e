// A message with its values in backticks as code.
import type { Child, element } from "./element.js";

/** The parts of a message. */
export function sentence(h: typeof element, text: string): Child[] {
  const parts = text.split("`");
  // An odd backtick is a value's own.
  if (parts.length % 2 === 0) return [text];
  return parts.map((part, index) => (index % 2 === 1 ? h("code", {}, part) : part));
}
