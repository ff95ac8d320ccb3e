// What a repository's hook managers have to be: which one, at least which version, installed for which of git's hooks.
import { child, parseData, parseYaml, textItems, textOf, type DataNode } from "@caio/repo-model/data";
import type { Hook, HookManager } from "@caio/repo-model/hooks";
import { compareVersions } from "@caio/repo-model/manifests";
import type { Location, RepoPath, SourceText } from "@caio/repo-model/text";
import { firstPreCommit } from "../data/pre-commit-versions.js";

/** A manager that the repository's hooks need. */
export interface ManagerNeed {
  readonly manager: HookManager;
  readonly at: Location;
  /** The least version, and what asks for it. */
  readonly minimum?: { readonly version: string; readonly by: string; readonly at: Location };
  /** The hooks of git that it has to be installed for, in git's order. */
  readonly stages: readonly string[];
}

/** git's hooks in the order in which they come about. */
export const gitOrder: readonly string[] =
  "pre-commit pre-merge-commit prepare-commit-msg commit-msg post-commit pre-rebase pre-push post-checkout post-merge post-rewrite".split(" ");

type Minimum = NonNullable<ManagerNeed["minimum"]>;

/** The stages that hooks name; a hook without any runs at commit. */
export function stagesOf(hooks: readonly Hook[]): readonly string[] {
  const named = new Set(hooks.flatMap(({ stages }) => (stages.length === 0 ? ["pre-commit"] : stages)));
  return gitOrder.filter((stage) => named.has(stage));
}

const items = (node: DataNode | undefined): readonly DataNode[] => (node?.kind === "list" ? node.items : []);

/** The least pre-commit that reads a configuration. */
function preCommitMinimum(source: SourceText, root: DataNode | undefined): Minimum | undefined {
  let most: Minimum | undefined;
  const offer = (version: string | undefined, by: string, node: DataNode | undefined): void => {
    if (version === undefined || node === undefined || !/^\d+(?:\.\d+)*$/.test(version)) return;
    if (most === undefined || compareVersions(version, most.version) > 0) most = { version, by, at: source.at(node.range) };
  };
  const row = (table: Readonly<Record<string, string>>, key: string): string | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);
  const written = child(root, "minimum_pre_commit_version");
  offer(textOf(written) ?? (written?.kind === "number" ? written.raw : undefined), "minimum_pre_commit_version", written);
  if (root?.kind !== "map") return most;
  for (const { key, value } of root.entries) if (key !== "minimum_pre_commit_version") offer(row(firstPreCommit.key, key), `\`${key}\``, value);
  for (const node of textItems(child(root, "default_stages"))) offer(row(firstPreCommit.stage, node.value), `the stage \`${node.value}\``, node);
  for (const hook of items(child(root, "repos")).flatMap((repository) => items(child(repository, "hooks")))) {
    if (hook.kind !== "map") continue;
    for (const { key, value } of hook.entries) offer(row(firstPreCommit.hookKey, key), `\`${key}\``, value);
    const language = child(hook, "language");
    offer(row(firstPreCommit.language, textOf(language) ?? ""), `the language \`${textOf(language) ?? ""}\``, language);
    for (const node of textItems(child(hook, "stages"))) offer(row(firstPreCommit.stage, node.value), `the stage \`${node.value}\``, node);
  }
  return most;
}

/** The managers that hooks need, with their versions. `read` gives the text of a file of the repository. */
export async function managerNeeds(hooks: readonly Hook[], read: (path: RepoPath) => Promise<SourceText | undefined>): Promise<readonly ManagerNeed[]> {
  const needs: ManagerNeed[] = [];
  for (const manager of new Set(hooks.map((hook) => hook.manager))) {
    const own = hooks.filter((hook) => hook.manager === manager);
    const [first] = own;
    if (first === undefined) continue;
    const base = { manager, at: first.at, stages: stagesOf(own) };
    const source = manager === "pre-commit" || manager === "prek" || manager === "lefthook" ? await read(first.at.path) : undefined;
    if (source === undefined) needs.push(base);
    else if (manager === "lefthook") needs.push({ ...base, ...(await lefthookMinimum(source)) });
    else {
      const { root } = await parseYaml(source.text, { dialect: "pyyaml" });
      const minimum = preCommitMinimum(source, root);
      const installed = textItems(child(root, "default_install_hook_types")).map(({ value }) => value);
      needs.push({
        ...base,
        stages: gitOrder.filter((stage) => base.stages.includes(stage) || installed.includes(stage)),
        ...(minimum === undefined ? {} : { minimum }),
      });
    }
  }
  return needs;
}

async function lefthookMinimum(source: SourceText): Promise<{ readonly minimum?: Minimum }> {
  const root = (await parseData(source.path, source.text))?.root;
  const node = child(root, "min_version");
  const version = textOf(node) ?? (node?.kind === "number" ? node.raw : undefined);
  return version === undefined || node === undefined || !/^\d+(?:\.\d+)*$/.test(version)
    ? {}
    : { minimum: { version, by: "`min_version`", at: source.at(node.range) } };
}
