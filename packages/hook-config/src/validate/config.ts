// A configuration and a manifest, checked in pre-commit's order.
import type { PyyamlDocument, YamlEdge } from "@caio/repo-model/data";
import { repositoryKeys, rootKeys } from "../data/keys.js";
import { languageNames } from "../data/languages.js";
import { legacyStages } from "../data/stages.js";
import type { Faults } from "./fault.js";
import { checkHook, legacyStageFault, warnOfRegex, type HookForm } from "./hook.js";
import { Judge, type Keys } from "./judge.js";
import { kindName, listItems, mapView, rangeOf, shown, textValue, type MapView } from "./map-view.js";

/** What pre-commit calls a fixed revision: a dot in it, or hexadecimal digits alone. */
const isFixed = (rev: string): boolean => rev.includes(".") || /^[a-fA-F0-9]+\n?$/.test(rev);

function checkRevision(judge: Judge, view: MapView, keys: Keys, repo: string): void {
  const rev = view.pairs.get("rev");
  if (repo === "local" || repo === "meta") {
    if (rev !== undefined)
      judge.error({
        rule: "local-has-rev",
        keys,
        message: `\`repo: ${repo}\` takes no \`rev\`.`,
        range: rangeOf(rev.key),
        help: "Leave `rev` out.",
        data: { repo },
      });
    return;
  }
  // prek's own hooks have no revision; pre-commit takes the word for an address.
  if (repo === "builtin" && rev === undefined) return judge.missing(view, "rev", keys, "The repository `builtin`", { repo });
  judge.required(view, "rev", keys, `The repository \`${repo.slice(0, 200)}\``, judge.revision);
  const text = textValue(rev?.value);
  if (rev !== undefined && text !== undefined && !isFixed(text))
    judge.warn({
      rule: "mutable-rev",
      keys: [...keys, "rev"],
      message:
        text === ""
          ? "The revision is empty: pre-commit fetches the default branch once and never again."
          : `\`${text.slice(0, 80)}\` seems to be a branch or a tag that moves; pre-commit fetches it once and never again.`,
      range: rangeOf(rev.value),
      help: "Write a version or a commit; `pre-commit autoupdate` does.",
      data: { rev: text },
    });
}

function checkRepository(judge: Judge, edge: YamlEdge, keys: Keys): void {
  const view = mapView(judge.document, edge);
  if (view === undefined) {
    judge.error({
      rule: "schema-type",
      keys,
      message: `A repository must be a map, and is ${kindName(edge.node)}.`,
      range: rangeOf(edge),
      data: { key: "", expected: "a map" },
    });
    return;
  }
  judge.required(view, "repo", keys, "A repository", judge.text);
  const repo = textValue(view.pairs.get("repo")?.value);
  const form: HookForm = repo === "local" || repo === "meta" ? repo : "remote";
  judge.required(
    view,
    "hooks",
    keys,
    repo === undefined ? "A repository" : `The repository \`${repo.slice(0, 200)}\``,
    judge.list((hook, chain) => checkHook(judge, hook, form, chain)),
  );
  if (repo !== undefined) checkRevision(judge, view, keys, repo);
  judge.unknownKeys(view, repositoryKeys, keys, `of ${repo === undefined ? "a repository" : `\`${repo.slice(0, 80)}\``}`, true);
}

function checkLanguageVersions(judge: Judge, edge: YamlEdge, keys: Keys): void {
  const view = mapView(judge.document, edge);
  if (view === undefined) return judge.map(edge, keys);
  const check = judge.language(false);
  for (const [name, { key }] of view.pairs) if (!languageNames.includes(name)) check(key, keys);
  for (const { key } of view.others)
    judge.error({ rule: "unknown-language", keys, message: `There is no language \`${shown(key.node)}\`.`, range: rangeOf(key), data: { value: null } });
  for (const name of languageNames) judge.optional(view, name, keys, judge.text);
}

function checkRoot(judge: Judge, root: YamlEdge): void {
  const view = mapView(judge.document, root);
  if (view === undefined) {
    const isList = root.node.kind === "list";
    judge.error({
      rule: isList ? "list-form" : "schema-type",
      keys: [],
      message: isList
        ? "The configuration is a list; today it is a map with the list under `repos`."
        : `The configuration must be a map, and is ${kindName(root.node)}.`,
      range: [rangeOf(root)[0], rangeOf(root)[0]],
      data: isList ? {} : { key: "", expected: "a map" },
    });
    // What stands in the list is judged for the day after the migration.
    for (const repository of listItems(root) ?? []) checkRepository(judge, repository, ["repos"]);
    return;
  }
  judge.optional(view, "minimum_pre_commit_version", [], judge.version);
  judge.required(
    view,
    "repos",
    [],
    "The configuration",
    judge.list((edge, keys) => checkRepository(judge, edge, keys)),
  );
  judge.optional(view, "default_install_hook_types", [], judge.list(judge.hookType));
  judge.optional(view, "default_language_version", [], (edge, keys) => checkLanguageVersions(judge, edge, keys));
  judge.optional(view, "default_stages", [], judge.list(judge.stage));
  for (const stage of listItems(view.pairs.get("default_stages")?.value) ?? []) {
    const value = textValue(stage);
    const today = value !== undefined && Object.hasOwn(legacyStages, value) ? legacyStages[value] : undefined;
    if (value !== undefined && today !== undefined) judge.warn(legacyStageFault(stage, value, today, ["default_stages"]));
  }
  judge.optional(view, "files", [], judge.regex);
  judge.optional(view, "exclude", [], judge.regex);
  judge.optional(view, "fail_fast", [], judge.bool);
  judge.unknownKeys(view, rootKeys, [], "at the root", true);
  warnOfRegex(judge, view, []);
  judge.optional(view, "ci", [], judge.map);
}

const nothing = { tag: "!!null", range: [0, 0], outer: [0, 0], kind: "scalar", value: "", style: "plain" } as const;

function faultsOf(document: PyyamlDocument, check: (judge: Judge, root: YamlEdge) => void): Faults {
  const { problem } = document;
  if (problem !== undefined)
    return { errors: [{ rule: "yaml-syntax", keys: [], message: problem.message, range: problem.range, data: { code: problem.code } }], warnings: [] };
  const judge = new Judge(document);
  check(judge, { node: document.root ?? nothing });
  return judge;
}

/** All faults of a configuration, the one first that pre-commit 4.7.0 meets first. */
export const configFaults = (document: PyyamlDocument): Faults => faultsOf(document, checkRoot);

/** All faults of a manifest. */
export const manifestFaults = (document: PyyamlDocument): Faults =>
  faultsOf(document, (judge, root) => {
    const items = listItems(root);
    if (items === undefined)
      judge.error({
        rule: "schema-type",
        keys: [],
        message: `The manifest must be a list of hooks, and is ${kindName(root.node)}.`,
        range: [rangeOf(root)[0], rangeOf(root)[0]],
        data: { key: "", expected: "a list" },
      });
    for (const hook of items ?? []) checkHook(judge, hook, "manifest", []);
  });
