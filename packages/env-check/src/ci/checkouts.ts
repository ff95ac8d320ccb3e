// What a job has checked out, and where: behind a checkout of another repository, paths are no paths of this one.
// Source: the README of actions/checkout.
import { join } from "../chain/paths.js";

/** The checkouts of a job, step by step. */
export interface Checkouts {
  /** Takes in a step's action with what it is given. */
  take(uses: string, input: (name: string) => string | undefined): void;
  /** Whether a folder of the workspace holds another repository, or whether a text names one that does. */
  isForeign(folder: string, text?: string): boolean;
  /** What a folder of the workspace is in this repository; undefined where it holds another one, or where a text names one that does. */
  folderOf(folder: string, text?: string): string | undefined;
}

/** A job before its first step: the workspace is taken for this repository, as a composite action finds it. */
export function noCheckouts(): Checkouts {
  // "" is the whole workspace.
  const foreign = new Set<string>();
  let isHere = false;
  /** The folder that this repository is in, where it is not the workspace itself. */
  let own: string | undefined;
  const isForeign = (folder: string, text = ""): boolean => {
    for (const one of foreign) if (one !== "" && text.includes(one)) return true;
    for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
      if (foreign.has(at)) return true;
      if (at === "") return false;
    }
  };
  return {
    take(uses, input) {
      if (!/^actions\/checkout(?:@|$)/i.test(uses)) return;
      const repository = input("repository")?.trim() ?? "";
      const folder = join("", input("path")?.trim() ?? "");
      // Where it goes is not known.
      if (folder === undefined || folder.includes("${{")) return;
      // A checkout into the workspace takes away what was there.
      if (folder === "") {
        foreign.clear();
        own = undefined;
      }
      // `github.repository`, or a fork of it that a pull request comes from.
      const isOwn = repository === "" || /^\$\{\{\s*github\./.test(repository);
      if (isOwn && folder === "") isHere = true;
      // Other states of it may be checked out beside: the first one counts, where no ref is named.
      else if (isOwn && folder !== "" && !isHere && own === undefined && !foreign.has(folder) && input("ref") === undefined) own = folder;
      else foreign.add(folder);
      // In a folder its paths have another beginning, and what lies around it is nobody's.
      if (!isHere && folder !== "") foreign.add("");
    },
    isForeign,
    folderOf(folder, text = "") {
      const inOwn = own === folder ? "" : own !== undefined && folder.startsWith(`${own}/`) ? folder.slice(own.length + 1) : undefined;
      if (inOwn === undefined) return isForeign(folder, text) ? undefined : folder;
      for (const one of foreign) if (one !== "" && one !== own && text.includes(one)) return undefined;
      return text.includes("..") || text.includes("GITHUB_WORKSPACE") || text.includes("github.workspace") ? undefined : inOwn;
    },
  };
}
