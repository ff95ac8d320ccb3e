// The projects that Nx knows of by `project.json` and `package.json`, as it finds them itself.
import { basename, join, posix } from "node:path";
import { isRecord, type JsonMap } from "../json.js";
import { readJson, readText } from "./workspace-files.js";

/** A project's folder, "." for the root, and its name. */
export interface Project {
  readonly root: string;
  readonly name: string;
  /** The file by which it is known. */
  readonly file: string;
}

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);
const textAt = (json: JsonMap, key: string): string | undefined => (typeof json[key] === "string" && json[key] !== "" ? json[key] : undefined);

async function pnpmPackages(root: string): Promise<readonly string[]> {
  const text = readText(join(root, "pnpm-workspace.yaml"));
  if (text === undefined) return [];
  const { child, parseData, textItems } = await import("@caio/repo-model/data");
  const list = child((await parseData("pnpm-workspace.yaml", text))?.root, "packages");
  return list === undefined ? [] : textItems(list).map(({ value }) => value);
}

/** Which package.json is of a package of the workspace. */
async function packageMatcher(root: string): Promise<(file: string) => boolean> {
  const manifest = readJson(join(root, "package.json"));
  const workspaces = manifest["workspaces"];
  const lerna = readText(join(root, "lerna.json")) === undefined ? [] : texts(readJson(join(root, "lerna.json"))["packages"] ?? ["packages/*"]);
  const patterns = [...texts(isRecord(workspaces) ? workspaces["packages"] : workspaces), ...(await pnpmPackages(root)), ...lerna];
  const positive = patterns.filter((one) => !one.startsWith("!"));
  const negative = patterns.filter((one) => one.startsWith("!")).map((one) => one.slice(1));
  if (positive.length === 0 && negative.length > 0) positive.push("**");
  const { pathMatcher } = await import("@caio/repo-model/patterns");
  const matcher = (folders: readonly string[]): ((file: string) => boolean) =>
    folders.length === 0 ? () => false : pathMatcher(folders.map((folder) => `/${posix.join(folder.replace(/\/package\.json$/, ""), "package.json")}`));
  const [isIn, isOut] = [matcher(positive), matcher(negative)];
  return (file) => (file === "package.json" && isRecord(manifest["nx"])) || (isIn(file) && !isOut(file));
}

/** Names that a command line takes without quotes; a project of another name counts to what lies around it. */
const isPlain = (root: string): boolean => /^[\w@.+/-]+$/.test(root) && !root.startsWith("-");

/** The projects among the files that Nx hands over, in the order of their folders. */
export async function findProjects(workspaceRoot: string, files: readonly string[]): Promise<Project[]> {
  const own = new Map<string, string>();
  for (const file of files.map((one) => one.replaceAll("\\", "/"))) if (basename(file) === "project.json") own.set(posix.dirname(file), file);
  const isPackage = await packageMatcher(workspaceRoot);
  for (const file of files.map((one) => one.replaceAll("\\", "/")))
    if (basename(file) === "package.json" && !own.has(posix.dirname(file)) && isPackage(file)) own.set(posix.dirname(file), file);
  const projects: Project[] = [];
  for (const [root, file] of own) {
    if (!isPlain(root)) continue;
    const [json, manifest] = [readJson(join(workspaceRoot, root, "project.json")), readJson(join(workspaceRoot, root, "package.json"))];
    const nx = isRecord(manifest["nx"]) ? manifest["nx"] : {};
    const name = textAt(json, "name") ?? textAt(nx, "name") ?? textAt(manifest, "name") ?? posix.basename(root).toLowerCase();
    projects.push({ root, name, file });
  }
  return projects.toSorted((a, b) => (a.root < b.root ? -1 : 1));
}
