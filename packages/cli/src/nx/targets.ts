// The targets of each project. Parts are judged and kept by the cache; a verdict joins parts and gives the exit code.
import type { CommonInputs, Input } from "./inputs.js";
import type { Project } from "./projects.js";

export interface Target {
  readonly command: string;
  readonly options: { readonly cwd: string };
  readonly cache: boolean;
  readonly inputs?: readonly Input[];
  readonly outputs?: readonly string[];
  readonly dependsOn?: readonly (string | { readonly projects: string; readonly target: string })[];
  readonly metadata: { readonly technologies: readonly string[]; readonly description: string };
}

/** A project as a plugin adds to it. */
export interface Node {
  readonly root: string;
  readonly name?: string;
  readonly targets: Readonly<Record<string, Target>>;
}

/** What a plugin gives to Nx: for each file the projects that it found by it. */
export type Nodes = (readonly [file: string, found: { readonly projects: Readonly<Record<string, Node>> }])[];

export interface Workspace extends CommonInputs {
  readonly projects: readonly Project[];
  /** Whether `.caio` holds a file: a folder without one cannot be a project. */
  readonly isHomeThere: boolean;
  readonly target: string;
  readonly home: string;
  readonly reporters: readonly string[];
}

const folder = ".caio/parts";
/** What a shell of Windows takes: beyond it nothing is left out, and what is judged twice is told once. */
const longestCommand = 6000;
const anything: readonly Input[] = ["{workspaceRoot}/**/*", `!{workspaceRoot}/${folder}/**/*`];

const below = (root: string, other: string): boolean => other !== root && (root === "." || other.startsWith(`${root}/`));
const blob = (name: string, kind = ""): string => `${folder}/${name}${kind}.blob`;

const target = (description: string, command: string, more: Omit<Target, "command" | "metadata" | "options">): Target => ({
  command,
  options: { cwd: "." },
  ...more,
  metadata: { technologies: ["caio"], description },
});

/** The part of a folder: the files below it that are of no project below it. `.caio/parts/{projectName}.blob` is its output. */
function filesTarget(root: string, { projects, configuration, version }: Workspace): Target {
  const inner = projects.map((one) => one.root).filter((one) => below(root, one));
  // A folder within one that is left out is left out with it.
  const outer = inner.filter((one) => !inner.some((other) => below(other, one)));
  const whole = `caio --scope file --reporter blob=${blob("{projectName}")} -- ${[root, ...outer.map((one) => `:!${one}`)].join(" ")}`;
  const isLong = whole.length > longestCommand;
  const own: readonly Input[] = root === "." ? anything : [`{workspaceRoot}/${root}/**/*`];
  return target("the checks that judge each file by itself", isLong ? whole.replace(/ :!.*/, "") : whole, {
    cache: true,
    inputs: [...own, ...(isLong ? [] : outer.map((one) => `!{workspaceRoot}/${one}/**/*`)), ...configuration, ...version],
    outputs: [`{workspaceRoot}/${blob("{projectName}")}`],
  });
}

const accepted = "{workspaceRoot}/.caio/baseline";

/** What a project's verdict is made of. */
function verdictTarget({ configuration, version }: Workspace, files: readonly string[], dependsOn: readonly string[], inputs: readonly Input[]): Target {
  return target("the findings of its parts, and the exit code", `caio merge-reports ${files.join(" ")}`, {
    cache: true,
    inputs: [{ dependentTasksOutputFiles: "**/*.blob" }, ...inputs, accepted, ...configuration, ...version],
    outputs: [],
    dependsOn,
  });
}

/** What belongs to the repository as a whole; with `rest`, the files of no project among it. */
function homeTargets(workspace: Workspace, name: string, hasFiles: boolean): Record<string, Target> {
  const { target: own, version, projects, reporters } = workspace;
  const [files, repository, gate] = [`${own}-files`, `${own}-repository`, `${own}-gate`];
  const parts = [blob(name), blob(name, ".repository"), blob(name, ".change")];
  const all = [...new Set([...projects.map((one) => blob(one.name)), ...(hasFiles ? [blob(name)] : []), ...parts.slice(1)])];
  return {
    [repository]: target("the checks that judge the repository as a whole", `caio --scope repository --reporter blob=${blob(name, ".repository")}`, {
      cache: true,
      inputs: [...anything, ...version],
      outputs: [`{workspaceRoot}/${blob(name, ".repository")}`],
    }),
    [gate]: target("the checks that judge the change under review", `caio --scope change --reporter blob=${blob(name, ".change")}`, {
      cache: false,
      inputs: anything,
      outputs: [`{workspaceRoot}/${blob(name, ".change")}`],
    }),
    [own]: verdictTarget(workspace, hasFiles ? parts : parts.slice(1), [...(hasFiles ? [files] : []), repository, gate], anything),
    [`${own}-doctor`]: target("whether this machine has what hooks and tests need", "caio env-check doctor", { cache: false }),
    [`${own}-report`]: target(
      "all parts as one report, and its exit code",
      `caio merge-reports ${all.join(" ")}${reporters.map((one) => ` --reporter ${one}`).join("")}`,
      { cache: false, dependsOn: [{ projects: "*", target: files }, repository, gate] },
    ),
  };
}

/** All nodes of a workspace. */
export function nodesOf(workspace: Workspace): Nodes {
  const { projects, isHomeThere, target: own, home } = workspace;
  const files = `${own}-files`;
  const nodes: Nodes = projects.map(({ root, name, file }) => {
    const targets = {
      [files]: filesTarget(root, workspace),
      [own]: verdictTarget(workspace, [blob(name)], [files], []),
    };
    return [file, { projects: { [root]: { root, targets } } }];
  });
  const top = projects.find(({ root }) => root === ".");
  const [root, name] = isHomeThere ? [".caio", home] : [".", top?.name ?? home];
  // The files of no project: the root's, where it is one.
  const rest = top === undefined ? { [files]: filesTarget(".", workspace) } : {};
  const targets = { ...rest, ...homeTargets(workspace, name, root === "." || top === undefined) };
  nodes.push(["nx.json", { projects: { [root]: { root, ...(root === "." && top !== undefined ? {} : { name }), targets } } }]);
  return nodes;
}
