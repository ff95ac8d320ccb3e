// A section of lists and switches is read without the schema, which takes a sixth of a run to load. Whatever else a section says is the schema's to judge.
import { defaults, type AdrGateOptions } from "./defaults.js";
import { isMap } from "./event/review.js";

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isGuardrail = (value: unknown): boolean =>
  isText(value) ||
  (isMap(value) &&
    Object.keys(value).every((key) => key === "id" || key === "paths" || key === "why") &&
    isText(value["id"]) &&
    isTexts(value["paths"]) &&
    value["paths"].length > 0 &&
    (!Object.hasOwn(value, "why") || typeof value["why"] === "string"));

const lists: Readonly<Record<string, (value: unknown) => boolean>> = { guardrails: isGuardrail, exclude: isText, acceptedStatuses: isText };
const switches = new Set(Object.entries(defaults).flatMap(([key, value]) => (typeof value === "boolean" ? [key] : [])));

/** The schema's output where the section holds nothing but lists of texts, guardrails and switches; undefined where the schema must be asked. */
export function plainOptions(section: unknown): AdrGateOptions | undefined {
  if (!isMap(section)) return undefined;
  const isPlain = Object.entries(section).every(([key, value]) => {
    const isItem = Object.hasOwn(lists, key) ? lists[key] : undefined;
    return isItem === undefined ? switches.has(key) && typeof value === "boolean" : Array.isArray(value) && value.every((item) => isItem(item));
  });
  return isPlain ? { ...defaults, ...section } : undefined;
}
