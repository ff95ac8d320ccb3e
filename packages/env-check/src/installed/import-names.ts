// Which modules the installed distributions bring: PEP 794, RECORD, top_level.txt, editable installs.
import { addTo } from "@caio/repo-model/text";
import type { Machine } from "@caio/repo-model/check";
import type { Distributions, Installed } from "./distributions.js";
import type { Environment } from "./environment.js";

const identifier = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
/** Folders beside the packages of a project that a path of an editable install shows, too. */
const notPackages = /^(?:tests?|testing|docs?|examples?|benchmarks?|scripts?|tools|setup|conftest|noxfile|tasks|build|dist)$/;
const notModules = /\.(?:dist-info|egg-info|data|libs|egg|pth|egg-link)$/;

/** The modules that a distribution brings: dotted where it shares a namespace. Empty where its metadata does not say. */
export function modulesOf(machine: Machine, installed: Installed): readonly string[] {
  const named = [...installed.header.matchAll(/^Import-(?:Name|Namespace):[ \t]*([\w.]*)(.*)$/gim)];
  if (named.length > 0) {
    // `Import-Namespace` is shared; what a distribution brings of it stands in its Import-Names.
    const own = named.filter(([line, name = ""]) => /^Import-Name:/i.test(line) && identifier.test(name)).map(([, name = ""]) => name);
    if (own.length > 0 || /^Import-Name:[ \t]*$/im.test(installed.header)) return [...new Set(own)].toSorted();
  }
  const { path } = installed;
  const record = machine.read(`${path}/RECORD`);
  const fromRecord = record === undefined ? [] : recordModules(record);
  const editable = record === undefined ? [] : editableModules(machine, installed, record);
  if (fromRecord.length + editable.length > 0) return [...new Set([...fromRecord, ...editable])].toSorted();
  const listed = (machine.read(`${path}/top_level.txt`) ?? "").split(/\r?\n/).map((line) => line.trim().replaceAll("/", "."));
  const top = listed.filter((line) => identifier.test(line));
  if (top.length > 0) return [...new Set(top)].toSorted();
  const files = machine.read(`${path}/installed-files.txt`) ?? machine.read(`${path}/SOURCES.txt`) ?? "";
  return recordModules(files.replace(/^\.\.\//gm, ""));
}

/** The modules among a RECORD's paths: the outermost packages that have an `__init__`, and the modules beside them. */
function recordModules(record: string): readonly string[] {
  const packages = new Set<string>();
  const modules = new Set<string>();
  for (const line of record.split("\n")) {
    // Most lines are of what lies in a package that is known already: a RECORD is sorted, more or less.
    if (packages.has(line.slice(0, Math.max(0, line.indexOf("/"))))) continue;
    const path = recordPath(line.trimEnd());
    if (path === "" || path.startsWith("../") || path.startsWith("/") || /(?:^|\/)__pycache__\//.test(path)) continue;
    const slash = path.lastIndexOf("/");
    const folder = slash === -1 ? "" : path.slice(0, slash);
    const file = path.slice(slash + 1);
    if (folder.split("/").some((part) => notModules.test(part))) continue;
    const module = /^([A-Za-z_]\w*)(?:\.(?:cpython|cp3|pypy|abi3)[^/]*)?\.(?:py|pyw|so|pyd|pyc)$/.exec(file)?.[1];
    if (module === undefined || /^__editable___|^_virtualenv$/.test(module)) continue;
    const dotted = folder.replaceAll("/", ".");
    if (module === "__init__") packages.add(dotted);
    else modules.add(dotted === "" ? module : `${dotted}.${module}`);
  }
  const isInside = (name: string): boolean => {
    for (let at = name.lastIndexOf("."); at > 0; at = name.lastIndexOf(".", at - 1)) if (packages.has(name.slice(0, at))) return true;
    return false;
  };
  return [...packages, ...modules].filter((name) => identifier.test(name) && !isInside(name));
}

/** The path of a line of RECORD, which is CSV. */
function recordPath(line: string): string {
  if (!line.startsWith('"')) return (line.split(",", 1)[0] ?? "").replaceAll("\\", "/");
  return line.slice(1, Math.max(1, line.indexOf('"', 1))).replaceAll("\\", "/");
}

/** What an editable install maps or points to. */
function editableModules(machine: Machine, { folder }: Installed, record: string): readonly string[] {
  const found: string[] = [];
  for (const line of record.split(/\r?\n/)) {
    const path = recordPath(line);
    if (path.includes("/") || path === "") continue;
    if (path.endsWith(".py")) found.push(...mappedModules(machine.read(`${folder}/${path}`) ?? ""));
    if (!path.endsWith(".pth")) continue;
    for (const target of pathFileFolders(machine, folder, path)) {
      for (const entry of machine.list(target) ?? []) {
        const module = /^([A-Za-z_]\w*)(?:\.py|\.[^/]*\.so)?$/.exec(entry)?.[1];
        if (module === undefined || notPackages.test(module)) continue;
        if (entry !== module || machine.exists(`${target}/${entry}/__init__.py`)) found.push(module);
      }
    }
  }
  return found;
}

/**
 * The names that the finder of an editable install maps: setuptools' and scikit-build-core's `{'name': '/path'}`, `editables`'
 * `map_module('name', …)`, meson-python's `install('name', {'name', …}`. Empty for any other module.
 */
export function mappedModules(text: string): readonly string[] {
  const isFinder = /\bMAPPING\b[^=\n]*=|\bmap_module\(|_editable|^install\(/m.test(text);
  if (!isFinder) return [];
  const names: string[] = [];
  for (const [, name = ""] of text.matchAll(/\bmap_module\(\s*['"]([\w.]+)['"]/g)) names.push(name);
  const mapping = /^MAPPING\b[^=\n]*=\s*\{([^}]*)\}/m.exec(text)?.[1] ?? /^install\(\s*\{([^}]*)\}/m.exec(text)?.[1] ?? "";
  for (const [, name = ""] of mapping.matchAll(/['"]([\w.]+)['"]\s*:/g)) names.push(name);
  const meson = /^install\(\s*(?:['"][\w.-]+['"]\s*,\s*)\{([^}]*)\}/m.exec(text)?.[1] ?? "";
  for (const [, name = ""] of meson.matchAll(/['"]([\w.]+)['"]/g)) names.push(name);
  return [...new Set(names.filter((name) => identifier.test(name)))];
}

/** The folders that a `.pth` file adds to the search path, as absolute paths. Lines that are code are left out: nothing is run. */
export function pathFileFolders(machine: Machine, folder: string, name: string): readonly string[] {
  return (machine.read(`${folder}/${name}`) ?? "").split(/\r?\n/).flatMap((line) => {
    const path = line.replace(/^\ufeff/, "").trim();
    if (path === "" || path.startsWith("#") || /^import[ \t]/.test(path)) return [];
    const absolute = path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path) ? path.replace(/(?<=.)\/+$/, "") : resolved(folder, path);
    return machine.list(absolute) === undefined && !machine.exists(absolute) ? [] : [absolute];
  });
}

/** A relative path below a folder, with its `.` and `..` taken out. */
function resolved(folder: string, path: string): string {
  const parts = folder.split("/");
  for (const part of path.split(/[\\/]/)) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/") || "/";
}

/** The distributions of each module of an environment, for `distributionOf`. */
export function importNames(machine: Machine, distributions: Distributions): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const canonical of distributions.names) {
    const installed = distributions.get(canonical);
    if (installed === undefined) continue;
    for (const module of modulesOf(machine, installed)) addTo(found, module, canonical);
  }
  return found;
}

/** Tells whether a module can be imported in an environment: a package, a module, an extension, or a name of an editable install. */
export function importFinder(machine: Machine, { searchPath }: Environment): (module: string) => boolean {
  const names = new Map<string, string>();
  for (const folder of searchPath) {
    for (const entry of machine.list(folder) ?? []) {
      const module = /^([A-Za-z_]\w*)(?:\.[^/]*)?$/.exec(entry)?.[1];
      if (module === undefined) continue;
      const isCode = /\.(?:pyw?|so|pyd|pyc)$/.test(entry);
      if (!isCode && entry !== module) continue;
      if (isCode && /editable|^_\w+\.py$/.test(entry)) for (const name of mappedModules(machine.read(`${folder}/${entry}`) ?? "")) names.set(name, "");
      // A folder's content is looked at only when it is asked for.
      if (!names.has(module) || isCode) names.set(module, isCode ? "" : `${folder}/${entry}`);
    }
  }
  return (module) => {
    const folder = names.get(module);
    if (folder === undefined || folder === "") return folder === "";
    // What pip left of a package that it took away is no package.
    return (machine.list(folder) ?? []).some((entry) => entry !== "__pycache__");
  };
}
