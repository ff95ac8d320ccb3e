// A history that git begins to give at once, while what searches it is loaded.
import type { GitHistory } from "@caio/repo-model/git";

type History = ReturnType<GitHistory["history"]>;

export interface Reading {
  /** What every commit says and adds. */
  readonly parts: History;
  /** What every commit says, where the rest cannot be read. */
  messages(): History;
  /** Ends git, where not all was asked for. */
  end(): void;
}

/** Begins to read what a range says and adds. */
export function beginReading(git: GitHistory, range: { readonly from?: string; readonly to?: string }): Reading {
  const iterator = git.history(range)[Symbol.asyncIterator]();
  const first = iterator.next();
  // Told to who reads.
  first.catch(() => {});
  async function* parts(): History {
    for (let next = await first; next.done !== true; next = await iterator.next()) yield next.value;
  }
  return {
    parts: parts(),
    messages: () => git.history({ ...range, only: "messages" }),
    end: () => void iterator.return?.(),
  };
}
