// `sha` is `rev` since pre-commit 1.0; where both stand, which one is meant is not ours to say.
import type { PyyamlDocument, YamlNode, YamlScalar } from "@caio/repo-model/data";
import { mapView } from "../validate/map-view.js";
import type { Change } from "./change.js";
import { renamings, type Renaming } from "./rename.js";
import type { Roles } from "./roles.js";

const shaRenaming: Renaming = {
  rule: "sha-key",
  role: "repository-key",
  names: { sha: "rev" },
  message: () => "The key `sha` is called `rev` today.",
  data: () => ({}),
};

/** Keys `sha` in a repository that has `rev` too. */
function doubled(document: PyyamlDocument, roles: Roles): Map<YamlNode, YamlScalar> {
  const found = new Map<YamlNode, YamlScalar>();
  for (const repository of roles.repositories) {
    const view = mapView(document, repository);
    const sha = view?.pairs.get("sha");
    if (view === undefined || sha?.key.node.kind !== "scalar" || !view.pairs.has("rev")) continue;
    found.set(sha.key.node, sha.key.node);
  }
  return found;
}

export function shaChanges(text: string, document: PyyamlDocument, roles: Roles): Change[] {
  const both = doubled(document, roles);
  const single = renamings(text, { ...roles, valued: (values) => roles.valued(values).filter((node) => !both.has(node)) }, shaRenaming);
  const told = [...both.values()].map(({ range }): Change => ({
    rule: "sha-and-rev",
    message: "`sha` and `rev` stand together; pre-commit reads `rev`.",
    range,
    help: "Remove the one that is wrong.",
    title: "",
    splices: [],
    data: {},
  }));
  return [...single, ...told];
}
