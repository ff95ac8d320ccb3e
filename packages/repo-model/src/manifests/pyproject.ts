// pyproject.toml: PEP 621, 735 and 518, poetry, PDM, uv, hatch, flit, rye, pixi, setuptools' dynamic files.
import { atPointer, child, parseToml, textItems, textOf, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { draftManifest, type ManifestDraft, type Place } from "./draft.js";
import { canonicalName } from "./canonical-name.js";
import type { Declaration, Manifest } from "./manifest.js";
import { takeHatch } from "./hatch.js";
import { takePixi } from "./pixi.js";
import { takePoetry } from "./poetry.js";
import { takeRequirement } from "./requirements-manifest.js";
import { entriesOf, takeList } from "./toml-lists.js";

/** PEP 735: requirements, and `{ include-group = "name" }`. */
function takeGroups(draft: ManifestDraft, groups: DataNode | undefined): void {
  for (const { key, value } of entriesOf(groups)) {
    const taken = value.kind === "list" ? value.items.flatMap((item) => textOf(child(item, "include-group")) ?? []) : [];
    draft.group(key, "group", taken);
    takeList(draft, value, { scope: "dev", group: key });
  }
}

function takeProject(draft: ManifestDraft, project: DataNode | undefined): void {
  const name = textOf(child(project, "name"));
  if (name !== undefined) draft.project = name;
  const requires = child(project, "requires-python");
  if (requires?.kind === "string") draft.requires = { specifier: requires.value, at: draft.source.at(requires.range) };
  takeList(draft, child(project, "dependencies"), { scope: "runtime" });
  for (const { key, value } of entriesOf(child(project, "optional-dependencies"))) {
    draft.group(key, "extra");
    takeList(draft, value, { scope: "optional", group: key });
  }
}

/** The programs of a project, as its standard and poetry have them. */
function takePrograms(draft: ManifestDraft, root: DataNode | undefined): void {
  for (const pointer of ["/project/scripts", "/project/gui-scripts", "/tool/poetry/scripts"])
    for (const { key, value } of entriesOf(atPointer(root, pointer))) draft.program(key, textOf(value) ?? textOf(child(value, "reference")) ?? "");
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
  // The hook of hatch-requirements-txt.
  const hooks = atPointer(root, "/tool/hatch/metadata/hooks");
  const hookFiles = textItems(child(child(hooks, "requirements_txt"), "files"));
  for (const { value, range } of hookFiles) draft.include(value, range, false);
  // uv-dynamic-versioning puts a version into what it lists.
  const versioned = child(hooks, "uv-dynamic-versioning");
  takeVersioned(draft, child(versioned, "dependencies"), { scope: "runtime" });
  for (const { key, value } of entriesOf(child(versioned, "optional-dependencies"))) takeVersioned(draft, value, { scope: "optional", group: key });
  const isTold = files(child(setuptools, "dependencies")) || hookFiles.length > 0 || child(versioned, "dependencies") !== undefined;
  // Poetry takes them from either table, whatever `dynamic` says.
  const isOfPoetry = atPointer(root, "/tool/poetry/dependencies") ?? (atPointer(root, "/tool/poetry") && atPointer(root, "/project/dependencies"));
  if (dynamic.has("dependencies") && !isTold && isOfPoetry === undefined) draft.isPartial = true;
  if (dynamic.has("optional-dependencies")) {
    const extras = entriesOf(child(setuptools, "optional-dependencies"));
    const isToldElsewhere = child(versioned, "optional-dependencies") !== undefined || atPointer(root, "/tool/poetry/extras") !== undefined;
    if (extras.length === 0 && !isToldElsewhere) draft.isPartial = true;
    for (const { value } of extras) if (!files(value)) draft.isPartial = true;
  }
}

/** Requirements with `{{ version }}` in them: their names. */
function takeVersioned(draft: ManifestDraft, list: DataNode | undefined, place: Place): void {
  for (const { value, range } of textItems(list)) draft.requirement(value.includes("{{") ? value.replace(/\s*[=<>!~].*$/, "") : value, range, place);
}

/** uv's `default-groups`: what it installs where no group is asked for, as it does `dev` else. */
function takeDefaultGroups(draft: ManifestDraft, root: DataNode | undefined): void {
  const defaults = atPointer(root, "/tool/uv/default-groups");
  const named = textOf(defaults) === "all" ? entriesOf(child(root, "dependency-groups")).map(({ key }) => key) : textItems(defaults).map(({ value }) => value);
  const others = named.filter((name) => name !== "dev");
  if (others.length > 0) draft.group("dev", "group", others);
}

function takeTools(draft: ManifestDraft, tool: DataNode | undefined): void {
  takePoetry(draft, child(tool, "poetry"));
  for (const { key, value } of entriesOf(atPointer(tool, "/pdm/dev-dependencies"))) takeList(draft, value, { scope: "dev", group: key });
  for (const name of ["uv", "rye"]) takeList(draft, child(child(tool, name), "dev-dependencies"), { scope: "dev", group: "dev" });
  const workspace = atPointer(tool, "/uv/workspace");
  if (workspace?.kind === "map")
    draft.members = [
      ...textItems(child(workspace, "members")).map(({ value }) => value),
      ...textItems(child(workspace, "exclude")).map(({ value }) => `!${value}`),
    ];
  takeList(draft, atPointer(tool, "/uv/constraint-dependencies"), { scope: "constraint" });
  takeList(draft, atPointer(tool, "/uv/override-dependencies"), { scope: "override" });
  takeHatch(draft, child(tool, "hatch"));
  const flit = atPointer(tool, "/flit/metadata");
  const module = textOf(child(flit, "dist-name")) ?? textOf(child(flit, "module"));
  if (module !== undefined) draft.project ??= module;
  takeList(draft, child(flit, "requires"), { scope: "runtime" });
  takeList(draft, child(flit, "dev-requires"), { scope: "dev" });
  for (const { key, value } of entriesOf(child(flit, "requires-extra"))) takeList(draft, value, { scope: "optional", group: key });
  takePixi(draft, child(tool, "pixi"));
  takeToxTable(draft, child(tool, "tox"));
}

/** tox's own TOML: `[env_run_base]` and `[env.NAME]`. */
function takeToxTable(draft: ManifestDraft, tox: DataNode | undefined): void {
  const environments = [...entriesOf(child(tox, "env")), ...entriesOf(tox).filter(({ key }) => key === "env_run_base")];
  for (const { key, value } of environments) {
    const taken = [...textItems(child(value, "extras")), ...textItems(child(value, "dependency_groups"))].map(({ value: name }) => name);
    draft.group(key, "environment", taken);
    const place: Place = { scope: "dev", group: key };
    // Each is a line of a requirements file, which may end in a comment.
    for (const { value: line, range } of textItems(child(value, "deps"))) {
      const text = line.replace(/(?:^|\s+)#[^]*$/, "");
      if (text === "") continue;
      const [, option, path] = /^-(r|c)\s*(.+)$/.exec(text) ?? [];
      if (path === undefined) takeRequirement(draft, text.replace(/^-e\s*/, ""), [...range], place, text.startsWith("-e"));
      else draft.include(path.trim().replace(/^\{(?:toxinidir|tox_root)\}\/?/, ""), range, option === "c");
    }
  }
}

/** Reads tox.toml. Never throws. */
export function readToxToml(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "tox");
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  takeToxTable(draft, root);
  return draft.done();
}

/** `[tool.uv.sources]` says where a requirement comes from. */
function withSources(manifest: Manifest, sources: DataNode | undefined): Manifest {
  const places = new Map(
    entriesOf(sources).map(({ key, value }) => {
      const table = value.kind === "list" ? value.items[0] : value;
      const isLocal = child(table, "path") !== undefined || child(table, "workspace") !== undefined;
      const [git, url] = [textOf(child(table, "git")), textOf(child(table, "url"))];
      const from = git ?? url ?? textOf(child(table, "path"));
      const source: Declaration["source"] = git !== undefined ? "git" : isLocal ? "local" : url === undefined ? "registry" : "url";
      return [canonicalName(key), { source, ...(from === undefined ? {} : { from }) }] as const;
    }),
  );
  if (places.size === 0) return manifest;
  return {
    ...manifest,
    declarations: manifest.declarations.map((one) => (one.source === "registry" ? { ...one, ...places.get(one.canonical) } : one)),
  };
}

/** Reads pyproject.toml. Never throws. */
export function readPyproject(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "pyproject");
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  takeProject(draft, child(root, "project"));
  takeDynamic(draft, root);
  takePrograms(draft, root);
  takeGroups(draft, child(root, "dependency-groups"));
  takeList(draft, atPointer(root, "/build-system/requires"), { scope: "build" });
  takeTools(draft, child(root, "tool"));
  takeDefaultGroups(draft, root);
  return withSources(draft.done(), atPointer(root, "/tool/uv/sources"));
}
