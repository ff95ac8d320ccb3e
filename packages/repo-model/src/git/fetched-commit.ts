// One commit more than a shallow clone has, fetched into a temporary folder: nothing is written below `.git`, and nothing of the repository's configuration runs.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import type { GitProcess } from "./process.js";

/** Where the fetched objects lie; `dispose` removes them. */
export interface FetchedObjects {
  readonly objects: string;
  dispose(): void;
}

/** What the fetch is asked for, and how long it may take. */
export interface FetchRequest {
  /** A whole commit id. */
  readonly commit: string;
  /** A commit that the clone has: the remote sends only what lies between. */
  readonly known: string;
  /** The folder with the clone's objects. */
  readonly common: string;
  readonly milliseconds: number;
  /** How many commits of the line that ends with it: 1 is the commit alone, 2 its parents too. */
  readonly depth: number;
}

/** Variables of a user's machine by which git reaches a remote; none of them can come from a repository. */
const reaching =
  "http_proxy https_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY SSL_CERT_FILE SSL_CERT_DIR GIT_SSL_CAINFO GIT_SSL_CAPATH SSH_AUTH_SOCK".split(
    " ",
  );

/** A remote's address that may be fetched from, with the one protocol that it needs; undefined for any other, `ext::` among them. */
export function remoteAddress(url: string, root: string): { readonly url: string; readonly protocol: "https" | "http" | "ssh" | "file" } | undefined {
  if (url === "" || url.startsWith("-") || /[\0\n\r]/.test(url)) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
  if (scheme === "https" || scheme === "http" || scheme === "ssh") return { url, protocol: scheme };
  if (scheme === "file") return { url, protocol: "file" };
  if (scheme !== undefined || /^[a-z0-9+.-]+::/i.test(url)) return undefined;
  // `host:path`, as scp writes it; a slash before the colon makes it a path.
  if (/^[^/:]+:/.test(url) && !/^[a-z]:[\\/]/i.test(url)) return /^(?:[^@/:]+@)?[^@/:-][^@/:]*:/.test(url) ? { url, protocol: "ssh" } : undefined;
  return { url: isAbsolute(url) ? url : resolve(root, url), protocol: "file" };
}

/** The URL of the remote and the headers for it, as the repository's configuration has them: data that are read, and nothing else of it. */
async function remoteOf(git: GitProcess): Promise<{ readonly url: string; readonly headers: readonly (readonly [string, string])[] } | undefined> {
  const output = await git.run(["config", "-z", "--get-regexp", String.raw`^(remote\..*\.url|http\..*\.extraheader)$`], { isFailureFine: true });
  const entries = output
    .toString("utf8")
    .split("\0")
    .flatMap((entry) => {
      const at = entry.indexOf("\n");
      return at === -1 ? [] : [[entry.slice(0, at), entry.slice(at + 1)] as const];
    });
  const urls = entries.filter(([key]) => key.startsWith("remote."));
  const url = (urls.find(([key]) => key === "remote.origin.url") ?? urls[0])?.[1];
  return url === undefined ? undefined : { url, headers: entries.filter(([key]) => key.startsWith("http.")) };
}

/** Runs git; whether it ended well. The time is up for what it started too. */
function ranWell(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>, milliseconds: number): Promise<boolean> {
  return new Promise((done) => {
    const child = execFile("git", args, { cwd, env, timeout: milliseconds, windowsHide: true, maxBuffer: 10_000_000 }, (error) => done(error === null));
    child.stdin?.end();
  });
}

/** Fetches one commit without the history behind `depth`. Undefined where there is no remote, its address is none that may be fetched from, or it does not give the commit. */
export async function fetchCommit(
  git: GitProcess,
  environment: Readonly<Record<string, string | undefined>>,
  { commit, known, common, milliseconds, depth }: FetchRequest,
): Promise<FetchedObjects | undefined> {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return undefined;
  const remote = await remoteOf(git);
  const address = remote === undefined ? undefined : remoteAddress(remote.url, git.root);
  if (remote === undefined || address === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "caio-fetch-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  const dispose = (): void => {
    process.removeListener("exit", remove);
    remove();
  };
  const env: Record<string, string> = { ...git.environment, GIT_SSH_COMMAND: "ssh -o BatchMode=yes" };
  // Neither this repository's index nor its folders are those of the temporary one.
  for (const name of ["GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_QUARANTINE_PATH"]) delete env[name];
  for (const name of reaching) {
    const value = environment[name];
    if (value !== undefined) env[name] = value;
  }
  env["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = [
    join(common, "objects"),
    git.environment["GIT_OBJECT_DIRECTORY"],
    git.environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"],
  ]
    .filter((path) => path !== undefined && path !== "")
    .join(delimiter);
  // Headers are secrets: in the environment, not on the command line.
  env["GIT_CONFIG_COUNT"] = String(remote.headers.length);
  for (const [index, [key, value]] of remote.headers.entries()) {
    env[`GIT_CONFIG_KEY_${index}`] = key;
    env[`GIT_CONFIG_VALUE_${index}`] = value;
  }
  try {
    layOut(folder, { isSha256: commit.length === 64, known, shallow: join(common, "shallow") });
    const settings = [`protocol.${address.protocol}.allow=always`, "core.alternateRefsCommand=:", "gc.auto=0", "maintenance.auto=false"];
    const args = [
      ...git.args,
      ...settings.flatMap((setting) => ["-c", setting]),
      `--git-dir=${folder}`,
      "fetch",
      "--quiet",
      `--depth=${depth}`,
      "--no-tags",
      "--no-write-fetch-head",
      "--no-recurse-submodules",
      "--end-of-options",
      address.url,
      `${commit}:refs/heads/fetched`,
    ];
    if (await ranWell(args, folder, env, milliseconds)) return { objects: join(folder, "objects"), dispose };
  } catch {
    // Where nothing can be written there is nothing to fetch into.
  }
  dispose();
  return undefined;
}

/** A bare repository of our own: it knows one commit of the clone, and where the clone's history is cut off. */
function layOut(folder: string, { isSha256, known, shallow }: { readonly isSha256: boolean; readonly known: string; readonly shallow: string }): void {
  for (const name of ["objects", "refs/heads"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "HEAD"), "ref: refs/heads/known\n");
  writeFileSync(join(folder, "refs/heads/known"), `${known}\n`);
  const version = isSha256 ? "\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n" : "\trepositoryformatversion = 0\n";
  writeFileSync(join(folder, "config"), `[core]\n\tbare = true\n${version}`);
  try {
    writeFileSync(join(folder, "shallow"), readFileSync(shallow));
  } catch {
    // The clone is whole.
  }
}
