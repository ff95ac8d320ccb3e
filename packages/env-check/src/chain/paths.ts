// Paths as a command line writes them, from the root of the repository.

/** A path from the root; undefined where it leaves it. */
export function join(folder: string, path: string): string | undefined {
  if (path.startsWith("/") || path.startsWith("~")) return undefined;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** Where a path lies from the root, for `folder` and a list of paths; unknown ones are left out. */
export function fromRoot(folder: string, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const joined = join(folder, path);
    return joined === undefined ? [] : [joined];
  });
}
