// hook-matches-no-file: a hook whose filters leave no file of the repository.
import type { Draft } from "@caio/repo-model/check";
import { stagesWithoutFiles, stages as allStages } from "../data/stages.js";
import { boolAt, rangeAt, stagesOf, textAt, type ConfigFacts, type ConfigHook } from "../facts.js";
import { below, filesOf } from "../files/applies.js";
import type { TaggedFile } from "../files/tags.js";
import { configRule } from "./fault-rule.js";

const filters = ["files", "types", "types_or", "exclude"];
/** Stages whose hooks get the files of a change. */
const fileStages = new Set(["pre-commit", "pre-merge-commit", "pre-push", "manual"]);

function judge(facts: ConfigFacts, hook: ConfigHook, all: readonly TaggedFile[]): Draft | undefined {
  const { view, id, repo } = hook;
  if (repo === "meta" || boolAt(view, "always_run") === true || textAt(view, "language") === "fail") return undefined;
  const own = stagesOf(facts, hook) ?? (repo === "local" ? allStages : undefined);
  const name = `\`${id ?? ""}\``;
  if (own !== undefined && own.length > 0 && own.every((stage) => stagesWithoutFiles.includes(stage))) {
    // Of a remote hook the manifest may say `always_run`.
    if (repo !== "local") return undefined;
    return {
      message: `The hook ${name} never runs: the stage \`${own[0] ?? ""}\` gives no files, and a hook without files runs only with \`always_run: true\`.`,
      at: facts.source.at(rangeAt(view, view.pairs.has("stages") ? "stages" : "id")),
      help: "Add `always_run: true`.",
      data: { hook: id ?? null, stages: own },
    };
  }
  if (own !== undefined && own.length > 0 && !own.some((stage) => fileStages.has(stage))) return undefined;
  const key = filters.find((one) => view.pairs.has(one));
  if (repo !== "local" && key === undefined) return undefined;
  const { files, isSure } = filesOf(hook, facts.root, all);
  if (files.length > 0 || !isSure) return undefined;
  return {
    message: `The filters of the hook ${name} leave no file of the repository.`,
    at: facts.source.at(rangeAt(view, key ?? "id")),
    help: "Patterns are Python's regular expressions, searched for in the path from the root; `types` must all hold, of `types_or` one.",
    data: { hook: id ?? null, ...(key === undefined ? {} : { key }) },
    // A manifest may have the hook run always.
    ...(repo === "local" ? {} : { severity: "note" }),
  };
}

export const hookMatchesNoFile = configRule(
  { id: "hook-matches-no-file", summary: "A hook's filters leave no file of the repository.", severity: "warning" },
  function* (facts) {
    const files = below(facts.around?.files ?? [], facts.folder);
    if (facts.form !== "config" || files.length === 0 || facts.hasErrors) return;
    for (const hook of facts.hooks) {
      const draft = judge(facts, hook, files);
      if (draft !== undefined) yield draft;
    }
  },
);
