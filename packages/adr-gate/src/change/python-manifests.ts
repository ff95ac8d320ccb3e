// Python's manifests: requirements files, pyproject.toml, setup.cfg.
import { child, parseToml, textItems, textOf, type DataNode } from "@caio/repo-model/data";
import type { DependencyScopeName } from "../defaults.js";
import { unreadable, type Declared, type DeclaredManifest } from "./declared.js";

/** PEP 503. */
export const pythonName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, "-");

const isLocal = (target: string): boolean =>
  /^(?:\.|file:|\/|[A-Za-z]:[\\/])/.test(target) || (!/^[A-Za-z][A-Za-z0-9+.-]*:/.test(target) && /[\\/]/.test(target));
const sourceOf = (target: string): Declared["source"] => (isLocal(target) ? "local" : /^(?:git|hg|svn|bzr)\+/.test(target) ? "git" : "url");

/** A name from a URL: its `egg`, or the name of a wheel, or the last part of a repository's path. */
function nameOfUrl(url: string): string {
  const egg = /[#&]egg=([A-Za-z0-9._-]+)/.exec(url)?.[1];
  if (egg !== undefined) return egg;
  const last =
    url
      .replace(/[?#].*$/s, "")
      .replace(/@[^/@]*$/, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  const wheel = /^([A-Za-z0-9_.]+)-\d[^/]*\.(?:whl|tar\.gz|zip)$/.exec(last)?.[1];
  return wheel ?? last.replace(/\.git$/, "");
}

/** A requirement of PEP 508, or a URL; undefined where it is none. */
export function requirement(text: string, scope: DependencyScopeName): Declared | undefined {
  const line = text.trim();
  if (/^(?:(?:git|hg|svn|bzr)\+|https?:|file:|\.{0,2}\/)/.test(line)) {
    const target = line.split(/\s/, 1)[0] ?? line;
    return { name: pythonName(nameOfUrl(target)), scope, extras: "", source: sourceOf(target), from: target };
  }
  const match = /^([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[([^\]]*)\])?\s*(?:@\s*(\S+))?/.exec(line);
  if (match?.[1] === undefined || !/^[\s<>=!~;@,([#]|^$/.test(line.slice(match[0].length).slice(0, 1))) return undefined;
  const extras = (match[2] ?? "")
    .split(",")
    .map((extra) => pythonName(extra.trim()))
    .filter((extra) => extra !== "")
    .toSorted()
    .join(",");
  const [name, from] = [pythonName(match[1].replace(/[._-]+$/, "")), match[3]];
  return { name, scope, extras, ...(from === undefined ? { source: "registry" } : { source: sourceOf(from), from }) };
}

/** A requirements file. Lines that are no requirement make it unreadable. */
export function readRequirements(path: string, text: string): DeclaredManifest {
  const scope: DependencyScopeName = /dev|test|docs|lint/i.test(path.slice(path.lastIndexOf("/") + 1)) ? "dev" : "runtime";
  const declared: Declared[] = [];
  const includes: string[] = [];
  let isReadable = true;
  const lines = text
    .replace(/^\ufeff/, "")
    .replace(/\\\r?\n/g, " ")
    .split(/\r\n|\n|\r/);
  // Equal lines say the same.
  for (const raw of new Set(lines)) {
    const line = raw.replace(/(?:^|\s)#.*$/, "").trim();
    if (line === "") continue;
    const include = /^(?:-r|--requirement)[\s=]*(\S+)$/.exec(line)?.[1];
    const editable = /^(?:-e|--editable)[\s=]*(.+)$/
      .exec(line)?.[1]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, "$2");
    if (include !== undefined) includes.push(include);
    else if (editable !== undefined) {
      const isPath = isLocal(editable) || /^[\w.-]+(?:\[[^\]]*\])?$/.test(editable);
      declared.push({ name: pythonName(nameOfUrl(editable)), scope, extras: "", source: isPath ? "local" : sourceOf(editable), from: editable });
    } else if (!line.startsWith("-")) {
      const one = requirement(line.split(/\s--(?:hash|config-settings|global-option)/, 1)[0] ?? line, scope);
      if (one === undefined) isReadable = false;
      else declared.push(one);
    }
  }
  return { ecosystem: "python", declared, includes, isReadable };
}

const texts = (node: DataNode | undefined): string[] => textItems(node).map(({ value }) => value);
const entries = (node: DataNode | undefined): readonly { key: string; value: DataNode }[] => (node?.kind === "map" ? node.entries : []);

/** Poetry's tables: `python` is no dependency; a table may say where it comes from. */
function poetry(node: DataNode | undefined, scope: DependencyScopeName): Declared[] {
  return entries(node).flatMap(({ key, value }): Declared[] => {
    const name = pythonName(key);
    if (name === "python") return [];
    const first = value.kind === "list" ? value.items[0] : value;
    const [git, url, path] = ["git", "url", "path"].map((one) => textOf(child(first, one)));
    const own: DependencyScopeName =
      child(first, "optional")?.kind === "boolean" && JSON.stringify(child(first, "optional")).includes("true") ? "optional" : scope;
    const extras = texts(child(first, "extras")).map(pythonName).toSorted().join(",");
    if (path !== undefined) return [{ name, scope: own, extras, source: "local", from: path }];
    if (git !== undefined) return [{ name, scope: own, extras, source: "git", from: git }];
    return [{ name, scope: own, extras, ...(url === undefined ? { source: "registry" } : { source: "url", from: url }) }];
  });
}

export function readPyproject(text: string): DeclaredManifest {
  const { root, problems } = parseToml(text);
  if (problems.length > 0) return unreadable("python");
  const declared: Declared[] = [];
  let isReadable = true;
  const add = (lines: readonly string[], scope: DependencyScopeName): void => {
    for (const line of lines) {
      const one = requirement(line, scope);
      if (one === undefined) isReadable = false;
      else declared.push(one);
    }
  };
  const project = child(root, "project");
  add(texts(child(project, "dependencies")), "runtime");
  for (const { value } of entries(child(project, "optional-dependencies"))) add(texts(value), "optional");
  for (const { value } of entries(child(root, "dependency-groups"))) add(texts(value), "dev");
  add(texts(child(child(root, "build-system"), "requires")), "build");
  const tool = child(root, "tool");
  const own = child(tool, "poetry");
  declared.push(...poetry(child(own, "dependencies"), "runtime"), ...poetry(child(own, "dev-dependencies"), "dev"));
  for (const { value } of entries(child(own, "group"))) declared.push(...poetry(child(value, "dependencies"), "dev"));
  add(texts(child(child(tool, "uv"), "dev-dependencies")), "dev");
  for (const { value } of entries(child(child(tool, "pdm"), "dev-dependencies"))) add(texts(value), "dev");
  for (const line of texts(child(child(tool, "uv"), "override-dependencies"))) {
    const one = requirement(line, "runtime");
    if (one !== undefined) declared.push({ ...one, scope: "override" });
  }
  // The project's own extras name each other: `app[all]`.
  const name = textOf(child(project, "name"));
  const self = name === undefined ? undefined : pythonName(name);
  return { ecosystem: "python", declared: declared.filter((one) => one.name !== self), includes: [], isReadable };
}

/** setup.cfg: `install_requires`, `extras_require`, `setup_requires`, `tests_require`. */
export function readSetupConfig(text: string): DeclaredManifest {
  const declared: Declared[] = [];
  let [section, key] = ["", ""];
  let isReadable = true;
  const scopeOf = (): DependencyScopeName | undefined => {
    if (section === "options.extras_require") return "optional";
    if (section !== "options") return undefined;
    return key === "install_requires" ? "runtime" : key === "setup_requires" ? "build" : key === "tests_require" ? "dev" : undefined;
  };
  for (const raw of text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/)) {
    if (/^\s*(?:[#;].*)?$/.test(raw)) continue;
    const heading = /^\[([^\]]*)\]\s*$/.exec(raw)?.[1];
    if (heading !== undefined) {
      [section, key] = [heading.trim(), ""];
      continue;
    }
    let value = raw.trim();
    if (!/^\s/.test(raw)) {
      const [, name = "", rest = ""] = /^([^=:\s][^=:]*?)\s*[=:]\s*(.*)$/.exec(raw) ?? [];
      [key, value] = [name, rest.trim()];
    }
    const scope = scopeOf();
    if (scope === undefined || value === "" || value.startsWith("file:")) continue;
    for (const part of value.split(/,(?![^[]*\])(?=\s*[A-Za-z])/)) {
      const one = requirement(part.replace(/\s#.*$/, ""), scope);
      if (one === undefined) isReadable = false;
      else declared.push(one);
    }
  }
  return { ecosystem: "python", declared, includes: [], isReadable };
}
