// A check as a library: findings without a command around it.
import type { Repository } from "../git/index.js";
import type { Check, CheckRun } from "./check.js";
import { runChecks } from "./engine.js";
import type { Finding } from "./finding.js";
import { fullScope } from "./scope.js";
import { plainFinding } from "./whole-finding.js";

/**
 * Runs one check over a repository and yields its findings, sorted. The first thing that could not be read is thrown
 * after them. Options are the check's section as the configuration would hold it; the defaults where absent.
 */
export async function* runCheck(check: Check, repository: Repository, run: CheckRun): AsyncIterable<Finding> {
  const schema = run.options === undefined ? undefined : await check.options.schema();
  const options = schema === undefined ? check.options.defaults : schema.parse(run.options);
  const severities = new Map(check.rules.map(({ id, severity }) => [id, severity]));
  const outcome = await runChecks({
    checks: [{ check, settings: { options, severity: (rule) => severities.get(rule) ?? "off", isOn: (rule) => (severities.get(rule) ?? "off") !== "off" } }],
    files: run.context?.files ?? repository.files,
    context: {
      repository,
      scope: fullScope,
      ignore: [],
      now: new Date().toISOString(),
      signal: new AbortController().signal,
      ...(repository.git === undefined ? {} : { git: repository.git }),
      ...run.context,
    },
  });
  for (const finding of outcome.findings) yield plainFinding(finding);
  const [trouble] = outcome.troubles;
  if (trouble !== undefined) throw trouble;
}
