// The types of bundled.mjs.
export function bundledPackages(root: string): string[];
export function bundledIn(dist: string): string[];
