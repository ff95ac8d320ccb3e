// What the CI system and the options say of the change under review, gathered and not parsed.
import { readFileSync, statSync } from "node:fs";
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
      return readFileSync(path, "utf8");
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
