// Hatch's environments and builds: `[tool.hatch]`, and hatch.toml.
import { atPointer, child, parseToml, textItems, type DataNode } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { draftManifest, type ManifestDraft, type Place } from "./draft.js";
import type { Manifest } from "./manifest.js";
import { entriesOf, takeList } from "./toml-lists.js";

/** One environment with its overrides; it takes in the extras of `features` and groups of `dependency-groups`. */
function takeEnvironment(draft: ManifestDraft, name: string, environment: DataNode): void {
  const place: Place = { scope: "dev", group: name };
  const taken = ["features", "dependency-groups"].flatMap((key) => textItems(child(environment, key)).map(({ value }) => value));
  draft.group(name, "environment", taken);
  for (const key of ["dependencies", "extra-dependencies"]) takeList(draft, child(environment, key), place);
  for (const { value: override } of entriesOf(child(environment, "overrides"))) {
    for (const { value: condition } of entriesOf(override)) {
      for (const { key, value: list } of entriesOf(condition)) {
        if (!key.endsWith("dependencies") || list.kind !== "list") continue;
        takeList(draft, list, place);
        for (const item of list.items) {
          const text = child(item, "value");
          if (text?.kind === "string") draft.requirement(text.value, text.range, place);
        }
      }
    }
  }
}

/** `[tool.hatch]`, or hatch.toml as a whole. */
export function takeHatch(draft: ManifestDraft, hatch: DataNode | undefined): void {
  for (const { key, value } of entriesOf(child(hatch, "envs"))) takeEnvironment(draft, key, value);
  for (const { value } of entriesOf(atPointer(hatch, "/build/targets"))) takeList(draft, child(value, "dependencies"), { scope: "build" });
  takeList(draft, atPointer(hatch, "/build/dependencies"), { scope: "build" });
}

/** Reads hatch.toml. Never throws. */
export function readHatch(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "hatch");
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  takeHatch(draft, root);
  return draft.done();
}
