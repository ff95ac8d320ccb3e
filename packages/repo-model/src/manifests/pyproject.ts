// pyproject.toml: PEP 621, 735 and 518, poetry, PDM, uv, hatch, flit, rye, pixi, setuptools' dynamic files.
import { atPointer, child, parseToml, textItems, textOf, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { draftManifest, type ManifestDraft, type Place } from "./draft.js";
import type { Manifest } from "./manifest.js";
import { takePoetry, takeVersionTable } from "./poetry.js";

type Entries = Extract<DataNode, { kind: "map" }>["entries"];

/** The entries of a table; none for anything else. */
export function entriesOf(node: DataNode | undefined): Entries {
  return node?.kind === "map" ? node.entries : [];
}

function takeList(draft: ManifestDraft, node: DataNode | undefined, place: Place): void {
  for (const item of textItems(node)) draft.requirement(item.value, item.range, place);
}

function takeProject(draft: ManifestDraft, project: DataNode | undefined): void {
  const name = textOf(child(project, "name"));
  if (name !== undefined) draft.project = name;
  const requires = child(project, "requires-python");
  if (requires?.kind === "string") draft.requires = { specifier: requires.value, at: draft.source.at(requires.range) };
  takeList(draft, child(project, "dependencies"), { scope: "runtime" });
  for (const { key, value } of entriesOf(child(project, "optional-dependencies"))) takeList(draft, value, { scope: "optional", group: key });
}

/** `dynamic`: what setuptools reads from files is taken in; what another backend computes is unknown. */
function takeDynamic(draft: ManifestDraft, root: DataNode | undefined): void {
  const dynamic = new Set(textItems(atPointer(root, "/project/dynamic")).map(({ value }) => value));
  const files = (node: DataNode | undefined): boolean => {
    const file = child(node, "file");
    const items = file?.kind === "string" ? [file] : textItems(file);
    for (const item of items) draft.include(item.value, item.range, false);
    return items.length > 0;
  };
  const setuptools = atPointer(root, "/tool/setuptools/dynamic");
  if (dynamic.has("dependencies") && !files(child(setuptools, "dependencies"))) draft.isPartial = true;
  if (dynamic.has("optional-dependencies")) {
    const extras = entriesOf(child(setuptools, "optional-dependencies"));
    if (extras.length === 0) draft.isPartial = true;
    for (const { value } of extras) if (!files(value)) draft.isPartial = true;
  }
}

function takeHatch(draft: ManifestDraft, hatch: DataNode | undefined): void {
  for (const { key, value } of entriesOf(child(hatch, "envs"))) {
    for (const name of ["dependencies", "extra-dependencies"]) takeList(draft, child(value, name), { scope: "dev", group: key });
    for (const { value: override } of entriesOf(child(value, "overrides"))) {
      for (const { value: condition } of entriesOf(override)) {
        for (const { key: target, value: list } of entriesOf(condition)) {
          if (!target.endsWith("dependencies") || list.kind !== "list") continue;
          takeList(draft, list, { scope: "dev", group: key });
          for (const item of list.items) {
            const text = child(item, "value");
            if (text?.kind === "string") draft.requirement(text.value, text.range, { scope: "dev", group: key });
          }
        }
      }
    }
  }
  for (const { value } of entriesOf(atPointer(hatch, "/build/targets"))) takeList(draft, child(value, "dependencies"), { scope: "build" });
  takeList(draft, atPointer(hatch, "/build/dependencies"), { scope: "build" });
}

function takeTools(draft: ManifestDraft, tool: DataNode | undefined): void {
  takePoetry(draft, child(tool, "poetry"));
  for (const { key, value } of entriesOf(atPointer(tool, "/pdm/dev-dependencies"))) takeList(draft, value, { scope: "dev", group: key });
  for (const name of ["uv", "rye"]) takeList(draft, child(child(tool, name), "dev-dependencies"), { scope: "dev", group: "dev" });
  takeList(draft, atPointer(tool, "/uv/constraint-dependencies"), { scope: "constraint" });
  takeList(draft, atPointer(tool, "/uv/override-dependencies"), { scope: "override" });
  takeHatch(draft, child(tool, "hatch"));
  const flit = atPointer(tool, "/flit/metadata");
  const module = textOf(child(flit, "dist-name")) ?? textOf(child(flit, "module"));
  if (module !== undefined) draft.project ??= module;
  takeList(draft, child(flit, "requires"), { scope: "runtime" });
  takeList(draft, child(flit, "dev-requires"), { scope: "dev" });
  for (const { key, value } of entriesOf(child(flit, "requires-extra"))) takeList(draft, value, { scope: "optional", group: key });
  const pixi = child(tool, "pixi");
  for (const table of [pixi, ...entriesOf(child(pixi, "feature")).map(({ value }) => value)])
    for (const name of ["dependencies", "pypi-dependencies"]) takeVersionTable(draft, child(table, name), { scope: "runtime" });
  for (const { key, value } of entriesOf(atPointer(tool, "/tox/env"))) takeList(draft, child(value, "deps"), { scope: "dev", group: key });
  takeList(draft, atPointer(tool, "/tox/env_run_base/deps"), { scope: "dev", group: "tox" });
}

/** Reads pyproject.toml. Never throws. */
export function readPyproject(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "pyproject");
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  takeProject(draft, child(root, "project"));
  takeDynamic(draft, root);
  for (const { key, value } of entriesOf(child(root, "dependency-groups"))) takeList(draft, value, { scope: "dev", group: key });
  takeList(draft, atPointer(root, "/build-system/requires"), { scope: "build" });
  takeTools(draft, child(root, "tool"));
  return draft.done();
}
