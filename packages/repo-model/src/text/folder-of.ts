// The folder of a path.

/** The folder that a path lies in, with its slash; "" at the root. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
