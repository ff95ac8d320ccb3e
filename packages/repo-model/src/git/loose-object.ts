// Objects that git has not packed yet, such as what was just staged: read from their files, without a process.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const head = /^(?:blob|tree|commit|tag) (\d+)$/;

/**
 * The content of a loose object below `folder` (gitformat-loose: `type size NUL content`, deflated); its size where that is above `limit`;
 * undefined where there is none, or its file is not whole: git says what is wrong with it.
 */
export async function looseObject(folder: string, id: string, limit: number): Promise<Buffer | number | undefined> {
  let deflated: Buffer;
  try {
    deflated = readFileSync(join(folder, id.slice(0, 2), id.slice(2)));
  } catch {
    return undefined;
  }
  const { inflateSync, constants } = await import("node:zlib");
  try {
    // The head alone, so that nothing is made of an object that is too large.
    const first = inflateSync(deflated.subarray(0, 64), { finishFlush: constants.Z_SYNC_FLUSH });
    const end = first.indexOf(0);
    const size = Number(head.exec(first.toString("latin1", 0, end))?.[1]);
    if (size > limit) return size;
    const whole = inflateSync(deflated, { maxOutputLength: end + 1 + size });
    return whole.length === end + 1 + size ? whole.subarray(end + 1) : undefined;
  } catch {
    return undefined;
  }
}
