// Patterns that can select nothing: no path of a repository has their form, or another pattern takes out all that they name.
import type { Guardrail } from "../defaults.js";
import { patternSet, readablePattern } from "./path-patterns.js";

/** A segment that no path of a repository has. */
const impossible = /(?:^|\/)\.{1,2}(?:\/|$)|[^/]\/{2,}[^/]|^\/?\.git(?:\/|$)/;
const hasWildcard = (pattern: string): boolean => /[*?[{]/.test(pattern);

/** Whether `taker` names whatever `pattern` names; false where that is not certain. */
function takesAll(taker: string, pattern: string): boolean {
  if (taker === pattern || taker === "**" || taker === "**/*" || taker === "*") return true;
  const ending = /^(?:\*\*\/)?\*(\.[\w.-]+)$/.exec(taker)?.[1];
  if (ending !== undefined && pattern.endsWith(ending)) return true;
  const folder = /^\/?([^*?[\]{}]+?)(?:\/\*\*|\/)$/.exec(taker)?.[1];
  // A folder without a slash within is one at any depth.
  if (folder !== undefined && taker.replace(/\/$/, "").includes("/") && pattern.replace(/^\//, "").startsWith(`${folder}/`)) return true;
  if (hasWildcard(pattern)) return false;
  const set = patternSet([taker]);
  const bare = pattern.replace(/^\/+|\/+$/g, "");
  const isAnchored = pattern.replace(/\/+$/, "").includes("/");
  return set.match(bare) !== undefined && (isAnchored || set.match(`x/y/${bare}`) !== undefined);
}

/** The patterns of guardrails that select nothing, as written; those of `exclude` take out what they name. */
export function deadPatterns(guardrails: readonly Guardrail[], exclude: readonly string[]): readonly string[] {
  const excluding = exclude.filter((pattern) => !pattern.startsWith("!")).map(readablePattern);
  // A `!` in `exclude` may bring back anything.
  const isPlain = exclude.every((pattern) => !pattern.startsWith("!"));
  return guardrails.flatMap(({ paths }) => {
    const takers = [...paths.filter((pattern) => pattern.startsWith("!")).map((pattern) => readablePattern(pattern.slice(1))), ...(isPlain ? excluding : [])];
    return paths.filter((pattern) => {
      if (pattern.startsWith("!")) return false;
      const text = readablePattern(pattern);
      return impossible.test(text) || takers.some((taker) => takesAll(taker, text));
    });
  });
}
