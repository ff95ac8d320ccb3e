// A check in a thread of its own, beside the others: what is asked of the thread, and what it does.
import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { judgeApart, judgedApart, type ApartAnswer, type JudgeApart } from "../check/index.js";
import { openRepository } from "../git/index.js";
import { pathMatcher } from "../patterns/index.js";
import type { RepoPath } from "../text/index.js";
import { snapshotTree, type FileEntry } from "../tree/index.js";
import { loadCheck, type Call } from "./call.js";
import type { OpenRun } from "./open-run.js";
import { threadArgument } from "./thread-argument.js";

/** How often progress is told. */
const step = 64;

interface Request {
  readonly check: string;
  readonly options: unknown;
  /** The rules that are on. */
  readonly rules: readonly string[];
  readonly root: string;
  readonly entries: readonly FileEntry[];
  /** The paths that the scope does not include. */
  readonly leftOut: readonly RepoPath[];
  readonly ignore: readonly string[];
  readonly configuration?: RepoPath;
  readonly now: string;
}

type Answer = { readonly files: number } | { readonly judged: ApartAnswer };

/**
 * How a run over the files on disk judges checks apart, while others run beside them: those that their list says may be, where there is
 * another processor and `fewest` files to read. Undefined where none is.
 */
export async function threadsOf({ checks }: Call, { context, files, repository }: OpenRun, program: string, fewest: number): Promise<JudgeApart | undefined> {
  if (availableParallelism() < 2) return undefined;
  const entries = await files.list();
  return (check, settings, scope, note) => {
    const mayBe = checks.some((one) => one.name === check.name && "load" in one && one.apart === true);
    if (!mayBe || settings.variants !== undefined) return undefined;
    const leftOut = entries.map(({ path }) => path).filter((path) => !scope.includes(path));
    if (entries.length - leftOut.length < fewest) return undefined;
    const request: Request = {
      check: check.name,
      options: settings.options,
      rules: check.rules.map(({ id }) => id).filter((id) => settings.isOn(id)),
      root: repository.root,
      entries,
      leftOut,
      ignore: context.ignore,
      now: context.now,
      ...(context.configuration === undefined ? {} : { configuration: context.configuration }),
    };
    return ask(program, request, context.signal, note).then((answer) => judgedApart(check, answer));
  };
}

/** Begins the program as a thread and hears what it answers. Rejects where it does not, and where the run is aborted. */
function ask(program: string, request: Request, signal: AbortSignal, note: (files: number) => void): Promise<ApartAnswer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(program, { workerData: request, argv: [threadArgument] });
    const stop = (): void => void thread.terminate();
    signal.addEventListener("abort", stop);
    thread.on("message", (answer: Answer) => ("files" in answer ? note(answer.files) : resolve(answer.judged)));
    thread.once("error", reject);
    thread.once("exit", () => {
      signal.removeEventListener("abort", stop);
      reject(new Error("The thread ended before it answered."));
    });
  });
}

/** Answers what this thread was begun for. */
export async function serve(checks: Call["checks"]): Promise<void> {
  const { check: name, options, rules, root, entries, leftOut, ignore, now, configuration } = workerData as Request;
  const wanted = checks.find((one) => one.name === name);
  if (wanted === undefined || parentPort === null) throw new Error(`There is no check \`${name}\`.`);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window's
  const say = (answer: Answer): void => parentPort?.postMessage(answer);
  const repository = await openRepository(root);
  const { files: disk, git } = repository;
  const without = new Set(leftOut);
  const judged = await judgeApart(
    await loadCheck(wanted),
    options,
    rules,
    {
      repository,
      files: snapshotTree({ ...disk, list: async (selection) => (selection?.ignored === true ? disk.list(selection) : entries) }),
      scope: { includes: (path) => !without.has(path), keeps: () => true, touches: (path) => !without.has(path) },
      ignore,
      ...(ignore.length === 0 ? {} : { ignores: pathMatcher(ignore) }),
      now,
      signal: new AbortController().signal,
      ...(configuration === undefined ? {} : { configuration }),
      ...(git === undefined ? {} : { git }),
    },
    (files) => {
      if (files % step === 0) say({ files });
    },
  );
  say({ judged });
}
