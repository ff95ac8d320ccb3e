// simple-git-hooks: one name that it does not know keeps it from installing anything, with exit code 0. Measured against 2.0.0 to 2.14.0.
import { nearest } from "@caio/repo-model/config";
import { child, parseJson } from "@caio/repo-model/data";
import { simpleGitHooksFiles } from "@caio/repo-model/hooks";
import type { SourceText } from "@caio/repo-model/text";
import type { OtherFault } from "./facts.js";

/** Source: simple-git-hooks 2.14.0, `VALID_GIT_HOOKS` and `VALID_OPTIONS`. */
const hooks: readonly string[] =
  "applypatch-msg pre-applypatch post-applypatch pre-commit pre-merge-commit prepare-commit-msg commit-msg post-commit pre-rebase post-checkout post-merge pre-push pre-receive update proc-receive post-receive post-update reference-transaction push-to-checkout pre-auto-gc post-rewrite sendemail-validate fsmonitor-watchman p4-changelist p4-prepare-changelist p4-post-changelist p4-pre-submit post-index-change".split(
    " ",
  );
const option = "preserveUnused";
const rule = "simple-git-hooks-refused";

/** Faults of the configuration that counts: the first file that there is, or package.json without any. One in JavaScript is not known. */
export function simpleGitHooksFaults(source: SourceText, existing: ReadonlySet<string>): OtherFault[] {
  if (source.path !== (simpleGitHooksFiles.find((path) => existing.has(path)) ?? "package.json")) return [];
  const { root, problems } = parseJson(source.text);
  const config = source.path === "package.json" ? child(root, "simple-git-hooks") : root;
  if (config?.kind !== "map" || problems.some(({ code }) => code !== "duplicate-key")) return [];
  return config.entries.flatMap(({ key, keyRange, value }): OtherFault[] => {
    if (key === option) return [];
    if (!hooks.includes(key)) {
      const near = nearest(key, [...hooks, option]);
      return [
        {
          rule,
          message: `simple-git-hooks does not know \`${key}\`: it installs none of the hooks.`,
          at: source.at(keyRange),
          help: near === undefined ? "Its keys are the names of git's hooks." : `Did you mean \`${near}\`?`,
          data: { key, nearest: near ?? null },
          ...(near === undefined
            ? {}
            : { fix: { kind: "suggested" as const, title: `write \`${near}\``, edits: [{ path: source.path, range: keyRange, text: JSON.stringify(near) }] } }),
        },
      ];
    }
    const written =
      value.kind === "map" ? "[object Object]" : value.kind === "list" && value.items.length > 1 ? "its items with commas between them" : undefined;
    if (written === undefined) return [];
    const message = `\`${key}\` is no text: simple-git-hooks writes ${value.kind === "map" ? `\`${written}\`` : written} as the command.`;
    return [{ rule, message, at: source.at(value.range), help: "Write one command, with `&&` between its parts.", data: { key, nearest: null } }];
  });
}
