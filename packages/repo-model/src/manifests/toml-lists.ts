// Tables and lists of requirements in TOML.
import { textItems, type DataNode } from "../data/index.js";
import type { ManifestDraft, Place } from "./draft.js";
import { takeRequirement } from "./requirements-manifest.js";

type Entries = Extract<DataNode, { kind: "map" }>["entries"];

/** The entries of a table; none for anything else. */
export function entriesOf(node: DataNode | undefined): Entries {
  return node?.kind === "map" ? node.entries : [];
}

/** The requirements of a list. */
export function takeList(draft: ManifestDraft, node: DataNode | undefined, place: Place): void {
  for (const item of textItems(node)) {
    // PDM writes `-e file:///${PROJECT_ROOT}/x#egg=x`.
    const editable = /^-e\s+(.*)$/.exec(item.value)?.[1];
    if (editable === undefined) draft.requirement(item.value, item.range, place);
    else takeRequirement(draft, editable, [...item.range], place, true);
  }
}
