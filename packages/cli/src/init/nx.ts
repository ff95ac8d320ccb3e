// The plugin of Nx: its name in nx.json, and the folder of its parts kept out of git.
import { repoPath, type Edit } from "@caio/repo-model/text";
import type { Advice, Change } from "./change.js";
import { appendJson, insertJson, valueAt, type Look } from "./look.js";

const plugin = "@caio/cli/nx";
const ignored = "/parts/";
const ignoreFile = ".caio/.gitignore";

/** The name in nx.json; undefined where it is there, "odd" where nx.json has a form that nothing is added to. */
async function nameEdit(look: Look): Promise<Edit | "odd" | undefined> {
  const file = await look.data("nx.json");
  if (file === undefined || file.root?.kind !== "map") return "odd";
  const plugins = valueAt(file.root, "plugins");
  if (plugins === undefined) return insertJson(file, file.root, "plugins", JSON.stringify([plugin]), false) ?? "odd";
  if (plugins.kind !== "list") return "odd";
  const names = plugins.items.map((one) => (one.kind === "map" ? valueAt(one, "plugin") : one));
  if (names.some((one) => one?.kind === "string" && one.value === plugin)) return undefined;
  return appendJson(file, plugins, JSON.stringify(plugin)) ?? "odd";
}

/** The line that keeps parts out of git. The file makes the folder, too, that the project of the whole repository stands in. */
async function ignoreEdit(look: Look): Promise<Edit | undefined> {
  const path = repoPath(ignoreFile);
  const text = await look.text(ignoreFile);
  if (text === undefined) return { path, create: `${ignored}\n` };
  if (text.split(/\r?\n/).some((line) => /^\/?(?:parts\/?|\*)$/.test(line.trim()))) return undefined;
  return { path, range: [text.length, text.length], text: `${text === "" || text.endsWith("\n") ? "" : "\n"}${ignored}\n` };
}

/** What makes Nx run caio; advice where nx.json has another form, nothing where all is there. */
export async function nxChange(look: Look): Promise<Change | Advice | undefined> {
  if (!look.has("nx.json")) return undefined;
  const named = await nameEdit(look);
  const title = "Nx: the plugin in nx.json, with cached targets for each project";
  if (named === "odd") return { title, lines: `"plugins": ["${plugin}"]\n` };
  const edits = [named, await ignoreEdit(look)].filter((one) => one !== undefined);
  if (edits.length === 0) return undefined;
  return { id: "nx", title, isRecommended: true, edits, needs: ["dependency"], next: ["npx nx affected -t caio"] };
}
