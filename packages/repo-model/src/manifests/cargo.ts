// Cargo.toml: what a Rust crate, or a workspace, depends on.
import { atPointer, child, parseToml, textItems, textOf, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { draftManifest, type ManifestDraft, type Place } from "./draft.js";
import type { Manifest } from "./manifest.js";
import { entriesOf } from "./toml-lists.js";

const tables: readonly (readonly [key: string, scope: Place["scope"]])[] = [
  ["dependencies", "runtime"],
  ["dev-dependencies", "dev"],
  ["build-dependencies", "build"],
];

function takeTable(draft: ManifestDraft, table: DataNode | undefined, place: Place, marker?: string): void {
  for (const { key, keyRange, value } of entriesOf(table)) {
    const optional = child(value, "optional");
    const isOptional = optional?.kind === "boolean" && optional.value;
    const from = textOf(child(value, "git")) ?? textOf(child(value, "path"));
    const isLocal = child(value, "path") !== undefined || child(value, "workspace") !== undefined;
    draft.declare(
      {
        name: key,
        canonical: textOf(child(value, "package")) ?? key,
        specifier: textOf(value) ?? textOf(child(value, "version")) ?? "",
        extras: textItems(child(value, "features")).map(({ value: feature }) => feature),
        scope: isOptional ? "optional" : place.scope,
        source: child(value, "git") !== undefined ? "git" : isLocal ? "local" : "registry",
        ...(from === undefined ? {} : { from }),
        ...(marker === undefined ? {} : { marker }),
        ...(place.group === undefined ? {} : { group: place.group }),
      },
      [keyRange[0], Math.max(keyRange[1], value.range[1])],
    );
  }
}

/** Reads Cargo.toml. Never throws. A target's `cfg(…)` is the marker; a workspace's own table has the group `workspace`. */
export function readCargo(source: SourceText): Manifest {
  const draft = draftManifest(source, "rust", "cargo");
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  const name = textOf(atPointer(root, "/package/name"));
  if (name !== undefined) draft.project = name;
  const version = atPointer(root, "/package/rust-version") ?? atPointer(root, "/workspace/package/rust-version");
  if (version?.kind === "string") draft.requires = { specifier: `>=${version.value}`, at: source.at(version.range) };
  const members = textItems(atPointer(root, "/workspace/members"));
  if (members.length > 0)
    draft.members = [...members.map(({ value }) => value), ...textItems(atPointer(root, "/workspace/exclude")).map(({ value }) => `!${value}`)];
  for (const [key, scope] of tables) takeTable(draft, child(root, key), { scope });
  for (const { key: target, value } of entriesOf(child(root, "target"))) {
    for (const [key, scope] of tables) takeTable(draft, child(value, key), { scope }, target);
  }
  takeTable(draft, atPointer(root, "/workspace/dependencies"), { scope: "runtime", group: "workspace" });
  for (const { value } of entriesOf(child(root, "patch"))) takeTable(draft, value, { scope: "override" });
  return draft.done();
}
