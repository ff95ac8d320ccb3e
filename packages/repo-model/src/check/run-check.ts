// A check as a library: findings without a command around it.
import type { Repository } from "../git/index.js";
import type { Check, CheckRun } from "./check.js";
import type { Finding } from "./finding.js";

/** Runs one check over a repository with its configuration. */
export async function* runCheck(_check: Check, _repository: Repository, _run: CheckRun): AsyncIterable<Finding> {}
