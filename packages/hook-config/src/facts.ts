// A pre-commit configuration or manifest as its rules see it.
import { loadPyyaml, type PyyamlDocument, type YamlEdge } from "@caio/repo-model/data";
import { stageToday } from "@caio/repo-model/hooks";
import { repoPath, sourceText, type Range, type SourceText } from "@caio/repo-model/text";
import { manifestName } from "./data/names.js";
import type { Surroundings } from "./files/surroundings.js";
import type { OtherFacts } from "./others/facts.js";
import type { FileForm } from "./migrate/changes.js";
import { soundChanges } from "./migrate/migrate.js";
import type { Change } from "./migrate/change.js";
import { configFaults, manifestFaults } from "./validate/config.js";
import type { Fault } from "./validate/fault.js";
import { stopsBoth, toldFault } from "./validate/prek-reads.js";
import { boolValue, listItems, mapView, rangeOf, textValue, type MapView } from "./validate/map-view.js";

/** One hook with the repository entry that it stands in. */
export interface ConfigHook {
  readonly view: MapView;
  /** `local`, `meta`, a URL; undefined in a manifest or where it is missing. */
  readonly repo: string | undefined;
  readonly id: string | undefined;
}

export interface ConfigFacts {
  readonly kind: "pre-commit";
  readonly source: SourceText;
  readonly form: FileForm;
  readonly document: PyyamlDocument;
  readonly root: MapView | undefined;
  readonly hooks: readonly ConfigHook[];
  readonly faults: readonly Fault[];
  readonly changes: readonly Change[];
  /** Whether pre-commit refuses the file: what it would do then is not asked. */
  readonly hasErrors: boolean;
  /** The folder of the file with its slash; empty at the root. */
  readonly folder: string;
  /** Absent where nothing but the file was read. */
  readonly around?: Surroundings;
}

/** What the check judges: files of pre-commit, and those of other managers. */
export type HookFacts = ConfigFacts | OtherFacts;

function hooksOf(document: PyyamlDocument, form: FileForm): ConfigHook[] {
  if (document.root === undefined) return [];
  const root: YamlEdge = { node: document.root };
  const hooksIn = (items: readonly YamlEdge[] | undefined, repo: string | undefined): ConfigHook[] =>
    (items ?? []).flatMap((item) => {
      const view = mapView(document, item);
      return view === undefined ? [] : [{ view, repo, id: textValue(view.pairs.get("id")?.value) }];
    });
  if (form === "manifest") return hooksIn(listItems(root), undefined);
  const repositories = listItems(root) ?? listItems(mapView(document, root)?.pairs.get("repos")?.value);
  return (repositories ?? []).flatMap((item) => {
    const view = mapView(document, item);
    return hooksIn(listItems(view?.pairs.get("hooks")?.value), textValue(view?.pairs.get("repo")?.value));
  });
}

/** Reads a configuration's or manifest's text. Never throws. */
export function readConfig(text: string, path: string, around?: Surroundings): ConfigFacts {
  const document = loadPyyaml(text);
  const form: FileForm = path.endsWith(manifestName) ? "manifest" : "config";
  const { errors, warnings } = form === "config" ? configFaults(document) : manifestFaults(document);
  return {
    kind: "pre-commit",
    source: sourceText(repoPath(path), text),
    form,
    document,
    root: document.root === undefined ? undefined : mapView(document, { node: document.root }),
    hooks: hooksOf(document, form),
    faults: [...errors, ...warnings].map(toldFault),
    changes: soundChanges(text, document, form, { renamesLanguages: true }),
    hasErrors: errors.some(stopsBoth),
    folder: path.slice(0, path.lastIndexOf("/") + 1),
    ...(around === undefined ? {} : { around }),
  };
}

/** The text under a key of a map. */
export const textAt = (view: MapView | undefined, key: string): string | undefined => textValue(view?.pairs.get(key)?.value);
export const boolAt = (view: MapView | undefined, key: string): boolean | undefined => boolValue(view?.pairs.get(key)?.value);
/** The texts of a list under a key; undefined where there is no list. */
export const textsAt = (view: MapView | undefined, key: string): readonly string[] | undefined =>
  listItems(view?.pairs.get(key)?.value)?.flatMap((item) => textValue(item) ?? []);
/** The stages of a hook in today's names: its own, or the default of a local one; undefined where a manifest has them, or there are none. */
export function stagesOf({ root }: ConfigFacts, { view, repo }: ConfigHook): readonly string[] | undefined {
  const own = textsAt(view, "stages");
  const stages = own !== undefined && own.length > 0 ? own : repo === "local" ? textsAt(root, "default_stages") : undefined;
  return stages?.map(stageToday);
}
/** Where the value of a key stands; the map's beginning where there is none. */
export function rangeAt(view: MapView, key: string): Range {
  const pair = view.pairs.get(key);
  return pair === undefined ? [rangeOf(view.edge)[0], rangeOf(view.edge)[0]] : rangeOf(pair.value);
}
