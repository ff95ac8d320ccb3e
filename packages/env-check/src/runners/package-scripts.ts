// The scripts of package.json.
import { child, parseJson } from "@caio/repo-model/data";
import type { SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import type { Runner } from "./runner.js";

/** All scripts of a package.json, or the one that `npm run NAME` runs, with those before and behind it. Never throws. */
export function scriptRunners(source: SourceText, name?: string): readonly Runner[] {
  const scripts = child(parseJson(source.text).root, "scripts");
  if (scripts?.kind !== "map") return [];
  return scripts.entries.flatMap(({ key, keyRange, value }): Runner[] => {
    if (value.kind !== "string" || (name !== undefined && key !== name && key !== `pre${name}` && key !== `post${name}`)) return [];
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
