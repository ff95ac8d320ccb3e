// This machine as data for checks: reads, never runs.
import { accessSync, constants, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Machine } from "../check/index.js";

const sizeLimit = 10 * 1024 * 1024;

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The machine that this process runs on. */
export function thisMachine(environment: Readonly<Record<string, string | undefined>>): Machine {
  const isExecutable = (path: string): boolean => attempt(() => (accessSync(path, constants.X_OK), statSync(path).isFile())) ?? false;
  return {
    platform: process.platform,
    environment,
    isExecutable,
    which: (command) =>
      command.includes("/")
        ? undefined
        : (environment["PATH"] ?? "")
            .split(delimiter)
            .map((folder) => join(folder, command))
            .find(isExecutable),
    exists: (path) => attempt(() => statSync(path)) !== undefined,
    read: (path) =>
      attempt(() => {
        const stat = statSync(path);
        return stat.isFile() && stat.size <= sizeLimit ? readFileSync(path, "utf8") : undefined;
      }),
    list: (path) => attempt(() => readdirSync(path).toSorted()),
    realPath: (path) => attempt(() => realpathSync(path)),
  };
}
