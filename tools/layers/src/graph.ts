// The arrows between packages, as Nx sees them in sources and manifests.
import { published, tested } from "./floors.js";

/** A project of the workspace: its layer, and by kind what it needs. */
export interface Project {
  readonly name: string;
  readonly layer: string;
  /** Names in `dependencies` of its package.json. */
  readonly dependencies: readonly string[];
  /** The targets whose results Nx keeps. */
  readonly targets?: readonly string[];
  /** What it needs by any means: sources, tests, manifests. */
  readonly needs: readonly string[];
}

/** Judges all projects; one sentence a fault. */
export function graphFaults(projects: readonly Project[]): readonly string[] {
  const faults: string[] = [];
  const layers = new Map(projects.map(({ name, layer }) => [name, layer]));
  for (const { name, layer, dependencies, needs } of projects) {
    if (layer === "testing" || layer === "fixture") {
      if (layer === "fixture" && needs.length > 0) faults.push(`${name} is a fixture and needs ${needs.join(", ")}.`);
      continue;
    }
    const below = published[layer];
    if (below === undefined) {
      faults.push(`${name} has no known layer: \`nx.tags\` of its package.json names none.`);
      continue;
    }
    const allowed = [...below, ...(tested[layer] ?? [])];
    for (const need of needs) {
      const other = layers.get(need) ?? "unknown";
      if (!allowed.includes(other)) faults.push(`${name} (${layer}) needs ${need} (${other}).`);
    }
    for (const dependency of dependencies) {
      const other = layers.get(dependency);
      if (other !== undefined && !below.includes(other)) faults.push(`${name} (${layer}) is published with ${dependency} (${other}).`);
    }
  }
  return faults;
}
