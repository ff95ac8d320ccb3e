// What a job has checked out, and where: behind a checkout of another repository, paths are no paths of this one.
// Source: the README of actions/checkout.
import { join } from "../chain/paths.js";

/** The checkouts of a job, step by step. */
export interface Checkouts {
  /** Takes in a step's action with what it is given. */
  take(uses: string, input: (name: string) => string | undefined): void;
  /** Whether a folder of the workspace holds another repository, or whether a text names one that does. */
  isForeign(folder: string, text?: string): boolean;
}

/** A job before its first step: the workspace is taken for this repository, as a composite action finds it. */
export function noCheckouts(): Checkouts {
  // "" is the whole workspace.
  const foreign = new Set<string>();
  let isHere = false;
  return {
    take(uses, input) {
      if (!/^actions\/checkout(?:@|$)/i.test(uses)) return;
      const repository = input("repository")?.trim() ?? "";
      const folder = join("", input("path")?.trim() ?? "");
      // Where it goes is not known.
      if (folder === undefined || folder.includes("${{")) return;
      // A checkout into the workspace takes away what was there.
      if (folder === "") foreign.clear();
      // `github.repository`, or a fork of it that a pull request comes from.
      const isOwn = repository === "" || /^\$\{\{\s*github\./.test(repository);
      if (isOwn && folder === "") isHere = true;
      else foreign.add(folder);
      // In a folder its paths have another beginning, and what lies around it is nobody's.
      if (!isHere && folder !== "") foreign.add("");
    },
    isForeign(folder, text = "") {
      for (const one of foreign) if (one !== "" && text.includes(one)) return true;
      for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
        if (foreign.has(at)) return true;
        if (at === "") return false;
      }
    },
  };
}
