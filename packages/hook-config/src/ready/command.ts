// `caio hook-config ready`: whether the hooks of this clone can run on this machine.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { listHooks } from "@caio/repo-model/hooks";
import { installedTypes } from "../files/surroundings.js";
import { checkReady, type ReadyEnvironment } from "./check-ready.js";

/** Runs the command. */
export async function ready({ context }: CommandCall<unknown>): Promise<CommandResult> {
  const { machine, repository, files } = context;
  if (machine === undefined) return { kind: "text", text: "This machine cannot be looked at here.\n", exitCode: 2 };
  const hooks = await listHooks(files, () => {}, { nested: true });
  if (hooks.length === 0) return { kind: "text", text: "The repository declares no hooks.\n" };
  const environment: ReadyEnvironment = {
    which: (command) => machine.which(command),
    exists: (path) => machine.exists(`${repository.root}/${path}`),
    isExecutable: (path) => machine.isExecutable(`${repository.root}/${path}`),
    installedHookTypes: installedTypes(machine, repository.root).map(({ type }) => type),
  };
  const drafts = [...checkReady(hooks, environment)].map(({ rule, fingerprint: _fingerprint, ...draft }) => ({ ...draft, rule: rule.replace(/^.*\//, "") }));
  if (drafts.length > 0) return { kind: "drafts", drafts };
  return { kind: "text", text: `${hooks.length} ${hooks.length === 1 ? "hook is" : "hooks are"} ready to run.\n` };
}
