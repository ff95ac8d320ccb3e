// What a package weighs once it is installed: the line of its README.

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
}

type Lockfile = { readonly packages: Readonly<Record<string, Locked>> };

/** The place in the lockfile that a package's dependency is taken from: the nearest `node_modules`. */
function placeOf({ packages }: Lockfile, from: string, name: string): string | undefined {
  for (let parts = from.split("/"); ; parts = parts.slice(0, -1)) {
    const place = [...parts, "node_modules", name].filter((part) => part !== "").join("/");
    const found = packages[place];
    if (found !== undefined) return found.link === true ? found.resolved : place;
    if (parts.length === 0) return undefined;
  }
}

/** All packages that come with one, without itself. */
export function comingWith(lockfile: Lockfile, folder: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const name of Object.keys(lockfile.packages[at]?.dependencies ?? {})) {
      const place = placeOf(lockfile, at, name);
      if (place === undefined) throw new Error(`The lockfile does not tell where ${at} takes ${name} from.`);
      if (!seen.has(place) && place !== folder) waiting.push(place);
      seen.add(place);
    }
  }
  seen.delete(folder);
  return seen;
}

/** The size in the words of the README, rounded up to 0.1 MB, so that not every change of the code changes it. */
export const sizeText = (bytes: number): string => `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The line; `size` is what stands there already where the package is not built. */
export function footprintLine(lockfile: Lockfile, folder: string, size: string): string {
  const direct = Object.keys(lockfile.packages[folder]?.dependencies ?? {}).length;
  const all = comingWith(lockfile, folder).size;
  return `Unpacked at most ${size}; ${counted(direct, "direct dependency", "direct dependencies")}, ${counted(all, "package", "packages")} with theirs; no install scripts.\n`;
}

/** The size that a README states. */
export const statedSize = (readme: string): string | undefined => /^Unpacked at most (\d+\.\d MB);/m.exec(readme)?.[1];
