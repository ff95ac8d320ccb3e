// What goes to users: the packages that the published ones depend on, and those that their bundles hold parts of.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Names of packages of others, sorted. */
export function bundledPackages(root) {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const names = new Set();
  const take = (dependencies) => {
    for (const name of Object.keys(dependencies ?? {})) {
      const entry = lock[`node_modules/${name}`];
      if (names.has(name) || entry === undefined) continue;
      names.add(name);
      take(entry.link === true ? lock[entry.resolved]?.dependencies : entry.dependencies);
    }
  };
  for (const name of readdirSync(join(root, "packages"))) {
    const { dependencies, devDependencies } = lock[`packages/${name}`] ?? {};
    take(dependencies);
    // A bundle may hold parts of a development dependency; its tools and fixtures are never imported by it.
    for (const held of bundledIn(join(root, "packages", name, "dist"))) if (held in (devDependencies ?? {}) || `node_modules/${held}` in lock) names.add(held);
  }
  return [...names].filter((name) => !name.startsWith("@caio/")).toSorted();
}

/** Packages that the bundles of a folder hold modules of, by the comments that the bundler leaves. */
export function bundledIn(dist) {
  const names = new Set();
  let files = [];
  try {
    files = readdirSync(dist).filter((file) => file.endsWith(".cjs"));
  } catch {
    // Nothing is built there.
  }
  for (const file of files)
    for (const [, name] of readFileSync(join(dist, file), "utf8").matchAll(/^\/\/(?:#region)? ?.*?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)) names.add(name);
  return [...names].toSorted();
}
