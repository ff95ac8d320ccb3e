// Checks in another thread, beside those of this one: what is asked of the thread, and what it does.
import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData, type MessagePort } from "node:worker_threads";
import { judgeApart, judgedApart, type ApartAnswer, type Check, type JudgeApart } from "../check/index.js";
import { openRepository } from "../git/index.js";
import { pathMatcher } from "../patterns/index.js";
import type { RepoPath } from "../text/index.js";
import { snapshotTree, type FileEntry } from "../tree/index.js";
import { loadCheck, type Call, type LazyCheck } from "./call.js";
import { saveCompiled } from "./compile-cache.js";
import { untilMuchIsRead } from "./compile-late.js";
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

/** The program as a thread, which loads its check while this one does something else, and then hears what it is to judge: one check at a time. */
export class CheckThread {
  private readonly thread: Worker;
  /** Kept when it has answered all that was asked. */
  private turn: Promise<unknown> = Promise.resolve();
  private readonly broken: Promise<never>;
  private hear: (answer: Answer) => void = () => {};

  /** Throws where no thread can be begun. */
  constructor(program: string, check: string) {
    const thread = new Worker(program, { workerData: check, argv: [threadArgument] });
    this.thread = thread;
    thread.on("message", (answer: Answer) => this.hear(answer));
    this.broken = new Promise((_resolve, reject) => {
      thread.once("error", reject);
      thread.once("exit", () => reject(new Error("The thread ended before it answered.")));
    });
    // Told to who asks.
    this.broken.catch(() => {});
    // A run that ends without a question does not wait for it.
    thread.unref();
  }

  /** Asks it, where it has nothing else to do. Rejects where it does not answer, and where the run is aborted. */
  ask(request: Request, signal: AbortSignal, note: (files: number) => void): Promise<ApartAnswer> {
    const stop = (): void => void this.thread.terminate();
    this.thread.ref();
    signal.addEventListener("abort", stop);
    const answered = new Promise<ApartAnswer>((resolve) => {
      this.hear = (answer) => ("files" in answer ? note(answer.files) : resolve(answer.judged));
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    this.thread.postMessage(request);
    const done = Promise.race([answered, this.broken]).finally(() => {
      signal.removeEventListener("abort", stop);
      this.thread.unref();
    });
    this.turn = done;
    return done;
  }

  /** Asks it when it has answered all that was asked before; undefined where `tooLate` is kept before that. */
  askInTurn(tooLate: Promise<void>, ...question: Parameters<CheckThread["ask"]>): Promise<ApartAnswer | undefined> {
    const first = Promise.race([this.turn.then(() => true), tooLate.then(() => false)]);
    const done = first.then((isFree) => (isFree ? this.ask(...question) : undefined));
    this.turn = done;
    return done;
  }
}

/**
 * How a run over the files on disk judges checks apart, while others run beside it: those that their list says may be, where there is
 * another processor and `fewest` files to read; in a thread that was `begun` where there is one. What waits for a free thread is judged by the
 * first that was asked. Undefined where none is.
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
  let asked: CheckThread | undefined;
  return (check, settings, scope, note, hereIsFree) => {
    const when = apartOf(checks, check.name);
    if (when === undefined || settings.variants !== undefined) return undefined;
    if (when === "when one is free" && (asked === undefined || check.isLocal?.(settings.options) !== true)) return undefined;
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
    // A thread that cannot be begun is a rejection like any other.
    const answer = async (): Promise<ApartAnswer | undefined> => {
      if (when === "when one is free") return asked?.askInTurn(hereIsFree, request, context.signal, note);
      asked = begun?.get(check.name) ?? new CheckThread(program, check.name);
      return asked.ask(request, context.signal, note);
    };
    return answer().then((judged) => (judged === undefined ? undefined : judgedApart(check, judged)));
  };
}

function apartOf(checks: Call["checks"], name: string): LazyCheck["apart"] {
  const check = checks.find((one) => one.name === name);
  return check !== undefined && "load" in check ? check.apart : undefined;
}

/** Begins the threads of the checks that have one of their own, before it is known whether that pays. */
export function beginThreads(checks: Call["checks"], program: string): ReadonlyMap<string, CheckThread> {
  const begun = new Map<string, CheckThread>();
  if (availableParallelism() < 2) return begun;
  for (const { name } of checks) {
    if (apartOf(checks, name) !== "at once") continue;
    try {
      begun.set(name, new CheckThread(program, name));
    } catch {
      // Asked for again when it is needed, and judged here where it fails.
    }
  }
  return begun;
}

/** Answers what this thread is asked, one check at a time, until the process ends or ends it. */
export async function serve(checks: Call["checks"]): Promise<void> {
  const port = parentPort;
  const named = (name: unknown): Call["checks"][number] => {
    const check = checks.find((one) => one.name === name);
    if (check === undefined) throw new Error(`There is no check \`${String(name)}\`.`);
    return check;
  };
  if (port === null) throw new Error("This is no thread.");
  // The one that it was begun for is loaded while the thread that asks does something else.
  const first = loadCheck(named(workerData));
  port.on("message", (request: Request) => {
    const load = request.check === workerData ? first : loadCheck(named(request.check));
    // What fails ends the thread, and is told to who asked.
    void load.then((check) => answer(check, request, port));
  });
  await first;
}

async function answer(check: Check, { options, rules, root, entries, leftOut, ignore, now, configuration }: Request, port: MessagePort): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port is no window's
  const say = (one: Answer): void => port.postMessage(one);
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
  saveCompiled();
}
