// What a run begins with: the repository in its state, the scope, the configuration.
import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import {
  addedRanges,
  bothScopes,
  changeScope,
  fullScope,
  outsideScope,
  isVerdictOf,
  pathScope,
  type AddedRanges,
  type Check,
  type CheckSettings,
  type Context,
  type Finding,
  type Scope,
} from "../check/index.js";
import { loadConfiguration, sectionOptions, suppressionEntries, type Configuration, type SuppressionEntries } from "../config/index.js";
import { openRepository, type AddedLines, type GitHistory, type Repository } from "../git/index.js";
import { pathMatcher } from "../patterns/index.js";
import { RepoError, repoPath, type RepoPath } from "../text/index.js";
import { snapshotTree, witnessTree, type FileTree } from "../tree/index.js";
import { acceptFindings, readBaseline } from "./baseline.js";
import { withFlags } from "./check-flags.js";
import { readCiInput } from "./ci-input.js";
import { thisMachine } from "./machine.js";
import type { RunCall } from "./run-call.js";

export interface OpenRun {
  readonly repository: Repository;
  readonly configuration: Configuration;
  readonly files: FileTree;
  readonly checks: readonly { readonly check: Check; readonly settings: CheckSettings }[];
  readonly context: Omit<Context, "files" | "trouble" | "skip" | "notRun">;
  readonly troubles: RepoError[];
  /** HEAD's id. */
  readonly commit?: string | undefined;
  readonly maxWarnings?: number;
  /** Whether all files are judged, in this shard and the others, so that what is unused can be told. */
  readonly isFull: boolean;
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
  readonly suppressions: SuppressionEntries;
  isKnown(finding: Finding): boolean;
}

const text = (value: string | boolean | undefined): string | undefined => (typeof value === "string" ? value : undefined);

/** A path of the command line as a path of the repository; "" is the root. Throws USAGE when it leaves the root. */
function insideRoot(root: string, cwd: string, path: string): RepoPath | "" {
  const inside = relative(root, resolve(cwd, path)).replaceAll("\\", "/");
  if (inside === ".." || inside.startsWith("../")) throw new RepoError("USAGE", `\`${path}\` lies outside the repository.`);
  return inside === "" ? "" : repoPath(inside);
}

/** Where parts of runs are kept: they are no part of the repository, ignored by git or not. */
const partsFolder = ".caio/parts/";

/** How a path behind `--` that is left out begins, as git writes it. */
const leftOut = ":!";

async function collect(lines: AsyncIterable<AddedLines>): Promise<AddedRanges[]> {
  const all: AddedRanges[] = [];
  for await (const one of lines) all.push(addedRanges(one));
  return all;
}

function needGit(repository: Repository, flag: string): GitHistory {
  if (repository.git === undefined)
    throw new RepoError("NOT_A_REPOSITORY", `\`${flag}\` needs a git repository, and there is none here.`, {
      hint: "Run it inside a git repository, or without the option.",
    });
  return repository.git;
}

/** The empty tree in every repository of SHA-1 and SHA-256: what the first commit is compared with. */
async function headOrEmpty(git: GitHistory): Promise<string> {
  try {
    return await git.resolve("HEAD");
  } catch {
    return git.emptyTree;
  }
}

