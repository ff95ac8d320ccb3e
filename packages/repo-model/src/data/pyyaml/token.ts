// The tokens of YAML 1.1 as libyaml makes them.
import type { Mark } from "./cursor.js";

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

interface Span {
  readonly start: Mark;
  readonly end: Mark;
}

export type Token = Span &
  (
    | { readonly type: "stream-end" | "document-start" | "document-end" }
    | { readonly type: "block-list" | "block-map" | "block-end" | "block-entry" | "key" | "value" }
    | { readonly type: "flow-list" | "flow-list-end" | "flow-map" | "flow-map-end" | "flow-entry" }
    | { readonly type: "version"; readonly major: number; readonly minor: number }
    | { readonly type: "tag-directive"; readonly handle: string; readonly prefix: string }
    | { readonly type: "alias" | "anchor"; readonly name: string }
    | { readonly type: "tag"; readonly handle: string; readonly suffix: string }
    | { readonly type: "scalar"; readonly value: string; readonly style: ScalarStyle }
  );
