// What keeps a thread from being deaf while it works.

/** So long a thread works without hearing. In milliseconds. */
const breathless = 20;

/** Milliseconds of a clock that only goes forward. `performance` is a module of Node's that no short run loads otherwise. */
function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}

/**
 * To be asked often: now and then it gives a promise, and what waits is done before it is kept: the answer of another thread, a module that is
 * loaded, a signal.
 */
export function breather(now: () => number = milliseconds): () => Promise<void> | undefined {
  let last = now();
  return () => {
    if (now() - last < breathless) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        last = now();
        resolve();
      });
    });
  };
}