async function scopeOf(call: RunCall, repository: Repository, files: FileTree): Promise<{ scope: Scope; base?: FileTree }> {
  const { flags, paths } = call.args;
  const inside = (path: string): RepoPath | "" => insideRoot(repository.root, call.io.cwd, path);
  const root = inside(text(flags["root"]) ?? ".");
  const named = paths.filter((path) => !path.startsWith(leftOut)).map(inside);
  const without = paths.filter((path) => path.startsWith(leftOut)).map((path) => inside(path.slice(leftOut.length)));
  const listed = paths.length === 0 ? [] : await files.list();
  for (const path of [...named, ...without]) {
    const isThere =
      path === "" || existsSync(resolve(repository.root, path)) || listed.some((entry) => entry.path === path || entry.path.startsWith(`${path}/`));
    if (!isThere) throw new RepoError("USAGE", `There is no file or folder \`${path}\`.`, { hint: "What stands behind `--` names files of the repository." });
  }
  const below = bothScopes(text(flags["root"]) === undefined ? fullScope : pathScope([root]), pathScope(named));
  const scope = without.length === 0 ? below : bothScopes(below, outsideScope(without));
  if (flags["staged"] === true) {
    const git = needGit(repository, "--staged");
    const from = await headOrEmpty(git);
    const added: AddedRanges[] = [];
    const touched: RepoPath[] = [];
    for await (const one of git.staged(from)) {
      if ("blocks" in one) added.push(addedRanges(one));
      else touched.push(one.path);
    }
    return {
      scope: bothScopes(scope, changeScope("index", added, touched)),
    };
  }
  const since = text(flags["since"]);
  if (since === undefined) return { scope };
  const git = needGit(repository, "--since");
  const base = await git.mergeBase(await git.resolve(since), await git.resolve("HEAD"));
  if (base === undefined)
    throw new RepoError("REF_NOT_FOUND", `\`${since}\` and HEAD have no common ancestor here.`, {
      hint: (await git.isShallow()) ? "The clone is shallow: `git fetch --unshallow`." : undefined,
    });
  const added = await collect(git.addedLines({ from: base, to: "worktree" }));
  const entries = await files.list();
  const untracked = entries.filter((entry) => entry.tracked === false).map(({ path }) => path);
  const there = new Set(entries.map(({ path }) => path));
  const removed = (await git.tree(base).list()).map(({ path }) => path).filter((path) => !there.has(path));
  return { scope: bothScopes(scope, changeScope({ ref: since }, added, removed, untracked)), base: git.tree(base) };
}

function shardOf(shard: string | undefined): OpenRun["shard"] {
  if (shard === undefined) return undefined;
  const [index = 0, count = 0] = /^\d+\/\d+$/.test(shard) ? shard.split("/").map(Number) : [];
  if (index < 1 || index > count) throw new RepoError("USAGE", `\`--shard ${shard}\` is not of the form I/N with I from 1 to N.`);
  return { index, count };
}

/** What `--scope` asks for: a verdict judges a change, whatever else its check reads. */
function isOfScope(scope: string | undefined, { scope: own, isVerdict }: Check): boolean {
  return scope === undefined || scope === (isVerdict === true ? "change" : own);
}

/** The checks that run. Throws USAGE where none is of the scope that is asked for. */
function ofScope(checks: readonly Check[], scope: string | undefined): readonly Check[] {
  if (scope !== undefined && !["file", "repository", "change"].includes(scope))
    throw new RepoError("USAGE", `\`--scope ${scope}\` is none of file, repository, change.`);
  const those = checks.filter((check) => isOfScope(scope, check));
  if (those.length === 0 && checks.length > 0)
    throw new RepoError("USAGE", `No check that would run is of the scope \`${scope ?? ""}\`.`, {
      hint: checks.map(({ name, ...check }) => `${name}: ${check.isVerdict === true ? "change" : check.scope}`).join(", "),
    });
  return those;
}

/** What was begun goes on until it waits. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Whether a call may write what it has read. */
const mayWrite = ({ command, args: { flags } }: RunCall): boolean => command !== undefined || flags["fix"] === true || flags["fix-suggested"] === true;

/**
 * Opens the repository that a call names. Checks that are still to be loaded are loaded while git works. A run that `writes` sees to it that
 * what it writes is what it has read. Throws RepoError for a fault of usage or configuration.
 */
