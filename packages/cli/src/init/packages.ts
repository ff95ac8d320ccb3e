// The development dependency, and the plugin of Nx.
import { repoPath } from "@caio/repo-model/text";
import { insertJson, valueAt, type Look } from "./look.js";
import type { Advice, Change } from "./change.js";

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

/** The plugin in `nx.json`. */
export async function nxChange(look: Look): Promise<Change | Advice | undefined> {
  const file = await look.data("nx.json");
  if (file === undefined || file.text.includes("@caio/cli/nx")) return undefined;
  const title = "Nx: a cached target `caio` for each project";
  const plugins = valueAt(file.root, "plugins");
  const base = { id: "nx", title, isRecommended: true, needs: ["dependency"], next: ["npx nx run-many -t caio"] } as const;
  if (plugins === undefined) {
    const edit = insertJson(file, file.root, "plugins", '["@caio/cli/nx"]', false);
    return edit === undefined ? undefined : { ...base, edits: [edit] };
  }
  const last = plugins.kind === "list" ? plugins.items.at(-1) : undefined;
  if (last === undefined) return { title, lines: '"plugins": ["@caio/cli/nx"]\n' };
  const isOwnLine = /^\s*$/.test(file.text.slice(file.text.lastIndexOf("\n", last.range[0] - 1) + 1, last.range[0]));
  const indent = /^[ \t]*/.exec(file.text.slice(file.text.lastIndexOf("\n", last.range[0] - 1) + 1))?.[0] ?? "";
  return { ...base, edits: [{ path: file.path, range: [last.range[1], last.range[1]], text: `,${isOwnLine ? `${file.end}${indent}` : " "}"@caio/cli/nx"` }] };
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
