// Python environments of this machine, read from disk: no interpreter is run.
import type { Machine } from "@caio/repo-model/check";

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
}

const join = (...parts: readonly string[]): string => parts.join("/").replace(/\/{2,}/g, "/");
export const parent = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf("/")));

/** The keys of pyvenv.cfg. */
function readVenvConfig(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(/\r?\n/).flatMap((line) => {
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
      const version = /^python(3\.\d+)t?$/.exec(name)?.[1];
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

/** What `.pth` files add: folders of editable installs. */
function withPathFiles(machine: Machine, folders: readonly string[]): readonly string[] {
  const found = [...folders];
  for (const folder of folders) {
    for (const name of machine.list(folder) ?? []) {
      if (!name.endsWith(".pth")) continue;
      for (const line of (machine.read(join(folder, name)) ?? "").split(/\r?\n/)) {
        const path = line.trim();
        if (path === "" || path.startsWith("#") || /^import[ \t]/.test(path)) continue;
        const absolute = path.startsWith("/") || /^[A-Za-z]:[\\/]/.test(path) ? path : join(folder, path);
        if (machine.exists(absolute) && !found.includes(absolute)) found.push(absolute);
      }
    }
  }
  return found;
}

const minor = (version: string | undefined): string | undefined => (version === undefined ? undefined : /^\d+\.\d+/.exec(version)?.[0]);

/** What a shim of pyenv runs in a folder: undefined where it cannot be told; any other path as it is. */
function throughShim(machine: Machine, interpreter: string, root: string): string | undefined {
  const home = /^(.*)\/shims\/[^/]+$/.exec(interpreter)?.[1];
  if (home === undefined) return interpreter;
  const version = machine.environment["PYENV_VERSION"] ?? machine.read(join(root, ".python-version")) ?? machine.read(join(home, "version"));
  const [first = ""] = (version ?? "").trim().split(/[\s:]+/);
  const folder =
    first === ""
      ? undefined
      : [first, ...(machine.list(join(home, "versions")) ?? []).filter((name) => name.startsWith(`${first}.`)).toReversed()].find((name) =>
          machine.exists(join(home, "versions", name)),
        );
  return folder === undefined ? undefined : join(home, "versions", folder, "bin/python");
}

/** The environment of an interpreter's path, which may be a link in a virtual environment's `bin`. Undefined where there is none. */
export function environmentOf(machine: Machine, interpreter: string, by: string): Environment | undefined {
  if (!machine.exists(interpreter)) return undefined;
  const prefix = parent(parent(interpreter));
  const config = machine.read(join(prefix, "pyvenv.cfg"));
  if (config !== undefined) {
    const keys = readVenvConfig(config);
    const version = keys.get("version") ?? keys.get("version_info")?.split(".").slice(0, 3).join(".");
    const own = sitePackages(machine, prefix, minor(version));
    const home = keys.get("home");
    const isOpen = keys.get("include-system-site-packages")?.toLowerCase() === "true" && home !== undefined;
    const outer = isOpen ? systemPath(machine, parent(home), minor(version)) : { folders: [] };
    const known = version ?? own.version;
    return {
      prefix,
      interpreter,
      isVirtual: true,
      searchPath: withPathFiles(machine, [...own.folders, ...outer.folders]),
      by,
      ...(known === undefined ? {} : { version: known }),
    };
  }
  const real = machine.realPath(interpreter) ?? interpreter;
  const named = /python(3\.\d+)t?(?:\.exe)?$/.exec(real)?.[1];
  const { folders, version } = systemPath(machine, parent(parent(real)), named);
  const known = named ?? version;
  return {
    prefix: parent(parent(real)),
    interpreter,
    isVirtual: false,
    searchPath: withPathFiles(machine, folders),
    by,
    ...(known === undefined ? {} : { version: known }),
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

const inPrefix = (machine: Machine, prefix: string): string => (machine.platform === "win32" ? join(prefix, "Scripts/python.exe") : join(prefix, "bin/python"));

/** The interpreter that a script's first line names: `#!/x/bin/python`. */
export function shebangOf(machine: Machine, path: string): string | undefined {
  const text = machine.read(path)?.slice(0, 400);
  // pip writes a shell trick where the path is long or has spaces.
  const [, direct] = /^#![ \t]*(\S+)/.exec(text ?? "") ?? [];
  const trick = /^#!\/bin\/sh\r?\n'''exec'[ \t]+"?([^"\n]+?)"?[ \t]/.exec(text ?? "")?.[1];
  const interpreter = trick ?? direct;
  if (interpreter === undefined) return undefined;
  const named = interpreter.endsWith("/env") ? machine.which(/^#!\S+[ \t]+(?:-S[ \t]+)?(\S+)/.exec(text ?? "")?.[1] ?? "") : interpreter;
  return named !== undefined && /(?:python|pypy)[\d.]*(?:\.exe)?$/.test(named) ? named : undefined;
}

/** The environment that a command finds in this shell: the one that `VIRTUAL_ENV` or the PATH names. `python` overrides it. */
export function shellEnvironment(machine: Machine, root: string, python: string | undefined): Environment | undefined {
  if (python !== undefined) {
    const path =
      python.startsWith("/") || /^[A-Za-z]:/.test(python) ? python : python.includes("/") ? join(root, python) : (machine.which(python) ?? join(root, python));
    return environmentOf(machine, machine.exists(join(path, "pyvenv.cfg")) ? inPrefix(machine, path) : path, "--python");
  }
  const active = machine.environment["VIRTUAL_ENV"];
  if (active !== undefined && active !== "") {
    const found = environmentOf(machine, inPrefix(machine, active), "VIRTUAL_ENV");
    if (found !== undefined) return found;
  }
  const onPath = machine.which("python") ?? machine.which("python3");
  const real = onPath === undefined ? undefined : throughShim(machine, onPath, root);
  return real === undefined ? undefined : environmentOf(machine, real, "PATH");
}

/** The virtual environment that lies in the repository. */
export function localEnvironment(machine: Machine, root: string): Environment | undefined {
  for (const name of [".venv", "venv", "env"]) {
    const prefix = join(root, name);
    const found = machine.exists(join(prefix, "pyvenv.cfg")) ? environmentOf(machine, inPrefix(machine, prefix), name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
