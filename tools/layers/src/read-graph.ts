// Reads the project graph that `nx graph --file` writes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Project } from "./graph.js";

type Targets = Readonly<Record<string, { readonly cache?: boolean }>>;

interface NxGraph {
  readonly graph: {
    readonly nodes: Readonly<Record<string, { readonly data: { readonly root: string; readonly tags?: readonly string[]; readonly targets: Targets } }>>;
    readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
  };
}

/** The projects of the workspace at `root`, afresh. Throws what Nx prints when it fails. */
export function readGraph(root: string): readonly Project[] {
  const folder = mkdtempSync(join(tmpdir(), "caio-graph-"));
  const file = join(folder, "graph.json");
  try {
    const env = { ...process.env, NX_DAEMON: "false", NX_NO_CLOUD: "true", NX_CACHE_PROJECT_GRAPH: "false" };
    execFileSync(join(root, "node_modules/.bin/nx"), ["graph", `--file=${file}`], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    const { graph } = JSON.parse(readFileSync(file, "utf8")) as NxGraph;
    return Object.entries(graph.nodes).map(([name, { data }]) => {
      const manifest = JSON.parse(readFileSync(join(root, data.root, "package.json"), "utf8")) as { readonly dependencies?: object };
      return {
        name,
        layer: data.tags?.find((tag) => tag.startsWith("layer:"))?.slice("layer:".length) ?? "",
        dependencies: Object.keys(manifest.dependencies ?? {}),
        targets: Object.entries(data.targets).flatMap(([target, { cache }]) => (cache === true ? [target] : [])),
        needs: [...new Set((graph.dependencies[name] ?? []).map(({ target }) => target))],
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
