// Who owns a path: CODEOWNERS as GitHub and GitLab read it. A line that cannot be read owns nothing.
// https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
// https://docs.gitlab.com/user/project/codeowners/reference/
import { pathMatcher } from "@caio/repo-model/patterns";
import { repoPath } from "@caio/repo-model/text";
import type { FileTree } from "@caio/repo-model/tree";

/** In the order in which the hosts look; the first that is there holds. */
const places = [".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

interface Entry {
  readonly section: string;
  readonly matches: (path: string) => boolean;
  readonly owners: readonly string[];
}

function matcher(pattern: string): ((path: string) => boolean) | undefined {
  // Neither host knows exclusion by `!`, and GitHub no character ranges.
  if (pattern.startsWith("!")) return undefined;
  try {
    return pathMatcher([pattern]);
  } catch {
    return undefined;
  }
}

function readEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  let section = "";
  let usual: readonly string[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/(^|\s)#.*$/, "").trim();
    const head = /^\^?\[([^\]]+)\](?:\[\d+\])?\s*(.*)$/.exec(line);
    if (head !== null) {
      section = (head[1] ?? "").toLowerCase();
      usual = (head[2] ?? "").split(/\s+/).filter((word) => word !== "");
      continue;
    }
    const [pattern, ...owners] = (line.match(/(?:\\.|\S)+/g) ?? []) as string[];
    const matches = pattern === undefined ? undefined : matcher(pattern.replaceAll("\\ ", " "));
    if (matches !== undefined) entries.push({ section, matches, owners: owners.length > 0 ? owners : usual });
  }
  return entries;
}

/** The owners of a path: the last line that matches decides, in each of GitLab's sections for itself. Undefined where no file says. */
export async function readOwners(files: FileTree): Promise<((path: string) => readonly string[]) | undefined> {
  for (const place of places) {
    const source = await files.text(repoPath(place)).catch(() => undefined);
    if (source === undefined) continue;
    const entries = readEntries(source.text);
    return (path) => {
      const bySection = new Map<string, readonly string[]>();
      for (const { section, matches, owners } of entries) if (matches(path)) bySection.set(section, owners);
      return [...new Set([...bySection.values()].flat())];
    };
  }
  return undefined;
}
