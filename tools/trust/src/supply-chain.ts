// What a lockfile says of the packages of others: whether each is pinned to its bytes, runs nothing when it is installed, and may be used.

export interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}
export type Lock = Readonly<Record<string, LockEntry>>;

const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const others = (lock: Lock): [string, LockEntry][] => Object.entries(lock).filter(([path, entry]) => path.includes("node_modules/") && entry.link !== true);

/** Entries that are not pinned to their bytes, or come from elsewhere than the registry. */
export function unpinned(lock: Lock): string[] {
  return others(lock)
    .filter(
      ([, { version, integrity, resolved }]) =>
        !/^\d+\.\d+\.\d+/.test(version ?? "") || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? "") || !(resolved ?? "https://").startsWith("https://"),
    )
    .map(([path]) => path);
}

/** Of the packages that users get, those that run something when they are installed. */
export const installing = (lock: Lock, published: readonly string[]): string[] =>
  others(lock).flatMap(([path, entry]) => (entry.hasInstallScript === true && published.includes(nameOf(path)) ? [path] : []));

/** The licence of each package that users get, by name. */
export const licences = (lock: Lock, published: readonly string[]): Record<string, string> =>
  Object.fromEntries(published.map((name) => [name, lock[`node_modules/${name}`]?.license ?? "none"]));

/** Versions of packages of others that are ranges: a tool that changes by itself. */
export function ranges(manifest: { readonly devDependencies?: Readonly<Record<string, string>> }): string[] {
  return Object.entries(manifest.devDependencies ?? {}).flatMap(([name, version]) =>
    name.startsWith("@caio/") || /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) ? [] : [`${name} ${version}`],
  );
}
