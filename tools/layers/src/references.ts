// The TypeScript project references between packages, as their tsconfig.lib.json say.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { importsOf } from "./imports.js";

/** A package's folder, the folders that its references lead to, and those of the packages that its sources import by name. */
export interface References {
  readonly folder: string;
  readonly leadTo: readonly string[];
  readonly imports: readonly string[];
}

const sourcesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => join(folder, path));

/** Reads the references of all packages of the workspace. */
export function referencesOf(workspace: string): readonly References[] {
  return readdirSync(join(workspace, "packages"))
    .filter((name) => existsSync(join(workspace, "packages", name, "tsconfig.lib.json")))
    .map((name) => {
      const folder = `packages/${name}`;
      const config = JSON.parse(readFileSync(join(workspace, folder, "tsconfig.lib.json"), "utf8")) as {
        readonly references?: readonly { readonly path: string }[];
      };
      const packages = sourcesBelow(join(workspace, folder, "src")).flatMap((path) =>
        importsOf(path, readFileSync(path, "utf8")).flatMap(({ specifier }) => {
          const other = /^@caio\/([^/]+)/.exec(specifier)?.[1];
          return other === undefined ? [] : [`packages/${other}`];
        }),
      );
      return {
        folder,
        leadTo: (config.references ?? []).map(({ path }) => posix.dirname(posix.join(folder, path))),
        imports: [...new Set(packages)],
      };
    });
}

/** Judges references: the ground's lead to no package, a check's to the ground alone, and none is missing; one sentence a fault. */
export function referenceFaults(all: readonly References[]): readonly string[] {
  return all.flatMap(({ folder, leadTo, imports }) => {
    const isAllowed = (to: string): boolean =>
      !to.startsWith("packages/") || folder === "packages/cli" || (to === "packages/repo-model" && folder !== "packages/repo-model");
    const wrong = leadTo.filter((to) => !isAllowed(to)).map((to) => `the project references of ${folder}: one leads to ${to}.`);
    const missing = imports
      .filter((name) => !leadTo.includes(name) && name !== folder)
      .map((name) => `the project references of ${folder}: none leads to ${name}, which is imported.`);
    return [...wrong, ...missing];
  });
}
