// Pixi's tables: pixi.toml, and `[tool.pixi]` of pyproject.toml.
import { atPointer, child, parseToml, textOf, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { condaCanonical } from "./conda.js";
import { draftManifest, type ManifestDraft } from "./draft.js";
import type { Manifest } from "./manifest.js";
import { takeVersionTable } from "./poetry.js";
import { entriesOf } from "./toml-lists.js";

/** The tables of dependencies at the top, of each feature and of each platform. */
export function takePixi(draft: ManifestDraft, pixi: DataNode | undefined): void {
  const tables = [pixi, ...entriesOf(child(pixi, "feature")).map(({ value }) => value)];
  const targets = tables.flatMap((table) => entriesOf(child(table, "target")).map(({ value }) => value));
  for (const table of [...tables, ...targets]) {
    takeVersionTable(draft, child(table, "dependencies"), { scope: "runtime" }, undefined, condaCanonical);
    takeVersionTable(draft, child(table, "pypi-dependencies"), { scope: "runtime" });
    for (const name of ["host-dependencies", "build-dependencies"]) takeVersionTable(draft, child(table, name), { scope: "build" }, undefined, condaCanonical);
  }
}

/** Reads pixi.toml. Never throws. */
export function readPixi(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "pixi");
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  takePixi(draft, root);
  const name = textOf(atPointer(root, "/package/name"));
  if (name !== undefined) draft.project = name;
  return draft.done();
}
