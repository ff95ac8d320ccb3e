// A machine in memory, for tests of what looks at one: files by absolute path, programs on its PATH.
import type { Machine } from "@caio/repo-model/check";

/** How a machine in memory differs from a bare Linux. */
export interface MemoryMachine {
  readonly environment?: Readonly<Record<string, string>>;
  /** Links by absolute path. */
  readonly links?: Readonly<Record<string, string>>;
}

/** A machine that has `files`, by absolute path. What lies in a folder `bin` can be executed. */
export function memoryMachine(files: Readonly<Record<string, string>>, { environment = {}, links = {} }: MemoryMachine = {}): Machine {
  const through = (path: string, depth = 0): string => {
    const link = Object.keys(links).find((one) => path === one || path.startsWith(`${one}/`));
    return link === undefined || depth > 10 ? path : through(`${links[link] ?? ""}${path.slice(link.length)}`, depth + 1);
  };
  const list = (path: string): readonly string[] | undefined => {
    const base = `${through(path).replace(/\/$/, "")}/`;
    const names = [...Object.keys(files), ...Object.keys(links)].flatMap((file) =>
      file.startsWith(base) ? [file.slice(base.length).split("/", 1)[0] ?? ""] : [],
    );
    return names.length === 0 ? undefined : [...new Set(names)].toSorted();
  };
  const read = (path: string): string | undefined => files[through(path)];
  const exists = (path: string): boolean => read(path) !== undefined || list(path) !== undefined;
  const isExecutable = (path: string): boolean => read(path) !== undefined && /\/(?:bin|shims)\/[^/]+$/.test(path);
  return {
    platform: "linux",
    environment,
    read,
    list,
    exists,
    isExecutable,
    which: (command) =>
      (environment["PATH"] ?? "/usr/bin")
        .split(":")
        .map((folder) => `${folder}/${command}`)
        .find(isExecutable),
    realPath: (path) => (exists(path) ? through(path) : undefined),
  };
}
