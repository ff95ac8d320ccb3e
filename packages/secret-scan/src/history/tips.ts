// Where a secret still stands: the branches and tags whose last commit has it in one of its files.
import type { GitHistory } from "@caio/repo-model/git";
import { addTo, type RepoPath } from "@caio/repo-model/text";
import type { Found } from "./search.js";

export interface Tips {
  /** Names as people write them: `main`, `origin/main`. */
  readonly branches: readonly string[];
  readonly tags: readonly string[];
  readonly isAtHead: boolean;
}

const shortName = (name: string): string => name.replace(/^refs\/(?:heads|tags|remotes)\//, "");

/** Whether a file's bytes hold a value, in UTF-16 too. */
function holds(bytes: Uint8Array, value: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(Buffer.from(value, "latin1"))) return true;
  if (!buffer.includes(0)) return false;
  const wide = Buffer.from(value, "utf16le");
  return buffer.includes(wide) || buffer.includes(Buffer.from(wide).swap16());
}

/** Asks each tip for each path once; a value that moved to another file is found there, if it stood there at some time. */
export async function tipsOf(git: GitHistory, all: readonly Found[]): Promise<ReadonlyMap<Found, Tips>> {
  if (all.length === 0) return new Map();
  const names = new Map<string, string[]>();
  for (const { name, commit } of await git.refs()) {
    if (/^refs\/(?:heads|tags|remotes)\//.test(name) && !name.endsWith("/HEAD")) addTo(names, commit, name);
  }
  const head = await git.resolve("HEAD").catch(() => undefined);
  if (head !== undefined && !names.has(head)) names.set(head, []);
  const byPath = new Map<RepoPath, Found[]>();
  for (const found of all) for (const path of found.paths.keys()) addTo(byPath, path, found);
  const commits = new Map<Found, Set<string>>(all.map((found) => [found, new Set()]));
  for (const commit of names.keys()) {
    for (const [path, founds] of byPath) {
      const bytes = await git.bytesAt(commit, path).catch(() => undefined);
      if (bytes === undefined) continue;
      for (const found of founds) if (holds(bytes, found.value)) commits.get(found)?.add(commit);
    }
  }
  return new Map(
    all.map((found) => {
      const held = [...(commits.get(found) ?? [])];
      const refs = held.flatMap((commit) => names.get(commit) ?? []).toSorted();
      const tips: Tips = {
        branches: refs.filter((name) => !name.startsWith("refs/tags/")).map(shortName),
        tags: refs.filter((name) => name.startsWith("refs/tags/")).map(shortName),
        isAtHead: head !== undefined && held.includes(head),
      };
      return [found, tips];
    }),
  );
}

/** `still at HEAD, on the branches main and dev, …`, or that it is nowhere any more. */
export function tipsText({ branches, tags, isAtHead }: Tips): string {
  const list = (names: readonly string[]): string =>
    `${names
      .slice(0, 3)
      .map((name) => `\`${name}\``)
      .join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
  const parts = [
    ...(isAtHead ? ["at HEAD"] : []),
    ...(branches.length === 0 ? [] : [`on ${list(branches)}`]),
    ...(tags.length === 0 ? [] : [`in the ${tags.length === 1 ? "tag" : "tags"} ${list(tags)}`]),
  ];
  return parts.length === 0 ? "no longer at HEAD nor at any branch or tag" : `${isAtHead ? "" : "no longer at HEAD, "}still ${parts.join(", ")}`;
}
