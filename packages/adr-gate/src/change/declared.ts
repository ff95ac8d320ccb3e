// What a manifest declares, as far as the gate asks: names with their scope.
import { canonicalName, manifestFormat, readManifestNow, type Declaration, type Manifest, type ManifestFormat } from "@caio/repo-model/manifests";
import { repoPath, sourceText, type RepoPath } from "@caio/repo-model/text";
import { baseName } from "../records/record-path.js";

/** One declaration. `name` is the registry's, `key` the name by which it is known or new. */
export interface Declared {
  readonly name: string;
  readonly key: string;
  readonly scope: Declaration["scope"];
  readonly extras: string;
  readonly source: Declaration["source"];
  readonly from: string | undefined;
  /** What only another dependency needs (`// indirect`): known, and never new. */
  readonly isIndirect: boolean;
}

export interface DeclaredManifest {
  readonly declared: readonly Declared[];
  /** `-r` files. */
  readonly includes: readonly string[];
  /** What could not be read, as it is told. */
  readonly problems: readonly string[];
}

/** Formats whose additions need a decision. */
const judged: ReadonlySet<ManifestFormat> = new Set(["requirements", "pyproject", "setup.cfg", "pipfile", "package.json", "go.mod", "cargo"]);
/** Those that make a name known besides. */
const knowing: ReadonlySet<ManifestFormat> = new Set([...judged, "setup.py", "conda"]);

/** Installed packages are other people's; a lockfile of pip is one by its name. */
const isForeign = (path: string): boolean => /(?:^|\/)(?:node_modules|site-packages)\//.test(path) || /(?:^|[-_.])lock(?:ed)?[-_.]/i.test(baseName(path));

const formatOf = (path: string, formats: ReadonlySet<ManifestFormat>): ManifestFormat | undefined => {
  const format = manifestFormat(path);
  if (format === undefined || !formats.has(format) || isForeign(path)) return undefined;
  return format === "requirements" && /^constraints/i.test(baseName(path)) ? undefined : format;
};

/** Whether a path is a manifest whose additions are judged. */
export const isManifest = (path: string): boolean => formatOf(path, judged) !== undefined;

export const isRequirementsFile = (path: string): boolean => formatOf(path, judged) === "requirements";

/** Whether a path is a manifest that says what the project has. */
export const isKnowingManifest = (path: string): boolean => formatOf(path, knowing) !== undefined;

/** Requirements files are for development by their name, or by a folder of that name. */
const isDevName = (path: string): boolean =>
  /dev|(?<!la)test|docs|lint|(?:^|[-_.])doc[-_.]/i.test(baseName(path)) || /(?:^|\/)(?:dev|tests?|docs?|lint)\//i.test(path);

/** An address without the revision that it asks for: `@v1` of pip, `#v1` of npm. */
const withoutRevision = (address: string): string => address.replace(/#.*$/s, "").replace(/(?<=[/:][^/@]*)@[^/@]*$/, "");

/** The name of a repository or an archive that an address gives, where nothing else does. */
function nameInAddress(address: string): string {
  const last =
    withoutRevision(address)
      .replace(/[?#].*$/s, "")
      .replace(/\/+$/, "")
      .split("/")
      .at(-1) ?? "";
  return /^([A-Za-z0-9_.]+)-\d[^/]*\.(?:whl|tar\.gz|zip)$/.exec(last)?.[1] ?? last.replace(/\.git$/, "");
}

/** A new major version of a Go module has a path of its own (https://go.dev/ref/mod#major-version-suffixes). */
const goKey = (name: string): string => name.replace(/(?:\/v[2-9]\d*|(?<=^gopkg\.in\/.*)\.v\d+)$/, "");

function keyName(ecosystem: Manifest["ecosystem"], name: string): string {
  if (ecosystem === "go") return goKey(name);
  // crates.io takes `-` and `_` for the same.
  return ecosystem === "rust" ? name.toLowerCase().replaceAll("_", "-") : name;
}

function declaredIn(manifest: Manifest, { canonical, scope, extras, source, from, group }: Declaration): Declared {
  const isAddress = manifest.ecosystem === "python" && from !== undefined && /[/:]/.test(canonical);
  const name = isAddress ? canonicalName(nameInAddress(from)) : canonical;
  const ofFile = manifest.format === "requirements" ? (isDevName(manifest.path) ? "dev" : "runtime") : scope;
  return {
    name,
    key: `${manifest.ecosystem}\0${keyName(manifest.ecosystem, name)}`,
    scope: ofFile,
    isIndirect: manifest.format === "go.mod" && group === "indirect",
    extras: extras.map(canonicalName).toSorted().join(","),
    source,
    from: source === "registry" || from === undefined ? undefined : withoutRevision(from),
  };
}

/** Whether an entry takes over what the workspace's root declares: it is judged there. */
const isInherited = (manifest: Manifest, { source, from, specifier }: Declaration): boolean =>
  manifest.format === "cargo" && source === "local" && from === undefined && specifier === "";

const mostText = 2_000_000;

/** Equal lines say the same; continued ones are left as they are. */
const withoutRepeats = (text: string): string => (/\\\r?(?:\n|$)/.test(text) ? text : [...new Set(text.split(/\r\n|\n|\r/))].join("\n"));

/** A path for ranges alone: whatever it is given, it lies inside. */
function insidePath(path: string): RepoPath {
  const parts = path.replaceAll("\0", "_").split("/");
  return repoPath(parts.filter((part) => !/^\.{0,2}$/.test(part)).join("/") || "manifest");
}

/** What a manifest declares; undefined where the path is none. Never throws. */
export function readDeclared(path: string, text: string): DeclaredManifest | undefined {
  const format = formatOf(path, knowing);
  if (format === undefined) return undefined;
  if (text.length > mostText) return { declared: [], includes: [], problems: ["syntax too long"] };
  const manifest = readManifestNow(sourceText(insidePath(path), format === "requirements" ? withoutRepeats(text) : text), format);
  const own = manifest.project === undefined ? undefined : canonicalName(manifest.project);
  const isOwn = ({ canonical }: Declaration): boolean => manifest.ecosystem === "python" && canonical === own;
  return {
    // Constraints declare nothing; the project's own extras name each other (`app[all]`).
    declared: manifest.declarations
      .filter((one) => one.scope !== "constraint" && !isOwn(one) && !isInherited(manifest, one))
      .map((one) => declaredIn(manifest, one)),
    includes: manifest.includes.filter(({ isConstraint }) => !isConstraint).map(({ path: include }) => include),
    problems: manifest.problems.map(({ code, message }) => `${code} ${message}`),
  };
}
