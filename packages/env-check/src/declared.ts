// What the repository declares for a file of it: in manifests, and what its scripts and CI install.
import { addTo } from "@caio/repo-model/text";
import { canonicalName, type Declaration, type Manifest } from "@caio/repo-model/manifests";
import { brings } from "./data/brings.js";
import { knownPlugins } from "./data/pytest-plugins.js";
import { verifiedBrings } from "./data/verified-brings.js";
import { hatchTest } from "./installs.js";
import { reachOf, takenMinors } from "./marker-range.js";
import type { Projects } from "./projects.js";

export interface Declared {
  /** The folder of the project that the file belongs to. */
  readonly folder: string;
  /** Canonical names that are declared or installed by a script. */
  readonly names: ReadonlySet<string>;
  /** Those that come with them, as far as is known. */
  readonly brought: ReadonlySet<string>;
  /** Declared extras of which nobody knows what they bring: `kombu[redis]`. */
  readonly openExtras: readonly string[];
  /** Where each name is declared; the first one counts for a range. */
  readonly places: ReadonlyMap<string, Declaration>;
  /** All declarations of each name. */
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
  /** Names that no manifest declares and a script, an image or CI installs. */
  readonly installed: ReadonlySet<string>;
  /** Those of them that only scripts, images and CI name, and no manifest of the repository. */
  readonly scripted: ReadonlySet<string>;
  /** What another project of the repository declares. */
  readonly elsewhere: ReadonlyMap<string, Declaration>;
  /** The names of the project and of those that lend to it. */
  readonly projects: ReadonlySet<string>;
  /** The manifest that a declaration would go to; undefined where there is none. */
  readonly manifest: Manifest | undefined;
  /** Whether the project says what its users get: in its own manifest, or for pbr in requirements.txt beside setup.cfg. */
  readonly hasRuntime: boolean;
  /** Declarations under a marker that never holds: as good as none. */
  readonly never: ReadonlyMap<string, Declaration>;
  /** Their names. */
  readonly idle: ReadonlySet<string>;
  /** The minor versions of Python 3 that the project takes, as far as is told. */
  readonly minors: readonly number[];
  /** Whether more may be declared than could be read. */
  readonly isPartial: boolean;
  /** Whether any Python manifest was found that says something. */
  readonly isAny: boolean;
}

/** What is known beside the manifests. */
export interface Beside {
  /** Canonical names that scripts, CI and images install. */
  readonly installed: ReadonlySet<string>;
  /** Those that requirements files declare which stand for no project. */
  readonly stray?: ReadonlySet<string>;
  /** What installed distributions bring, by canonical name, where an environment was read. */
  readonly requires?: ((canonical: string) => readonly string[]) | undefined;
}

const isDeclaring = ({ scope }: Declaration): boolean => scope !== "constraint" && scope !== "override" && scope !== "tool";
/** A group that says nothing of what tests and hooks need. */
const isDocs = ({ group }: Declaration): boolean => group !== undefined && /^(?:docs?|documentation|sphinx|readthedocs|rtd)$/i.test(group);

/** Declared, a folder's worth at a time: files with the same manifests share it. */
export function declaredBy(projects: Projects, manifests: readonly Manifest[], beside: Beside): (path: string) => Declared {
  const paths = new Set<string>(manifests.map(({ path }) => path));
  const known = new Map<string, Declared>();
  // A requirements file that stands for no project may be installed for any.
  const isAlways = (one: Declaration): boolean => isDeclaring(one) && reachOf([one], takenMinors(undefined)).reach === "always";
  const stray = new Set(projects.stray.flatMap(({ declarations }) => declarations.filter(isAlways).map(({ canonical }) => canonical)));
  const byFolder = new Map<string, Declared>();
  const requires = withSiblings(manifests, beside.requires);
  return (path) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const there = byFolder.get(folder);
    if (there !== undefined) return there;
    const own = projects.manifestsFor(path);
    const key = `${projects.folderOf(path)}\0${own.map((manifest) => manifest.path).join("\0")}`;
    const made = known.get(key) ?? declaredIn(projects.folderOf(path), own, projects.othersFor(path), paths, { ...beside, stray, requires });
    known.set(key, made);
    byFolder.set(folder, made);
    return made;
  };
}

