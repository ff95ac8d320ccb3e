// A YAML text as PyYAML's safe_load reads it, with the place of everything.
import type { DataProblem } from "../node.js";
import { compose } from "./compose.js";
import { Constructor, type YamlPair } from "./construct.js";
import { forbiddenCharacter, YamlFault } from "./cursor.js";
import type { YamlMap, YamlNode } from "./graph.js";

/** A text that was read. With a `problem`, PyYAML refuses it and there is no root. */
export interface PyyamlDocument {
  readonly root?: YamlNode;
  readonly problem?: DataProblem;
  /** What a map holds, merge keys resolved; of a key that stands twice the last counts. */
  pairs(map: YamlMap): readonly YamlPair[];
}

/** The text that was read last, as long as somebody holds its document: one check after another reads the same configuration. */
let last: { readonly text: string; readonly document: WeakRef<PyyamlDocument> } | undefined;

/** Reads the only document of a text, which nobody changes. Never throws. */
export function loadPyyaml(text: string): PyyamlDocument {
  const known = last?.text === text ? last.document.deref() : undefined;
  if (known !== undefined) return known;
  const document = load(text);
  last = { text, document: new WeakRef(document) };
  return document;
}

function load(text: string): PyyamlDocument {
  const constructor = new Constructor();
  const pairs = (map: YamlMap): readonly YamlPair[] => constructor.pairs(map);
  const refuse = (message: string, range: readonly [number, number]): PyyamlDocument => ({ pairs, problem: { code: "syntax", message, range } });
  const forbidden = forbiddenCharacter(text);
  if (forbidden !== undefined) return refuse("The file holds a character that YAML does not allow.", [forbidden, forbidden + 1]);
  try {
    const root = compose(text);
    if (root === undefined) return { pairs };
    constructor.check(root);
    return { root, pairs };
  } catch (fault) {
    if (fault instanceof YamlFault) return refuse(fault.message, fault.range);
    throw fault;
  }
}
