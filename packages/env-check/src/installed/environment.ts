// Python environments of this machine, read from disk: no interpreter is run.
import type { Machine } from "@caio/repo-model/check";
import { hatchEnvironments } from "./hatch-environment.js";
import { pathFileFolders } from "./import-names.js";
import { interpreterVersion, minorOf } from "./interpreter-version.js";
import { poetryEnvironments } from "./poetry-environment.js";

/** An environment. Paths are absolute. */
export interface Environment {
  /** Where its `bin` lies. */
  readonly prefix: string;
  readonly interpreter: string;
  readonly isVirtual: boolean;
  /** `3.11.7`, or `3.11` where only the folders tell it; undefined where nothing does. */
  readonly version?: string;
  /** Folders that imports are looked for in, in order. */
  readonly searchPath: readonly string[];
  /** Why it is looked at: `VIRTUAL_ENV`, `.venv`, `PATH`, `--python`. */
  readonly by: string;
  /** Why nothing that is installed in it can be found, though it is there. */
  readonly broken?: string;
}

export const join = (...parts: readonly string[]): string => parts.join("/").replace(/\/{2,}/g, "/");
export const parent = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf("/")));

/** The keys of pyvenv.cfg, as `site` reads them. */
function readVenvConfig(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .replace(/^\ufeff/, "")
      .split(/\r?\n/)
      .flatMap((line) => {
        const at = line.indexOf("=");
        return at === -1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const];
      }),
  );
}

/** The site-packages of a prefix, with the version that its folder tells. */
function sitePackages(machine: Machine, prefix: string, wanted: string | undefined): { folders: string[]; version?: string } {
  if (machine.platform === "win32") return { folders: [join(prefix, "Lib/site-packages")] };
  const found: { folder: string; version: string }[] = [];
  for (const lib of ["lib", "lib64"]) {
    for (const name of machine.list(join(prefix, lib)) ?? []) {
      const version = /^(?:python|pypy)(\d+\.\d+)t?$/.exec(name)?.[1];
      if (version === undefined || (wanted !== undefined && version !== wanted)) continue;
      for (const site of ["site-packages", "dist-packages"]) {
        const folder = join(prefix, lib, name, site);
        if (machine.exists(folder)) found.push({ folder, version });
      }
    }
  }
  // `lib64` is a link to `lib` in most environments.
  const folders = new Map(found.map(({ folder }) => [machine.realPath(folder) ?? folder, folder]));
  const version = found[0]?.version;
  return { folders: [...folders.values()], ...(version === undefined ? {} : { version }) };
}

/** The folders with what their `.pth` files add. `site` reads the files of site folders alone, not of what those add. */
function withPathFiles(machine: Machine, folders: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const folder of folders) {
    found.add(folder);
    for (const name of machine.list(folder) ?? []) if (name.endsWith(".pth")) for (const added of pathFileFolders(machine, folder, name)) found.add(added);
  }
  return [...found];
}

/** The user's own site folder. */
function userSite(machine: Machine, version: string | undefined): readonly string[] {
  const { environment } = machine;
  if (version === undefined || (environment["PYTHONNOUSERSITE"] ?? "") !== "") return [];
  const base = environment["PYTHONUSERBASE"] ?? (environment["HOME"] === undefined ? undefined : join(environment["HOME"], ".local"));
  const folder = base === undefined ? undefined : join(base, "lib", `python${version}`, "site-packages");
  return folder !== undefined && machine.exists(folder) ? [folder] : [];
}

function pythonPath({ environment, platform }: Machine): readonly string[] {
  return (environment["PYTHONPATH"] ?? "").split(platform === "win32" ? ";" : ":").filter((folder) => folder.startsWith("/") || /^[A-Za-z]:/.test(folder));
}

