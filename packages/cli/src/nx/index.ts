// The plugin of Nx, `@caio/cli/nx`: what it infers for each project, and its generator. Nothing of Nx is loaded.
import { inputsOf } from "./inputs.js";
import { findProjects } from "./projects.js";
import { nodesOf, type Nodes } from "./targets.js";

/** What may stand beside the plugin's name in nx.json. */
export interface CaioPluginOptions {
  /** The target that gives a project's verdict, `caio`; the other targets begin with it. */
  readonly targetName?: string;
  /** The project of what belongs to the whole repository, `caio`. */
  readonly projectName?: string;
  /** The reports of the last target, as `--reporter` takes them; `text`. */
  readonly reporters?: readonly string[];
}

/** What Nx hands to a plugin, as far as it is used. */
export interface CreateNodesContext {
  readonly workspaceRoot: string;
}

export const name = "@caio/cli/nx";

async function inferNodes(files: readonly string[], options: CaioPluginOptions | undefined, { workspaceRoot }: CreateNodesContext): Promise<Nodes> {
  const projects = await findProjects(workspaceRoot, files);
  return nodesOf({
    projects,
    ...inputsOf(workspaceRoot),
    isHomeThere: files.some((file) => file.startsWith(".caio/")),
    target: options?.targetName ?? "caio",
    home: options?.projectName ?? "caio",
    reporters: options?.reporters ?? ["text"],
  });
}

const pattern = "{nx.json,package.json,**/package.json,project.json,**/project.json,.caio/*}";

/** Nx 19.2 to 23 call it by this name. */
export const createNodesV2 = [pattern, inferNodes] as const;

/** Nx 22 and later call it by this name, with the same arguments. */
export const createNodes = [pattern, inferNodes] as const;

export { initGenerator } from "./generator.js";
export type { GeneratorTree } from "./generator.js";
