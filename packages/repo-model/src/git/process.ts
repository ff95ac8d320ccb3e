// Native git, hardened: plumbing alone, nothing of the repository is run, nothing is written.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { fromBytes, RepoError } from "../text/index.js";

/** What every call carries: no pager, no locks, no replace objects, no fsmonitor, no hooks, no network (measured: under these and plumbing nothing ran). */
const hardened = [
  "--no-pager",
  "--no-optional-locks",
  "--no-replace-objects",
  "--literal-pathspecs",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "protocol.allow=never",
  "-c",
  "safe.bareRepository=explicit",
  "-c",
  "core.quotePath=true",
  "-c",
  "log.showSignature=false",
  // Without it the first commit's lines are not shown.
  "-c",
  "log.showRoot=true",
];

/** The environment of git: what points it at this repository's index, and nothing that makes it run or fetch anything. */
export function gitEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const kept: Record<string, string> = { GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0", GIT_ATTR_NOSYSTEM: "1", LC_ALL: "C" };
  for (const name of [
    "PATH",
    "HOME",
    "XDG_CONFIG_HOME",
    "USERPROFILE",
    "SystemRoot",
    "GIT_INDEX_FILE",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_QUARANTINE_PATH",
  ]) {
    const value = environment[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** One git, at one root. */
export interface GitProcess {
  /** Standard output, whole. Throws GIT_FAILED with git's own words. */
  run(args: readonly string[], options?: { readonly input?: string; readonly isFailureFine?: boolean }): Promise<Buffer>;
  /** Standard output line by line as bytes read as Latin-1, so that any name survives. */
  lines(args: readonly string[]): AsyncIterable<string>;
  /** Standard output in pieces as they come; git waits where they are not taken. */
  chunks(args: readonly string[], input?: string): AsyncIterable<Buffer>;
  readonly args: readonly string[];
  readonly root: string;
  readonly environment: Readonly<Record<string, string>>;
}

function failure(args: readonly string[], text: string): RepoError {
  const first = text.trim().split("\n")[0] ?? "";
  if (/not a git repository/.test(text)) return new RepoError("NOT_A_REPOSITORY", "There is no git repository here.");
  if (/dubious ownership/.test(text))
    return new RepoError("GIT_FAILED", "git refuses the repository because another user owns it.", {
      hint: "`git config --global --add safe.directory PATH`, if you trust it.",
    });
  return new RepoError("GIT_FAILED", `\`git ${args[0] ?? ""}\` failed: ${first.replace(/^fatal: /, "")}.`);
}

/** Lines above this many units are cut there: nobody wrote them. */
const longestLine = 64 * 1024 * 1024;

/** Lines end at LF alone: a lone CR belongs to a line of a file. */
export async function* linesOf(chunks: AsyncIterable<string>, longest = longestLine): AsyncIterable<string> {
  let parts: string[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf("\n"); at !== -1; at = chunk.indexOf("\n", from)) {
      if (size < longest) parts.push(chunk.slice(from, Math.min(at, from + longest - size)));
      yield parts.length === 1 ? (parts[0] ?? "") : parts.join("");
      parts = [];
      size = 0;
      from = at + 1;
    }
    if (from < chunk.length && size < longest) parts.push(chunk.slice(from, from + longest - size));
    size += chunk.length - from;
  }
  if (parts.length > 0) yield parts.join("");
}

/** Git at `root`, found on PATH. */
export function gitProcess(root: string, environment: Readonly<Record<string, string | undefined>> = process.env): GitProcess {
  const env = gitEnvironment(environment);
  // A hook's relative GIT_INDEX_FILE is relative to where git started it: the worktree's root.
  // A pipe that nobody writes into is none: each costs.
  const start = (args: readonly string[], input?: string, environmentOf = env): ChildProcessByStdio<Writable | null, Readable, Readable> => {
    const options = { cwd: root, env: environmentOf, windowsHide: true };
    const all = [...hardened, ...args];
    if (input === undefined) return spawn("git", all, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const child = spawn("git", all, { ...options, stdio: ["pipe", "pipe", "pipe"] });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
    return child;
  };
  const missing = (error: unknown): RepoError => new RepoError("GIT_FAILED", "git cannot be started.", { cause: error });
  const watch = (child: ReturnType<typeof start>, args: readonly string[], isFailureFine: boolean): Promise<void> => {
    let errors = "";
    child.stderr.on("data", (part: Buffer) => (errors = (errors + part.toString("utf8")).slice(-10_000)));
    return new Promise((resolve, reject) => {
      child.on("error", (error) => reject(missing(error)));
      child.on("close", (code) => (code === 0 || isFailureFine ? resolve() : reject(failure(args, errors))));
    });
  };
  return {
    args: hardened,
    root,
    environment: env,
    async run(args, options = {}) {
      const child = start(args, options.input);
      const parts: Buffer[] = [];
      child.stdout.on("data", (part: Buffer) => parts.push(part));
      const ended = watch(child, args, options.isFailureFine === true);
      await ended;
      return Buffer.concat(parts);
    },
    async *lines(args) {
      const child = start(args);
      const ended = watch(child, args, false);
      ended.catch(() => {});
      child.stdout.setEncoding("latin1");
      try {
        yield* linesOf(child.stdout as AsyncIterable<string>);
        await ended;
      } finally {
        child.kill();
      }
    },
    async *chunks(args, input) {
      // Else git gives each commit by itself, and each is an event for us.
      const child = start(args, input, { ...env, GIT_FLUSH: "0" });
      const ended = watch(child, args, false);
      ended.catch(() => {});
      try {
        yield* child.stdout as AsyncIterable<Buffer>;
        await ended;
      } finally {
        child.kill();
      }
    },
  };
}

/** Splits NUL-terminated output into names. Decoded whole: no character spans a NUL, and one call is a tenth of one a name. */
export function splitNul(output: Buffer): string[] {
  const names = fromBytes(output).split("\0");
  // What follows the last NUL was cut off.
  names.pop();
  return names;
}