/** What a shim of pyenv runs in a folder: undefined where it cannot be told; any other path as it is. */
export function throughShim(machine: Machine, interpreter: string, root: string): string | undefined {
  const [, home, command = ""] = /^(.*)\/shims\/([^/]+)$/.exec(interpreter) ?? [];
  if (home === undefined) return interpreter;
  const version = machine.environment["PYENV_VERSION"] ?? machine.read(join(root, ".python-version")) ?? machine.read(join(home, "version"));
  const versions = machine.list(join(home, "versions")) ?? [];
  for (const name of (version ?? "").trim().split(/[\s:]+/)) {
    if (name === "" || !/^[\w.@/+-]+$/.test(name) || name.includes("..")) continue;
    const newest = versions.filter((one) => one.startsWith(`${name}.`)).toSorted((a, b) => Number(/\d+$/.exec(b)?.[0]) - Number(/\d+$/.exec(a)?.[0]))[0];
    const folder = versions.includes(name) || name.includes("/") ? name : newest;
    const program = folder === undefined ? undefined : join(home, "versions", folder, "bin", command);
    if (program !== undefined && machine.exists(program)) return program;
  }
  return undefined;
}

/** The environment of an interpreter's path, which may be a link in a virtual environment's `bin`. Undefined where there is none. */
export function environmentOf(machine: Machine, interpreter: string, by: string): Environment | undefined {
  const prefix = parent(parent(interpreter));
  const config = machine.read(join(prefix, "pyvenv.cfg"));
  if (config !== undefined) return virtualEnvironment(machine, prefix, interpreter, config, by);
  if (!machine.exists(interpreter)) return undefined;
  const real = machine.realPath(interpreter) ?? interpreter;
  const own = parent(parent(real));
  const exact = interpreterVersion(machine, real);
  const { folders, version } = systemPath(machine, own, minorOf(exact));
  const known = exact ?? version;
  return {
    prefix: own,
    interpreter,
    isVirtual: machine.exists(join(own, "conda-meta")),
    searchPath: [...pythonPath(machine), ...withPathFiles(machine, [...userSite(machine, minorOf(known)), ...folders])],
    by,
    ...(known === undefined ? {} : { version: known }),
  };
}

function virtualEnvironment(machine: Machine, prefix: string, interpreter: string, config: string, by: string): Environment {
  const keys = readVenvConfig(config);
  const written = keys.get("version") ?? keys.get("version_info")?.split(".").slice(0, 3).join(".");
  const own = sitePackages(machine, prefix, minorOf(written));
  const home = keys.get("home");
  const isOpen = keys.get("include-system-site-packages")?.toLowerCase() === "true" && home !== undefined;
  const base = home === undefined ? undefined : parent(machine.realPath(home) ?? home);
  const outer = isOpen && base !== undefined ? systemPath(machine, base, minorOf(written)).folders : [];
  const known = written ?? own.version;
  const real = machine.realPath(interpreter);
  const realVersion = real === undefined ? undefined : interpreterVersion(machine, real);
  const broken =
    real === undefined
      ? "its interpreter is gone"
      : realVersion !== undefined && known !== undefined && minorOf(realVersion) !== minorOf(known)
        ? `it was made for Python ${minorOf(known) ?? known}, and its interpreter is Python ${minorOf(realVersion) ?? realVersion} now`
        : undefined;
  const inner = isOpen ? [...own.folders, ...userSite(machine, minorOf(known)), ...outer] : own.folders;
  return {
    prefix,
    interpreter,
    isVirtual: true,
    searchPath: [...pythonPath(machine), ...withPathFiles(machine, inner)],
    by,
    ...(known === undefined ? {} : { version: known }),
    ...(broken === undefined ? {} : { broken }),
  };
}

/** A system's folders: its own, those of `/usr/local` for `/usr`, and Debian's. */
function systemPath(machine: Machine, prefix: string, wanted: string | undefined): { folders: string[]; version?: string } {
  const prefixes = prefix === "/usr" ? ["/usr/local", "/usr"] : [prefix];
  const all = prefixes.map((one) => sitePackages(machine, one, wanted));
  const debian = join(prefix, "lib/python3/dist-packages");
  const version = all.at(-1)?.version;
  return { folders: [...all.flatMap(({ folders }) => folders), ...(machine.exists(debian) ? [debian] : [])], ...(version === undefined ? {} : { version }) };
}

