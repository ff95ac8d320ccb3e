// The graph of a YAML document as PyYAML composes it: an alias leads to the very node that it names.
import type { Range } from "../../text/index.js";
import type { ScalarStyle } from "./token.js";

/** The way to a node: where it is written, or an alias of it. */
export interface YamlEdge {
  readonly node: YamlNode;
  /** The alias `*name` as it stands; absent where the node itself stands. */
  readonly alias?: Range;
}

interface Base {
  /** The resolved tag, `tag:yaml.org,2002:` written as `!!`. */
  readonly tag: string;
  /** The value as it is written, quotes included, without anchor and tag. */
  readonly range: Range;
  /** The same with anchor and tag before it. */
  readonly outer: Range;
  readonly anchor?: string;
}

export interface YamlScalar extends Base {
  readonly kind: "scalar";
  readonly value: string;
  readonly style: ScalarStyle;
}
export interface YamlList extends Base {
  readonly kind: "list";
  readonly items: readonly YamlEdge[];
  readonly isFlow: boolean;
}
export interface YamlMap extends Base {
  readonly kind: "map";
  /** As written: merge keys and duplicates too. */
  readonly entries: readonly { readonly key: YamlEdge; readonly value: YamlEdge }[];
  readonly isFlow: boolean;
}
export type YamlNode = YamlScalar | YamlList | YamlMap;
