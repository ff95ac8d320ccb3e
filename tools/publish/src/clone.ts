// A clean clone of this workspace's HEAD, with the installed packages linked in place of an installation.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from "node:fs";
import { join } from "node:path";

/** A package that is published, as its manifest in the clone says. */
export interface Published {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Clones the committed state of `workspace` to `to`: what is not committed is not published. */
export function cloneOf(workspace: string, to: string): void {
  execFileSync("git", ["clone", "--quiet", "--no-local", workspace, to], { stdio: ["ignore", "ignore", "pipe"] });
  const [installed, linked] = [join(workspace, "node_modules"), join(to, "node_modules")];
  mkdirSync(join(linked, "@caio"), { recursive: true });
  for (const name of readdirSync(installed))
    if (name !== "@caio" && (name === ".bin" || !name.startsWith("."))) symlinkSync(join(installed, name), join(linked, name));
  for (const name of readdirSync(join(installed, "@caio"))) symlinkSync(readlinkSync(join(installed, "@caio", name)), join(linked, "@caio", name));
}

/** The packages of the clone that are not private. */
export function publishedOf(clone: string): readonly Published[] {
  return readdirSync(join(clone, "packages")).flatMap((name) => {
    const folder = join(clone, "packages", name);
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Published & { readonly private?: boolean };
    const { version, bin = {}, exports = {}, dependencies = {} } = manifest;
    return manifest.private === true ? [] : [{ name: manifest.name, version, folder, bin, exports, dependencies }];
  });
}
