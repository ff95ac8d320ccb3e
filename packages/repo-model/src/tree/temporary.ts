// The names of the files that a write makes first: `.caio-tmp-PID-RANDOM`. A killed run leaves them, and the next one that writes sweeps them.

const form = /(?:^|\/)\.caio-tmp-(\d+)-[0-9a-f]{12}$/;

/** A new name. `node:crypto` is loaded where one is asked for: most runs write nothing. */
export const temporaryName = (): string => `.caio-tmp-${process.pid}-${process.getBuiltinModule("node:crypto").randomBytes(6).toString("hex")}`;

/** Whether a path is such a file's. */
export const isTemporary = (path: string): boolean => path.includes(".caio-tmp-") && form.test(path);

/** Whether the run that made it has ended. */
export function isLeftOver(path: string): boolean {
  const pid = Number(form.exec(path)?.[1] ?? 0);
  if (pid === 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "EPERM");
  }
}
