// `nx g @caio/cli:init`: adds the plugin to nx.json. What is there stays.

/** Nx's tree of files, as far as it is used. */
export interface GeneratorTree {
  exists(path: string): boolean;
  read(path: string, encoding: "utf-8"): string | null;
  write(path: string, text: string): void;
}

/** Adds what `caio init` adds for Nx. Throws where nx.json has a form that nothing can be added to. */
export async function initGenerator(tree: GeneratorTree): Promise<void> {
  const [{ nxChange }, { readData }, { applyEdits }] = await Promise.all([import("../init/nx.js"), import("../init/look.js"), import("@caio/repo-model/text")]);
  const text = (path: string): string | undefined => (tree.exists(path) ? (tree.read(path, "utf-8") ?? undefined) : undefined);
  const change = await nxChange({
    has: (path) => tree.exists(path),
    below: () => [],
    text: async (path) => text(path),
    data: async (path) => {
      const own = text(path);
      return own === undefined ? undefined : readData(path, own);
    },
  });
  if (change !== undefined && !("edits" in change)) throw new Error(`nx.json cannot be added to as it stands. It needs ${change.lines}`);
  for (const edit of change?.edits ?? []) {
    if ("create" in edit) tree.write(edit.path, edit.create);
    else if ("range" in edit) tree.write(edit.path, applyEdits(text(edit.path) ?? "", [edit]));
  }
}
