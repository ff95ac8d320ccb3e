// `doctor`: is what hooks and tests need installed on this machine? Reads the disk, runs nothing.
import type { CommandCall, CommandResult } from "@caio/repo-model/check";
import { RepoError } from "@caio/repo-model/text";
import { collect, readProject } from "../collect.js";
import type { EnvCheckOptions } from "../defaults.js";
import { examine } from "../installed/examine.js";
import { needsOf } from "../needs.js";
import { setupTool } from "../setup-tool.js";

/** A line for each thing that is looked at; what is wrong is reported as findings. */
export async function runDoctor({ context, options, flags }: CommandCall<EnvCheckOptions>): Promise<CommandResult> {
  const { machine } = context;
  if (machine === undefined) throw new RepoError("USAGE", "`doctor` needs a machine to look at.");
  const facts = await collect(context, options);
  const { paths, sources } = await readProject(context);
  const first = facts.hooks[0]?.at ?? facts.manifests.map(({ path }) => facts.sources.get(path)?.at([0, 0])).find((at) => at !== undefined);
  const at = first ?? (paths[0] === undefined ? undefined : (await sources.text(paths[0]))?.at([0, 0]));
  if (at === undefined) return { kind: "text", text: "There is nothing here that hooks or tests could need.\n" };
  const python = typeof flags["python"] === "string" ? flags["python"] : undefined;
  const tool = setupTool(new Set<string>(paths), facts.manifests);
  const lines = examine({ machine, root: context.repository.root, needs: needsOf(facts), hooks: facts.hooks, manifests: facts.manifests, tool, at, python });
  const text = lines.map(({ sign, text: line, repair }) => `${sign} ${line}\n${repair === undefined ? "" : `    ${repair}\n`}`).join("");
  return { kind: "drafts", drafts: lines.flatMap(({ draft }) => (draft === undefined ? [] : [draft])), text };
}