/** What a project of the repository brings to another that names it, beside what is known of the rest. */
function withSiblings(manifests: readonly Manifest[], requires: Beside["requires"]): (name: string) => readonly string[] {
  const siblings = new Map<string, string[]>();
  for (const { project, declarations } of manifests) {
    if (project === undefined) continue;
    for (const { scope, group, canonical, extras } of declarations) {
      if (scope !== "runtime" && scope !== "optional") continue;
      const key = scope === "optional" ? `${canonicalName(project)}[${canonicalName(group ?? "")}]` : canonicalName(project);
      const names = [canonical, ...extras.map((extra) => `${canonical}[${canonicalName(extra)}]`)];
      for (const name of names) addTo(siblings, key, name);
    }
  }
  return (name) => [...(siblings.get(name) ?? []), ...(requires?.(name) ?? [])];
}

function declaredIn(folder: string, own: readonly Manifest[], others: readonly Manifest[], paths: ReadonlySet<string>, beside: Beside): Declared {
  const withExtras = new Set<string>();
  const projects = new Set(own.flatMap(({ project }) => (project === undefined ? [] : [canonicalName(project)])));
  const declarations = new Map<string, Declaration[]>();
  const minors = takenMinors(own.find(({ requires, format }) => requires !== undefined && format !== "python-version")?.requires?.specifier);
  const never = new Map<string, Declaration>();
  for (const declaration of own.flatMap((manifest) => manifest.declarations)) {
    if (!isDeclaring(declaration)) continue;
    const { canonical, extras } = declaration;
    if (reachOf([declaration], minors).reach === "never") {
      never.set(canonical, declaration);
      continue;
    }
    for (const extra of extras) withExtras.add(`${canonical}[${canonicalName(extra)}]`);
    const before = declarations.get(canonical);
    if (before === undefined) declarations.set(canonical, [declaration]);
    else before.push(declaration);
  }
  const stray = beside.stray ?? new Set<string>();
  const installed = new Set([...beside.installed, ...stray]);
  const scripted = new Set([...beside.installed].filter((name) => !stray.has(name) && !declarations.has(name) && !projects.has(name)));
  if (own.some(({ groups }) => groups.some(({ name }) => name === "hatch-test"))) for (const name of hatchTest) installed.add(name);
  const elsewhere = new Map<string, Declaration>();
  for (const declaration of others.flatMap((manifest) => manifest.declarations))
    if (isDeclaring(declaration) && !elsewhere.has(declaration.canonical)) elsewhere.set(declaration.canonical, declaration);
  const names = new Set([...declarations.keys(), ...installed, ...projects]);
  const manifest = manifestOf(folder, own);
  const openExtras = [...withExtras].filter((key) => isOpen(key, projects, beside.requires));
  return {
    folder,
    names,
    brought: new Set([...broughtBy(names, withExtras, projects, beside.requires), ...openExtras.map(extraOf)]),
    openExtras,
    places: new Map([...declarations].map(([name, [first]]) => [name, first as Declaration])),
    declarations,
    installed,
    scripted,
    elsewhere,
    projects,
    manifest,
    hasRuntime: hasRuntime(declarations, manifest),
    minors,
    never,
    idle: new Set(never.keys()),
    isPartial: own.some((manifest) => isComputed(manifest, own) || hasUnread(manifest, paths)),
    isAny: own.some((manifest) => manifest.declarations.some((one) => one.scope !== "build" && isDeclaring(one) && !isDocs(one))),
  };
}

