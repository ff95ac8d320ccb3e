// A check in a thread of its own, beside the others: what is asked of the thread, and what it does.
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import { judgeApart, judgedApart, type ApartAnswer, type JudgeApart } from "../check/index.js";
import { openRepository } from "../git/index.js";
import { pathMatcher } from "../patterns/index.js";
import type { RepoPath } from "../text/index.js";
import { snapshotTree, type FileEntry } from "../tree/index.js";
import { loadCheck, type Call } from "./call.js";
import { untilMuchIsRead } from "./compile-late.js";
import type { OpenRun } from "./open-run.js";
import { threadArgument } from "./thread-argument.js";

/** How often progress is told. */
const step = 64;

interface Request {
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

/** The program as a thread, which loads its check while this one does something else, and then hears what it is to judge. */
export class CheckThread {
  private readonly thread: Worker;
  private readonly answered: Promise<ApartAnswer>;
  private note: (files: number) => void = () => {};

  /** Throws where no thread can be begun. */
  constructor(program: string, check: string) {
    const thread = new Worker(program, { workerData: check, argv: [threadArgument] });
    this.thread = thread;
    this.answered = new Promise((resolve, reject) => {
      thread.on("message", (answer: Answer) => ("files" in answer ? this.note(answer.files) : resolve(answer.judged)));
      thread.once("error", reject);
      thread.once("exit", () => reject(new Error("The thread ended before it answered.")));
    });
    // Told to who asks.
    this.answered.catch(() => {});
    // A run that ends without a question does not wait for it.
    thread.unref();
  }

  /** Asks it once. Rejects where it does not answer, and where the run is aborted. */
  async ask(request: Request, signal: AbortSignal, note: (files: number) => void): Promise<ApartAnswer> {
    const stop = (): void => void this.thread.terminate();
    this.thread.ref();
    signal.addEventListener("abort", stop);
    this.note = note;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    this.thread.postMessage(request);
    return this.answered.finally(() => signal.removeEventListener("abort", stop));
  }
}

/**
 * How a run over the files on disk judges checks apart, while others run beside it: those that their list says may be, where there is
 * another processor and `fewest` files to read; in a thread that was `begun` where there is one. Undefined where none is.
 */
export async function threadsOf(
  { checks }: Call,
  { context, files, repository }: OpenRun,
  program: string,
  fewest: number,
  begun?: ReadonlyMap<string, CheckThread>,
): Promise<JudgeApart | undefined> {
  if (availableParallelism() < 2) return undefined;
  const entries = await files.list();
  return (check, settings, scope, note) => {
    if (!mayBeApart(checks, check.name) || settings.variants !== undefined) return undefined;
    const leftOut = entries.map(({ path }) => path).filter((path) => !scope.includes(path));
    if (entries.length - leftOut.length < fewest) return undefined;
    const request: Request = {
      options: settings.options,
      rules: check.rules.map(({ id }) => id).filter((id) => settings.isOn(id)),
      root: repository.root,
      entries,
      leftOut,
      ignore: context.ignore,
      now: context.now,
      ...(context.configuration === undefined ? {} : { configuration: context.configuration }),
    };
    // A thread that cannot be begun is a rejection like any other.
    const answer = async (): Promise<ApartAnswer> => (begun?.get(check.name) ?? new CheckThread(program, check.name)).ask(request, context.signal, note);
    return answer().then((judged) => judgedApart(check, judged));
  };
}

const mayBeApart = (checks: Call["checks"], name: string): boolean => checks.some((one) => one.name === name && "load" in one && one.apart === true);

/** Begins the threads of the checks that may be judged apart, before it is known whether that pays. */
export function beginThreads(checks: Call["checks"], program: string): ReadonlyMap<string, CheckThread> {
  const begun = new Map<string, CheckThread>();
  if (availableParallelism() < 2) return begun;
  for (const { name } of checks) {
    if (!mayBeApart(checks, name)) continue;
    try {
      begun.set(name, new CheckThread(program, name));
    } catch {
      // Asked for again when it is needed, and judged here where it fails.
    }
  }
  return begun;
}

/** Answers what this thread was begun for. */
export async function serve(checks: Call["checks"]): Promise<void> {
  const wanted = checks.find(({ name }) => name === workerData);
  if (wanted === undefined || parentPort === null) throw new Error(`There is no check \`${String(workerData)}\`.`);
  const check = await loadCheck(wanted);
  const [{ options, rules, root, entries, leftOut, ignore, now, configuration }] = (await once(parentPort, "message")) as [Request];
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window's
  const say = (answer: Answer): void => parentPort?.postMessage(answer);
  const repository = await openRepository(root);
  const { files: disk, git } = repository;
  const without = new Set(leftOut);
  const judged = await judgeApart(
    check,
    options,
    rules,
    {
      repository,
      files: untilMuchIsRead(snapshotTree({ ...disk, list: async (selection) => (selection?.ignored === true ? disk.list(selection) : entries) })),
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
