// A hook, in pre-commit's order of checks: of a remote repository, a local one, `meta`, or of a manifest.
import type { YamlEdge } from "@caio/repo-model/data";
import { hookKeys, metaHooks } from "../data/keys.js";
import { nearest } from "@caio/repo-model/config";
import { legacyStages } from "../data/stages.js";
import type { Judge, Keys, ValueCheck } from "./judge.js";
import { kindName, listItems, mapView, rangeOf, textValue, type MapView } from "./map-view.js";

export type HookForm = "remote" | "local" | "meta" | "manifest";

/** Spellings of a slash that pre-commit warns of. Source: pre-commit 4.7.0, clientlib.py. */
const slashClasses: readonly string[] = ["[\\\\/]", "[\\/]", "[/\\\\]"];

/** Warns where a regular expression of paths looks like something else. */
export function warnOfRegex(judge: Judge, view: MapView, keys: Keys): void {
  for (const key of ["files", "exclude"]) {
    const pair = view.pairs.get(key);
    const text = textValue(pair?.value);
    if (pair === undefined || text === undefined) continue;
    const range = rangeOf(pair.value);
    if (text.includes("/*"))
      judge.warn({
        rule: "regex-looks-like-glob",
        keys: [...keys, key],
        message: `\`${key}\` is a regular expression and no glob: \`/*\` matches slashes alone.`,
        range,
        help: "Write `/.*`, or `/` where all below is meant.",
        data: { key, pattern: text },
      });
    for (const form of slashClasses)
      if (text.includes(form))
        judge.warn({
          rule: "regex-slash-class",
          keys: [...keys, key],
          message: `\`${form}\` in \`${key}\` is \`/\`: pre-commit gives every path with forward slashes.`,
          range,
          help: "Write `/`.",
          data: { key, form },
        });
  }
}

function warnOfStages(judge: Judge, view: MapView, keys: Keys): void {
  for (const stage of listItems(view.pairs.get("stages")?.value) ?? []) {
    const value = textValue(stage);
    const today = value !== undefined && Object.hasOwn(legacyStages, value) ? legacyStages[value] : undefined;
    if (value !== undefined && today !== undefined) judge.warn(legacyStageFault(stage, value, today, [...keys, "stages"]));
  }
}

/** The warning of a stage under its old name. */
export const legacyStageFault = (stage: YamlEdge, value: string, today: string, keys: Keys): Parameters<Judge["warn"]>[0] => ({
  rule: "legacy-stage",
  keys,
  message: `The stage \`${value}\` is called \`${today}\` today.`,
  range: rangeOf(stage),
  data: { stage: value, today },
});

/** Checks of a hook's keys in the order of pre-commit's manifest; `optional` where the manifest has the rest. */
function manifestChecks(judge: Judge): readonly (readonly [key: string, check: ValueCheck])[] {
  const tags = judge.list(judge.tag);
  return [
    ["minimum_pre_commit_version", judge.version],
    ["id", judge.text],
    ["name", judge.text],
    ["entry", judge.text],
    ["language", judge.language(true)],
    ["alias", judge.text],
    ["files", judge.regex],
    ["exclude", judge.regex],
    ["types", tags],
    ["types_or", tags],
    ["exclude_types", tags],
    ["additional_dependencies", judge.texts],
    ["args", judge.texts],
    ["always_run", judge.bool],
    ["fail_fast", judge.bool],
    ["pass_filenames", judge.bool],
    ["description", judge.text],
    ["language_version", judge.text],
    ["log_file", judge.text],
    ["require_serial", judge.bool],
    ["stages", judge.list(judge.stage)],
    ["verbose", judge.bool],
  ];
}

const needed: readonly string[] = ["id", "name", "entry", "language"];

function checkMeta(judge: Judge, view: MapView, keys: Keys, where: string): void {
  judge.required(view, "id", keys, where, judge.text);
  const id = view.pairs.get("id");
  const text = textValue(id?.value);
  if (id !== undefined && text !== undefined && !metaHooks.includes(text)) {
    const near = nearest(text, metaHooks);
    judge.error({
      rule: "unknown-meta-hook",
      keys: [...keys, "id"],
      message: `There is no meta hook \`${text.slice(0, 80)}\`.`,
      range: rangeOf(id.value),
      help: near === undefined ? `There are: ${metaHooks.join(", ")}.` : `Did you mean \`${near}\`?`,
      data: { hook: text },
    });
  }
  const language = view.pairs.get("language");
  if (language !== undefined && textValue(language.value) !== "unsupported")
    judge.error({
      rule: "schema-type",
      keys: [...keys, "language"],
      message: "The language of a meta hook is `unsupported`, and no other one.",
      range: rangeOf(language.value),
      help: "Leave `language` out.",
      data: { key: "language", expected: "unsupported" },
    });
  const entry = view.pairs.get("entry");
  if (entry !== undefined)
    judge.error({
      rule: "schema-type",
      keys,
      message: "The `entry` of a meta hook cannot be given.",
      range: rangeOf(entry.key),
      help: "Leave `entry` out.",
      data: { key: "entry", expected: "nothing" },
    });
  for (const [key, check] of manifestChecks(judge)) if (key !== "id" && key !== "language" && key !== "entry") judge.optional(view, key, keys, check);
}

/** Checks one hook; `keys` is the chain of the list that it stands in. */
export function checkHook(judge: Judge, edge: YamlEdge, form: HookForm, keys: Keys): void {
  const view = mapView(judge.document, edge);
  if (view === undefined) {
    judge.error({
      rule: "schema-type",
      keys,
      message: `A hook must be a map, and is ${kindName(edge.node)}.`,
      range: rangeOf(edge),
      data: { key: "", expected: "a map" },
    });
    return;
  }
  const id = textValue(view.pairs.get("id")?.value);
  const where = id === undefined ? "A hook" : `The hook \`${id.slice(0, 80)}\``;
  const checks = manifestChecks(judge);
  if (form === "meta") checkMeta(judge, view, keys, where);
  else if (form === "remote") {
    judge.required(view, "id", keys, where, judge.text);
    for (const [key, check] of checks) if (!["id", "stages", "language"].includes(key)) judge.optional(view, key, keys, check);
    for (const [key, check] of checks) if (key === "stages") judge.optional(view, key, keys, check);
    judge.optional(view, "language", keys, judge.language(true));
  } else
    for (const [key, check] of checks) {
      if (needed.includes(key)) judge.required(view, key, keys, where, check);
      else judge.optional(view, key, keys, check);
    }
  if (form !== "manifest") {
    warnOfRegex(judge, view, keys);
    warnOfStages(judge, view, keys);
  }
  judge.unknownKeys(view, hookKeys, keys, `of ${id === undefined ? "a hook" : `the hook \`${id.slice(0, 80)}\``}`, false);
}
