// A section of lists and switches is read without the schema, which takes a fiftieth of a run over thousands of documents to load, and a third of one over few.
import { defaults, type DocSyncOptions } from "./defaults.js";

type Test = (value: unknown) => boolean;

const isList =
  (isItem: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(isItem);
const isText: Test = (value) => typeof value === "string";
const isSwitch: Test = (value) => typeof value === "boolean";
const dialects: ReadonlySet<unknown> = new Set<DocSyncOptions["slugs"]>(["auto", "github", "gitlab", "kramdown", "docusaurus", "mkdocs"]);

const plain: Readonly<Record<string, Test>> = {
  files: isList(isText),
  exclude: isList(isText),
  commands: isList((value) => isText(value) && value !== ""),
  slugs: (value) => dialects.has(value),
  online: isSwitch,
  forceSource: isSwitch,
};

/** The schema's output where the section holds nothing but such values; undefined where the schema must be asked. */
export function plainOptions(section: unknown): DocSyncOptions | undefined {
  if (typeof section !== "object" || section === null || Array.isArray(section)) return undefined;
  const isPlain = Object.entries(section).every(([key, value]) => Object.hasOwn(plain, key) && plain[key]?.(value) === true);
  return isPlain ? { ...defaults, ...section } : undefined;
}
