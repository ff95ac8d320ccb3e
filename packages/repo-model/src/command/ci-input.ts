// What the CI system and the options say of the change under review, gathered and not parsed.
import { closeSync, constants, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { CiInput } from "../check/index.js";

const prefixes =
  /^(?:CI|CI_.*|GITHUB_(?!TOKEN).*|GITLAB_CI|BITBUCKET_.*|BUILD_(?:SOURCE|REASON|REPOSITORY).*|SYSTEM_PULLREQUEST_.*|TF_BUILD|CHANGE_.*|JENKINS_URL|GITEA_ACTIONS|FORGEJO_ACTIONS)$/;
const secretNames = /TOKEN|PASSWORD|SECRET|_KEY|CREDENTIAL/;
const sizeLimit = 32 * 1024 * 1024;

/** The options that name the event. */
export interface CiOptions {
  readonly event?: string;
  readonly bodyFile?: string;
  readonly base?: string;
  readonly head?: string;
}

/** Milliseconds for which a pipe that is open is waited for. */
const patience = 30_000;

/** What a pipe gives: `--event <(…)`. One that nobody has opened to write gives nothing, and is not waited for. Throws where it gives too much or does not end. */
function pipeText(path: string): string {
  const pipe = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const clock = new Int32Array(new SharedArrayBuffer(4));
  const parts: Buffer[] = [];
  let left = sizeLimit;
  try {
    for (const until = Date.now() + patience; ;) {
      const part = Buffer.allocUnsafe(65_536);
      let length: number;
      try {
        length = readSync(pipe, part);
      } catch (error) {
        if (!(error instanceof Error) || !("code" in error) || error.code !== "EAGAIN") throw error;
        if (Date.now() > until) throw new Error(`it is a pipe that gives nothing for ${patience / 1000} seconds`, { cause: error });
        Atomics.wait(clock, 0, 0, 5);
        continue;
      }
      if (length === 0) return Buffer.concat(parts).toString("utf8");
      if ((left -= length) < 0) throw new Error("it is larger than 32 MiB");
      parts.push(part.subarray(0, length));
    }
  } finally {
    closeSync(pipe);
  }
}

/** Reads the files that are named; what cannot be read is said in `problem`, for the check that needs it. */
export function readCiInput(environment: Readonly<Record<string, string | undefined>>, options: CiOptions): CiInput {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined && prefixes.test(name) && !secretNames.test(name)) kept[name] = value;
  const problems: string[] = [];
  const read = (path: string | undefined, what: string): string | undefined => {
    if (path === undefined || path === "") return undefined;
    try {
      const found = statSync(path);
      // It never ends; standard input by its name is no device but at a terminal.
      if (found.isCharacterDevice() || found.isBlockDevice()) throw new Error("it is a device");
      if (found.size > sizeLimit) throw new Error("it is larger than 32 MiB");
      return found.isFIFO() ? pipeText(path) : readFileSync(path, "utf8");
    } catch (error) {
      problems.push(`The ${what} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
      return undefined;
    }
  };
  const payload = read(options.event ?? environment["GITHUB_EVENT_PATH"], "event file");
  const body = read(options.bodyFile, "body file");
  return {
    environment: kept,
    ...(payload === undefined ? {} : { payload }),
    ...(body === undefined ? {} : { body }),
    ...(options.base === undefined ? {} : { base: options.base }),
    ...(options.head === undefined ? {} : { head: options.head }),
    ...(problems.length === 0 ? {} : { problem: problems.join(" ") }),
  };
}
