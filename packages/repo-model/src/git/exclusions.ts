// What git ignores besides `.gitignore` files (gitignore): the repository's own list, and the user's.
import { join, resolve } from "node:path";
import { textOf, type GitFolders } from "./folders.js";

/** The value of `core.excludesFile` in a configuration file's text; the last one counts. */
function excludesFile(config: string): string | undefined {
  let isCore = false;
  let found: string | undefined;
  for (const line of config.split("\n")) {
    const section = /^\s*\[\s*([^\]\s"]+)/.exec(line)?.[1];
    if (section !== undefined) isCore = section.toLowerCase() === "core";
    else if (isCore) found = /^\s*excludesfile\s*=\s*"?([^"#;]*?)"?\s*$/i.exec(line)?.[1] ?? found;
  }
  return found;
}

/** Texts of patterns that hold for the whole tree, weakest first. */
export function exclusions(folders: GitFolders, environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const home = environment["HOME"] ?? "";
  const xdg = environment["XDG_CONFIG_HOME"] ?? join(home, ".config");
  const configs = [join(xdg, "git", "config"), join(home, ".gitconfig"), join(folders.common, "config")];
  const named = configs.map((path) => excludesFile(textOf(path))).findLast((value) => value !== undefined);
  const file = named === undefined ? join(xdg, "git", "ignore") : resolve(home, named.replace(/^~\//, `${home}/`));
  return [textOf(file), textOf(join(folders.common, "info", "exclude"))].filter((text) => text !== "");
}