export async function openRun(call: RunCall, wanted: NonNullable<RunCall["selected"]>, writes = mayWrite(call)): Promise<OpenRun> {
  const { flags } = call.args;
  const { io } = call;
  if (flags["staged"] === true && flags["since"] !== undefined) throw new RepoError("USAGE", "`--staged` and `--since` cannot stand together.");
  const repository = await openRepository(resolve(io.cwd, text(flags["root"]) ?? "."));
  const state = flags["staged"] === true ? needGit(repository, "--staged").tree("index") : repository.files;
  const isWide = flags["no-ignore"] === true;
  const seen: FileTree = {
    ...state,
    list: async (selection) => (await state.list(isWide ? { ...selection, ignored: true } : selection)).filter(({ path }) => !path.startsWith(partsFolder)),
    bytes: (path, limit) => state.bytes(path, limit),
    text: (path) => state.text(path),
  };
  // What is staged stands in git's objects, and does not change.
  const files = snapshotTree(writes && flags["staged"] !== true ? witnessTree(seen) : seen);
  const scoping = scopeOf(call, repository, files);
  // Told below, after what is wrong with the configuration.
  scoping.catch(() => {});
  if (typeof wanted === "function") {
    // Neither reading an index nor loading leaves time for anything else: git is started before, for what the scope asks first.
    await turn();
    void files.list().catch(() => {});
    await turn();
  }
  const only = text(flags["scope"]);
  const selected = ofScope(typeof wanted === "function" ? await wanted() : wanted, only);
  if (typeof wanted === "function") for (const check of selected) await check.prepare?.();
  const configFile = text(flags["config"]);
  const configuration = await loadConfiguration(files, {
    names: call.checks.map(({ name }) => name),
    ...(configFile === undefined ? {} : { path: insideRoot(repository.root, io.cwd, configFile) || undefined }),
  });
  const checks: { check: Check; settings: CheckSettings }[] = [];
  for (const check of selected) checks.push({ check, settings: withFlags(check, await sectionOptions(configuration, check), flags) });
  const { scope, base } = await scoping;
  const maxWarnings = text(flags["max-warnings"]);
  if (maxWarnings !== undefined && !/^\d+$/.test(maxWarnings)) throw new RepoError("USAGE", `\`--max-warnings ${maxWarnings}\` is not a number.`);
  const ci = Object.fromEntries(
    Object.entries({ event: text(flags["event"]), bodyFile: text(flags["body-file"]), base: text(flags["base"]), head: text(flags["head"]) }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const commit = repository.git === undefined ? undefined : await repository.git.resolve("HEAD").catch(() => undefined);
  const baseline = await readBaseline(files, text(flags["baseline"]));
  const paths = new Set<string>(baseline.length === 0 ? [] : (await files.list()).map(({ path }) => path));
  const accepts = acceptFindings(baseline, (path) => paths.has(path));
  const ignores = configuration.ignore.length === 0 ? undefined : pathMatcher(configuration.ignore);
  return {
    repository,
    configuration,
    files,
    checks,
    troubles: [],
    shard: shardOf(text(flags["shard"])),
    isFull: ["root", "staged", "since", "scope"].every((name) => flags[name] === undefined) && call.args.paths.length === 0,
    isKnown: (finding) => !isVerdictOf(selected, finding) && accepts(finding),
    suppressions: suppressionEntries(configuration, io.now),
    // It speaks of files, whichever commit they are of.
    ...(commit === undefined || only === "file" || only === "repository" ? {} : { commit }),
    ...(maxWarnings === undefined ? {} : { maxWarnings: Number(maxWarnings) }),
    context: {
      repository,
      scope,
      ignore: configuration.ignore,
      ...(configuration.path === undefined ? {} : { configuration: configuration.path }),
      now: io.now,
      signal: io.signal,
      // What is judged of files alone is the same on every machine, so that a cache may bring it.
      ...(only === "file" || only === "repository" ? {} : { machine: thisMachine(io.environment) }),
      event: readCiInput(io.environment, ci),
      ...(ignores === undefined ? {} : { ignores }),
      ...(repository.git === undefined ? {} : { git: repository.git }),
      ...(base === undefined ? {} : { base }),
    },
  };
}