/** Whether a manifest computes names; one that reads the requirements files beside it computes none. */
function isComputed({ isPartial, readsRequirements, path, format }: Manifest, own: readonly Manifest[]): boolean {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  // A pyproject.toml that names the project and leaves nothing to be computed is what counts.
  const isIdle = (one: Manifest): boolean =>
    one.format === "pyproject" && one.path === `${folder}pyproject.toml` && one.project !== undefined && !one.isPartial;
  if (format === "setup.py" && own.some(isIdle)) return false;
  return isPartial && !(readsRequirements === true && own.some((one) => one.format === "requirements" && one.path.startsWith(folder)));
}

/** Whether a manifest takes in what is not there, and may be made; what documents need is nothing that tests do. */
const hasUnread = ({ includes, path }: Manifest, paths: ReadonlySet<string>): boolean =>
  !/(?:^|\/)docs?\//.test(path) && includes.some((include) => !include.isConstraint && !paths.has(include.path));

const order: readonly Manifest["format"][] = ["pyproject", "setup.cfg", "setup.py", "requirements", "pipfile", "conda", "hatch", "tox"];

/** The manifest of a folder that a reader would look into first. */
function manifestOf(folder: string, own: readonly Manifest[]): Manifest | undefined {
  const here = own.filter(({ path, declarations }) => declarations.length > 0 && path.slice(0, Math.max(0, path.lastIndexOf("/"))) === folder);
  return here.toSorted((a, b) => order.indexOf(a.format) - order.indexOf(b.format))[0] ?? own.find(({ declarations }) => declarations.length > 0);
}

function hasRuntime(declarations: Declared["declarations"], manifest: Manifest | undefined): boolean {
  // A project that is built from its pyproject.toml says so by saying nothing, too.
  const isBuilt = manifest?.format === "pyproject" && manifest.project !== undefined && !manifest.isPartial;
  if (isBuilt && manifest.declarations.some(({ scope }) => scope === "build")) return true;
  const paths = [manifest?.path, ...(manifest?.format === "setup.cfg" ? [manifest.path.replace("setup.cfg", "requirements.txt")] : [])];
  return [...declarations.values()].some((all) => all.some(({ scope, at }) => scope === "runtime" && paths.includes(at.path)));
}

const nameOf = (key: string): string => key.replace(/\[.*/, "");

/** An extra is named for what it brings, where that is not known: `redis` of `kombu[redis]`. */
const extraOf = (key: string): string => /\[(.*)\]/.exec(key)?.[1] ?? key;

/** Whether nobody knows what `NAME[EXTRA]` brings: neither the tables nor an environment or a lockfile that has it. */
function isOpen(key: string, projects: ReadonlySet<string>, requires: Beside["requires"]): boolean {
  if (Object.hasOwn(brings, key) || verifiedBrings.has(key) || projects.has(nameOf(key))) return false;
  return [key, nameOf(key)].every((one) => (requires?.(one) ?? []).length === 0);
}

/** Whether the tables know of each declared name what it brings. */
export const isAllKnown = ({ names, projects }: Declared): boolean =>
  [...names].every((name) => projects.has(name) || Object.hasOwn(brings, name) || verifiedBrings.has(name));

/** Whether a plug-in of pytest is among names that the tables do not know: it may add any option, fixture or mark. */
export const hasUnknownPlugin = (names: ReadonlySet<string>): boolean =>
  [...names].some((name) => /(?:^|-)pytest(?:-|$)/.test(name) && name !== "pytest" && !knownPlugins.has(name) && !verifiedBrings.has(name));

/** What comes with names, at any remove. What the project itself brings stands in its own manifests. */
function broughtBy(
  names: ReadonlySet<string>,
  withExtras: ReadonlySet<string>,
  projects: ReadonlySet<string>,
  requires: Beside["requires"],
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...names, ...withExtras].filter((name) => !projects.has(nameOf(name)));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const listed = Object.hasOwn(brings, next) ? (brings[next] ?? "").split(" ") : [];
    for (const name of [...listed, ...(verifiedBrings.get(next) ?? []), ...(requires?.(next) ?? [])]) {
      if (name === "" || found.has(name) || projects.has(name)) continue;
      found.add(name);
      waiting.push(name);
    }
  }
  return found;
}
