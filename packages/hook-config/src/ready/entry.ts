// The command of a hook's entry, split as pre-commit splits it, and the files of the repository that it names.
import { parseShell } from "@caio/repo-model/hooks";

/** A file that an entry names. `mustRun` where it is the command itself. */
export interface NamedFile {
  /** From the folder of the configuration. */
  readonly path: string;
  readonly mustRun: boolean;
}

export interface EntryCommand {
  /** A command that is looked up on the PATH. */
  readonly command?: string;
  readonly files: readonly NamedFile[];
}

/** Programs whose first operand is a file that they run. */
const runners = new Set(["bash", "sh", "dash", "zsh", "ksh", "python", "python3", "node", "ruby", "perl", "php", "Rscript"]);
/** Folders that setting up makes: what stands below them is not the repository's. */
const made = /(?:^|\/)(?:node_modules|\.?venv|env|\.tox|\.nox|vendor|build|dist|target|out|bin|obj|\.bundle|__pycache__)\//;

/** A path that the repository itself could hold. */
const isOwnPath = (path: string): boolean =>
  path.includes("/") &&
  !path.startsWith("/") &&
  !path.startsWith("~") &&
  !/[$`*?[\]{}<>|;&%\\]/.test(path) &&
  !made.test(path) &&
  !path.split("/").includes("..");

const clean = (path: string): string => path.replace(/^(?:\.\/)+/, "");

/** Reads an entry of a hook that runs on this machine; undefined where it cannot be told. `isScript` for `language: script`. */
export function entryCommand(entry: string, isScript: boolean): EntryCommand | undefined {
  // pre-commit starts the first command's words without a shell.
  const words = parseShell(entry)[0]?.words;
  const [first, second] = words ?? [];
  if (first === undefined || !first.isKnown || first.text === "") return undefined;
  if (isScript) return isOwnPath(`./${clean(first.text)}`) ? { files: [{ path: clean(first.text), mustRun: true }] } : undefined;
  if (first.text.includes("/")) return isOwnPath(first.text) ? { files: [{ path: clean(first.text), mustRun: true }] } : { files: [] };
  const isFile =
    runners.has(first.text) && second !== undefined && second.isKnown && !second.text.startsWith("-") && isOwnPath(second.text) && /\.\w+$/.test(second.text);
  return { command: first.text, files: isFile ? [{ path: clean(second.text), mustRun: false }] : [] };
}
