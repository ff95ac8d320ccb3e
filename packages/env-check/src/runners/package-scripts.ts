// The scripts of package.json.
import { child, parseJson, type DataNode } from "@caio/repo-model/data";
import { addTo, type SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import type { Runner } from "./runner.js";

type Script = Extract<DataNode, { kind: "map" }>["entries"][number];

/** The scripts of a manifest by their names: found once, however many call one another. */
const known = new WeakMap<SourceText, ReadonlyMap<string, readonly Script[]>>();

function scriptsOf(source: SourceText): ReadonlyMap<string, readonly Script[]> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const scripts = child(parseJson(source.text).root, "scripts");
  const named = new Map<string, Script[]>();
  for (const script of scripts?.kind === "map" ? scripts.entries : []) addTo(named, script.key, script);
  known.set(source, named);
  return named;
}

/** Whether a package.json has a script; one that cannot be read may have any. */
export function hasScript(source: SourceText, name: string): boolean {
  return scriptsOf(source).has(name) || parseJson(source.text).root?.kind !== "map";
}

/** All scripts of a package.json, or the one that `npm run NAME` runs, with those before and behind it; in the order of the file. Never throws. */
export function scriptRunners(source: SourceText, name?: string): readonly Runner[] {
  const named = scriptsOf(source);
  const wanted = name === undefined ? [...named.values()] : [`pre${name}`, name, `post${name}`].map((key) => named.get(key) ?? []);
  return wanted
    .flat()
    .toSorted((a, b) => a.keyRange[0] - b.keyRange[0])
    .flatMap(({ key, keyRange, value }): Runner[] => {
      if (value.kind !== "string") return [];
      return [
        {
          kind: "package-script",
          name: `npm run ${key}`,
          at: source.at(keyRange),
          text: value.value,
          textAt: source.at(value.range),
          folder: folderOf(source.path),
        },
      ];
    });
}
