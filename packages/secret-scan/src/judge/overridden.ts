// An application's own key in settings that everybody starts with, where the settings for production beside them take it from the environment.
import { folderOf, type RepoPath } from "@caio/repo-model/text";
import type { FileTree } from "@caio/repo-model/tree";
import type { Sighting } from "../facts.js";
import { isOwnName } from "./own-name.js";

const settingsFile = /\.(exs|py|rb|php|js|cjs|mjs|ts|json|ya?ml|properties)$/i;
const production = /(?:^|[._-])(?:runtime|prod|production|live|release)(?:[._-]|$)/i;
const fromEnvironment =
  /^["']?\]?\s{0,8}(?::|=>|=)\s{0,20}(?:[\w.]{1,30}\()?["']?(?:System\.(?:get|fetch)_env|\w{0,20}env\w{0,30}[!?]?[([]|os\.environ|process\.env|ENV\b|\$\{)/i;
const given = /^["']?\]?\s{0,8}(?::|=>|=)\s{0,20}([\w-]{2,60})/;
const [mostFiles, largestFile, mostFolders, mostNames, mostUses] = [4, 131_072, 50, 200, 20];

/** Whether a text takes a setting from the environment wherever it names it. */
function takesFromEnvironment(text: string, name: string): boolean {
  let count = 0;
  for (let at = text.indexOf(name); at !== -1 && count < mostUses; at = text.indexOf(name, at + name.length)) {
    if (/[\w-]/.test(text[at - 1] ?? "")) continue;
    const after = text.slice(at + name.length, at + name.length + 120);
    if (!/^["']?\]?\s{0,8}(?::|=(?!=))/.test(after)) continue;
    // What is given on was taken before, under the same name.
    if (given.exec(after)?.[1] === name) continue;
    if (!fromEnvironment.test(after)) return false;
    count++;
  }
  return count > 0;
}

/** What is judged: no vendor's form, and a name of what an application draws for itself. */
const isJudged = ({ candidate: { kind, label } }: Sighting): boolean => (kind === "generic-secret" || kind === "credential-file") && label === "secret";
const assigned = /([\w-]{2,60})["']?\]?[ \t]{0,8}(?::|=>|=)[ \t]{0,8}["']?$/;

/** What a value is assigned to, where an application draws it for itself. */
function ownNameOf({ candidate: { name }, source, at }: Sighting): string | undefined {
  const own = name ?? assigned.exec(source.text.slice(Math.max(0, at.range[0] - 100), at.range[0]))?.[1];
  return own !== undefined && isOwnName(own) ? own : undefined;
}

/** Judges what was seen in a file by the settings for production in its folder. */
export function besideProduction(files: FileTree | undefined): (path: RepoPath, sightings: readonly Sighting[]) => Promise<readonly Sighting[]> {
  const folders = new Map<string, readonly string[]>();
  const names = new Map<string, boolean>();
  const productionOf = async (path: RepoPath): Promise<readonly string[]> => {
    const [, ending = ""] = settingsFile.exec(path) ?? [];
    const folder = folderOf(path);
    const key = `${folder}\0${ending}`;
    let texts = folders.get(key);
    if (texts !== undefined || folders.size === mostFolders) return texts ?? [];
    const found: string[] = [];
    for (const entry of (await files?.list()) ?? []) {
      if (entry.kind !== "file" || folderOf(entry.path) !== folder || !entry.path.endsWith(`.${ending}`)) continue;
      if (!production.test(entry.path.slice(folder.length))) continue;
      const bytes = await files?.bytes(entry.path, largestFile).catch(() => undefined);
      if (bytes !== undefined && bytes.length <= largestFile && found.push(Buffer.from(bytes).toString("latin1")) === mostFiles) break;
    }
    folders.set(key, (texts = found));
    return texts;
  };
  return async (path, sightings) => {
    if (!settingsFile.test(path) || production.test(path.slice(path.lastIndexOf("/") + 1)) || !sightings.some(isJudged)) return sightings;
    const texts = await productionOf(path);
    if (texts.length === 0) return sightings;
    const isTaken = (name: string): boolean => {
      const key = `${path}\0${name}`;
      let answer = names.get(key);
      if (answer === undefined && names.size < mostNames) names.set(key, (answer = texts.some((text) => takesFromEnvironment(text, name))));
      return answer ?? false;
    };
    return sightings.map((sighting) => {
      const { candidate } = sighting;
      const name = isJudged(sighting) ? ownNameOf(sighting) : undefined;
      if (name === undefined || !isTaken(name)) return sighting;
      const judged = { label: "example", reason: "the settings for production beside it take it from the environment" } as const;
      return { ...sighting, candidate: { ...candidate, ...judged } };
    });
  };
}
