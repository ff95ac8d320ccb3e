// The development dependency, and the line by which branches merge.
import { repoPath } from "@caio/repo-model/text";
import { insertJson, valueAt, type Look } from "./look.js";
import type { Change } from "./change.js";

const managers: readonly (readonly [lockfile: string, command: string])[] = [
  ["pnpm-lock.yaml", "pnpm install"],
  ["yarn.lock", "yarn install"],
  ["bun.lock", "bun install"],
  ["bun.lockb", "bun install"],
];

/** `@caio/cli` among the development dependencies; undefined where it is there, or there is no package.json. */
export async function dependencyChange(look: Look, version: string): Promise<Change | undefined> {
  const file = await look.data("package.json");
  if (file === undefined || ["dependencies", "devDependencies"].some((key) => valueAt(file.root, key, "@caio/cli") !== undefined)) return undefined;
  const own = valueAt(file.root, "devDependencies");
  const value = JSON.stringify(`^${version}`);
  const edit =
    own === undefined
      ? insertJson(file, file.root, "devDependencies", `{${file.end}    "@caio/cli": ${value}${file.end}  }`, false)
      : insertJson(file, own, "@caio/cli", value, true);
  if (edit === undefined) return undefined;
  const install = managers.find(([lockfile]) => look.has(lockfile))?.[1] ?? "npm install";
  return { id: "dependency", title: "package.json: @caio/cli as a development dependency", isRecommended: true, edits: [edit], next: [install] };
}

/** The line by which two branches that accept findings merge by themselves. */
export async function unionEdit(look: Look, path: string): Promise<Change["edits"]> {
  const name = repoPath(".gitattributes");
  const text = await look.text(name);
  if (text === undefined) return [{ path: name, create: `${path} merge=union\n` }];
  if (text.includes(path)) return [];
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return [{ path: name, range: [text.length, text.length], text: `${text === "" || text.endsWith("\n") ? "" : end}${path} merge=union${end}` }];
}
