// What the targets depend on besides the files that they judge: the configuration, and caio's version.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isRecord, type JsonMap } from "../json.js";
import { readJson, readText } from "./workspace-files.js";

/** Where a configuration may stand. */
const configurations = ["caio.yaml", "caio.yml", ".caio.yaml", "caio.json", "caio.jsonc", "caio.toml"];
/** What decides about files without being named by a configuration: secret-scan's own files and those of others that hold too, and git's. */
const beside = [".caio/allow", ".gitleaks.toml", ".gitleaksignore", ".secrets.baseline", ".gitignore", ".gitattributes"];
const lockfiles = ["package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"];

export type Input = string | { readonly externalDependencies: readonly string[] } | { readonly dependentTasksOutputFiles: string };

/** What every target depends on. */
export interface CommonInputs {
  readonly configuration: readonly Input[];
  /** Empty where no lockfile tells the version: then Nx takes all packages for inputs of a command. */
  readonly version: readonly Input[];
}

const textOf = (root: string, path: string): string => readText(join(root, path)) ?? "";

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The files that a text may name: more rather than fewer, since what is missing would leave a stale result. */
const namedFiles = (root: string, text: string): string[] =>
  [...new Set(text.match(/[\w@.][\w@./-]*/g))].filter((word) => !word.includes("..") && !/[{}*]/.test(word) && isFile(join(root, word)));

/** Whether the workspace takes caio from a registry, so that a lockfile tells its version. */
function isLocked(root: string, manifest: JsonMap): boolean {
  const own = ["dependencies", "devDependencies", "optionalDependencies"].map((key) => {
    const list = manifest[key];
    return isRecord(list) ? list["@caio/cli"] : undefined;
  });
  return own.some((one) => typeof one === "string" && !/^(?:workspace|file|link|portal):/.test(one)) && lockfiles.some((name) => existsSync(join(root, name)));
}

/** Where the configuration stands among other things: the text that holds it, by path. */
function sharedConfigurations(root: string, manifest: JsonMap): Readonly<Record<string, string>> {
  const python = textOf(root, "pyproject.toml");
  return {
    ...(manifest["caio"] === undefined ? {} : { "package.json": JSON.stringify(manifest["caio"]) }),
    ...(/^\s*\[tool\.caio/m.test(python) ? { "pyproject.toml": python } : {}),
  };
}

/** Reads them of a workspace. */
export function inputsOf(root: string): CommonInputs {
  const manifest = readJson(join(root, "package.json"));
  const texts = { ...Object.fromEntries(configurations.map((path) => [path, textOf(root, path)])), ...sharedConfigurations(root, manifest) };
  const named = Object.values(texts).flatMap((text) => namedFiles(root, text));
  const files = [...new Set([...Object.keys(texts), ...beside, ...named])];
  return {
    configuration: files.map((path) => `{workspaceRoot}/${path}`),
    version: isLocked(root, manifest) ? [{ externalDependencies: ["@caio/cli"] }] : [],
  };
}
