// All addresses of a run: each once, in turn by host, with retries, within a budget.
import { isPublicAddress } from "./address.js";
import { ask, type Answer } from "./ask.js";

/** Limits of a run. Times in milliseconds. */
export interface AskLimits {
  readonly timeout: number;
  readonly retries: number;
  /** Least time between two requests to one host. */
  readonly interval: number;
  /** Most requests, and the longest time, of the whole run. */
  readonly requests: number;
  readonly time: number;
  /** Addresses that are asked at once. */
  readonly atOnce: number;
  /** The longest `Retry-After` that is waited for; also the unit of waiting is `pause`. */
  readonly patience: number;
  readonly pause: number;
  isOpen(address: string): boolean;
}

export const askLimits: AskLimits = {
  timeout: 20_000,
  retries: 2,
  interval: 250,
  requests: 3000,
  time: 10 * 60_000,
  atOnce: 16,
  patience: 30_000,
  pause: 1000,
  isOpen: isPublicAddress,
};

const passing = new Set(["ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "EPIPE", "ECONNABORTED", "UND_ERR_SOCKET"]);
const passingStatus = new Set([429, 500, 502, 503, 504]);

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** How long to wait before asking again; undefined where the answer stands. */
function pauseAfter(answer: Answer, attempt: number, { retries, patience, pause }: AskLimits): number | undefined {
  if (attempt >= retries) return undefined;
  const passes = answer.kind === "failed" ? passing.has(answer.code) : answer.kind === "status" && passingStatus.has(answer.status);
  if (!passes) return undefined;
  const wanted = answer.kind === "status" ? answer.retryAfter : undefined;
  if (wanted !== undefined) return wanted <= patience ? wanted : undefined;
  return pause * 2 ** attempt;
}

/** Asks each address. Those that the budget did not suffice for are `lost`. Throws only where `signal` aborts. */
export async function askAll(addresses: Iterable<string>, limits: AskLimits, signal: AbortSignal): Promise<Map<string, Answer>> {
  const queue = [...new Set(addresses)];
  const answers = new Map<string, Answer>();
  const free = new Map<string, number>();
  const end = performance.now() + limits.time;
  let requests = 0;
  const turn = async (host: string): Promise<boolean> => {
    const now = performance.now();
    const at = Math.max(now, free.get(host) ?? 0);
    if (requests >= limits.requests || at > end) return false;
    requests++;
    free.set(host, at + limits.interval);
    if (at > now) await wait(at - now, signal);
    return true;
  };
  const work = async (): Promise<void> => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      for (let attempt = 0; ; attempt++) {
        signal.throwIfAborted();
        const answer = await ask(address, { timeout: limits.timeout, isOpen: limits.isOpen, signal, turn });
        const pause = pauseAfter(answer, attempt, limits);
        if (pause === undefined || performance.now() + pause > end) {
          answers.set(address, answer);
          break;
        }
        const host = new URL(address).host;
        free.set(host, Math.max(free.get(host) ?? 0, performance.now() + pause));
        await wait(pause, signal);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limits.atOnce, queue.length) }, work));
  return answers;
}