const inPrefix = (machine: Machine, prefix: string): string => {
  if (machine.platform === "win32") return machine.exists(join(prefix, "Scripts/python.exe")) ? join(prefix, "Scripts/python.exe") : join(prefix, "python.exe");
  return join(prefix, "bin/python");
};

const isEnvironment = (machine: Machine, prefix: string): boolean => machine.exists(join(prefix, "pyvenv.cfg")) || machine.exists(join(prefix, "conda-meta"));

/** The interpreter that a script's first line names: `#!/x/bin/python`. */
export function shebangOf(machine: Machine, path: string): string | undefined {
  const text = machine.read(path)?.slice(0, 1000) ?? "";
  // pip and uv write a shell trick where the path is long or has spaces.
  const trick = /^#!\/bin\/sh\r?\n'''exec'[ \t]+(?:"([^"\n]+)"|'([^'\n]+)'|(\S+))/.exec(text);
  const [, direct] = /^#![ \t]*(\S+)/.exec(text) ?? [];
  const interpreter = trick?.[1] ?? trick?.[2] ?? trick?.[3] ?? direct;
  if (interpreter === undefined) return undefined;
  const named = interpreter.endsWith("/env") ? machine.which(/^#!\S+[ \t]+(?:-S[ \t]+)?(\S+)/.exec(text)?.[1] ?? "") : interpreter;
  return named !== undefined && /(?:python|pypy)[\d.]*t?(?:\.exe)?$/.test(named) ? named : undefined;
}

/** The environment that a command finds in this shell: the one that `VIRTUAL_ENV`, `CONDA_PREFIX` or the PATH names. `python` overrides it. */
export function shellEnvironment(machine: Machine, root: string, python: string | undefined): Environment | undefined {
  if (python !== undefined) {
    const path =
      python.startsWith("/") || /^[A-Za-z]:/.test(python) ? python : python.includes("/") ? join(root, python) : (machine.which(python) ?? join(root, python));
    const bare = path.replace(/(?<=.)\/+$/, "");
    return environmentOf(machine, isEnvironment(machine, bare) ? inPrefix(machine, bare) : (throughShim(machine, bare, root) ?? bare), "--python");
  }
  const active = machine.environment["VIRTUAL_ENV"];
  if (active !== undefined && active !== "") {
    const found = environmentOf(machine, inPrefix(machine, active), "VIRTUAL_ENV");
    if (found !== undefined) return found;
  }
  const onPath = machine.which("python") ?? machine.which("python3");
  const real = onPath === undefined ? undefined : throughShim(machine, onPath, root);
  const conda = machine.environment["CONDA_PREFIX"];
  const by = conda !== undefined && conda !== "" && real?.startsWith(`${conda}/`) === true ? "CONDA_PREFIX" : "PATH";
  return real === undefined ? undefined : environmentOf(machine, real, by);
}

/** The environment of the project: the one that lies in the repository, else the one that poetry or hatch keeps for it. */
export function localEnvironment(machine: Machine, root: string): Environment | undefined {
  const named = machine.environment["UV_PROJECT_ENVIRONMENT"];
  const given = named === undefined || named === "" ? [] : [named.startsWith("/") ? named : join(root, named)];
  const inside = [".venv", "venv", "env", ".conda", ".pixi/envs/default"].map((name) => join(root, name));
  for (const prefix of [...given, ...inside, ...poetryEnvironments(machine, root), ...hatchEnvironments(machine, root)]) {
    if (!isEnvironment(machine, prefix)) continue;
    const found = environmentOf(machine, inPrefix(machine, prefix), prefix.startsWith(`${root}/`) ? prefix.slice(root.length + 1) : prefix);
    if (found !== undefined) return found;
  }
  return undefined;
}
