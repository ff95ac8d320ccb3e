// The distributions of an environment, by their metadata on disk.
import type { Machine } from "@caio/repo-model/check";
import { canonicalName } from "@caio/repo-model/manifests";
import type { Environment } from "./environment.js";

/** An installed distribution. */
export interface Installed {
  readonly name: string;
  readonly canonical: string;
  /** Undefined where its metadata is broken. */
  readonly version?: string;
  /** The `.dist-info` or `.egg-info`. */
  readonly path: string;
}

/** The distributions by canonical name; of two the first on the search path counts. */
export function installedDistributions(machine: Machine, { searchPath }: Environment): ReadonlyMap<string, Installed> {
  const found = new Map<string, Installed>();
  for (const folder of searchPath) {
    for (const entry of machine.list(folder) ?? []) {
      const kind = /\.(dist-info|egg-info|egg-link)$/.exec(entry)?.[1];
      if (kind === undefined) continue;
      const path = `${folder}/${entry}`;
      const metadata = kind === "egg-link" ? undefined : (machine.read(`${path}/METADATA`) ?? machine.read(`${path}/PKG-INFO`) ?? machine.read(path));
      const header = metadata?.split(/\r?\n\r?\n/, 1)[0] ?? "";
      const [, byName = "", byVersion] = /^([^-]+)(?:-([^-]+))?.*\.(?:dist-info|egg-info|egg-link)$/.exec(entry) ?? [];
      const name = /^Name:[ \t]*(.+)$/im.exec(header)?.[1]?.trim() ?? byName;
      const version = /^Version:[ \t]*(.+)$/im.exec(header)?.[1]?.trim() ?? (metadata === undefined && kind !== "dist-info" ? byVersion : undefined);
      const canonical = canonicalName(name);
      if (name !== "" && !found.has(canonical)) found.set(canonical, { name, canonical, path, ...(version === undefined ? {} : { version }) });
    }
  }
  return found;
}

/** Whether a top-level module is there: a package, a module, an extension, or a name of an editable install. */
export function isImportable(machine: Machine, { searchPath }: Environment, module: string): boolean {
  return searchPath.some((folder) => {
    if (machine.exists(`${folder}/${module}`) || machine.exists(`${folder}/${module}.py`)) return true;
    return (machine.list(folder) ?? []).some((entry) => {
      if (entry.startsWith(`${module}.`) && /\.(?:so|pyd|pyc)$/.test(entry)) return true;
      return /^__editable__.*finder\.py$/.test(entry) && (machine.read(`${folder}/${entry}`) ?? "").includes(`'${module}':`);
    });
  });
}
