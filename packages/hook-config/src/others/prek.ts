// prek.toml: pre-commit's keys and prek's own. Measured against prek 0.5.11 (`prek validate-config`).
import { nearest } from "@caio/repo-model/config";
import { child, parseToml, textOf, type DataNode } from "@caio/repo-model/data";
import type { Range, SourceText } from "@caio/repo-model/text";
import { hookKeys, metaHooks, repositoryKeys, rootKeys } from "../data/keys.js";
import { languageNames, renamedLanguages } from "../data/languages.js";
import { builtinHooks, prekHookKeys, prekLanguages, prekRootKeys, prekShells } from "../data/prek.js";
import { hookTypes, legacyStages, stages } from "../data/stages.js";
import { isKnownTag, nearestTag } from "../files/tags.js";
import type { OtherFault } from "./facts.js";
import { hookNameFaults, priorityFaults } from "./prek-names.js";
import { rustFault } from "./rust-pattern.js";

const knownStages = [...stages, ...Object.keys(legacyStages)];
const knownLanguages = [...languageNames, ...Object.keys(renamedLanguages), ...prekLanguages];
const needed = ["id", "name", "entry", "language"];
const booleans = ["always_run", "fail_fast", "require_serial", "verbose"];

type Told = Omit<OtherFault, "at"> & { readonly range: Range };

const items = (node: DataNode | undefined): readonly DataNode[] => (node?.kind === "list" ? node.items : []);

function* unknownKeys(node: DataNode, known: readonly string[], where: string): Iterable<Told> {
  for (const { key, keyRange } of node.kind === "map" ? node.entries : []) {
    if (known.includes(key)) continue;
    const near = nearest(key, known);
    yield {
      rule: "unknown-key",
      message: `prek does not read the key \`${key.slice(0, 80)}\` ${where}.`,
      range: keyRange,
      ...(near === undefined ? {} : { help: `Did you mean \`${near}\`?` }),
      data: { key, ...(near === undefined ? {} : { nearest: near }) },
    };
  }
}

const missing = (node: DataNode, key: string, where: string): Told => ({
  rule: "schema-required",
  message: `${where} needs the key \`${key}\`.`,
  range: [node.range[0], node.range[0]],
  data: { key },
});

function* wrongType(node: DataNode | undefined, key: string, kinds: readonly DataNode["kind"][], expected: string): Iterable<Told> {
  if (node === undefined || kinds.includes(node.kind)) return;
  yield { rule: "schema-type", message: `\`${key}\` must be ${expected}.`, range: node.range, data: { key, expected } };
}

/** A text, or each text of a list, that is none of those that there are. */
function* oneOf(node: DataNode | undefined, known: readonly string[], rule: string, what: string): Iterable<Told> {
  for (const one of node?.kind === "list" ? node.items : node === undefined ? [] : [node]) {
    if (one.kind !== "string" || known.includes(one.value)) continue;
    const near = nearest(one.value, known);
    yield {
      rule,
      message: `There is no ${what} \`${one.value.slice(0, 80)}\`.`,
      range: one.range,
      help: near === undefined ? `There are: ${known.join(", ")}.` : `Did you mean \`${near}\`?`,
      data: { value: one.value },
    };
  }
}

function* unknownTags(node: DataNode | undefined): Iterable<Told> {
  for (const one of items(node)) {
    if (one.kind !== "string" || isKnownTag(one.value)) continue;
    const near = nearestTag(one.value);
    // prek may know a tag more than identify does.
    yield {
      rule: "unknown-tag",
      severity: "warning",
      message: `There is no type of files \`${one.value.slice(0, 80)}\`.`,
      range: one.range,
      ...(near === undefined ? {} : { help: `Did you mean \`${near}\`?` }),
      data: { tag: one.value, ...(near === undefined ? {} : { nearest: near }) },
    };
  }
}

/** `files` and `exclude`: a regular expression of Rust's, or `{ glob = … }`. */
function* pattern(node: DataNode | undefined, key: string): Iterable<Told> {
  yield* wrongType(node, key, ["string", "map"], "a regular expression, or `{ glob = … }`");
  const fault = node?.kind === "string" ? rustFault(node.value) : undefined;
  if (node?.kind === "string" && fault !== undefined)
    yield {
      rule: "invalid-regex",
      message: `\`${key}\` is no regular expression that prek reads: ${fault.message}.`,
      range: node.range,
      data: { pattern: node.value, at: fault.at },
    };
  if (node?.kind === "map" && node.entries.length === 0) yield missing(node, "glob", `\`${key}\``);
  if (node?.kind === "map") yield* unknownKeys(node, ["glob"], `of \`${key}\``);
}

function* hookFaults(hook: DataNode, repo: string | undefined, root: DataNode): Iterable<Told> {
  if (hook.kind !== "map") return yield* wrongType(hook, "hooks", ["map"], "a list of tables");
  const id = textOf(child(hook, "id"));
  const where = id === undefined ? "A hook" : `The hook \`${id.slice(0, 80)}\``;
  for (const key of repo === "local" ? needed : ["id"]) if (child(hook, key) === undefined) yield missing(hook, key, where);
  yield* unknownKeys(hook, [...hookKeys, ...prekHookKeys], id === undefined ? "of a hook" : `of the hook \`${id.slice(0, 80)}\``);
  if (repo === "meta") yield* oneOf(child(hook, "id"), metaHooks, "unknown-meta-hook", "meta hook");
  if (repo === "builtin")
    for (const told of oneOf(child(hook, "id"), builtinHooks, "unknown-meta-hook", "builtin hook")) yield { ...told, severity: "warning" };
  yield* oneOf(child(hook, "language"), knownLanguages, "unknown-language", "language");
  yield* oneOf(child(hook, "stages"), knownStages, "unknown-stage", "stage");
  yield* oneOf(child(hook, "shell"), prekShells, "schema-type", "shell");
  for (const key of ["types", "types_or", "exclude_types"]) yield* unknownTags(child(hook, key));
  for (const key of ["files", "exclude"]) yield* pattern(child(hook, key), key);
  for (const key of booleans) yield* wrongType(child(hook, key), key, ["boolean"], "true or false");
  const passes = child(hook, "pass_filenames");
  yield* wrongType(passes, "pass_filenames", ["boolean", "number"], "true, false or a number from 1");
  if (passes?.kind === "number" && !(passes.value >= 1))
    yield {
      rule: "schema-type",
      message: "`pass_filenames` must be a number from 1; `false` passes none.",
      range: passes.range,
      data: { key: "pass_filenames", expected: "a number from 1" },
    };
  yield* hookNameFaults(hook, root);
  for (const key of ["id", "name", "entry", "alias", "language", "log_file"]) yield* wrongType(child(hook, key), key, ["string"], "a text");
  for (const key of ["args", "additional_dependencies", "stages", "types", "types_or", "exclude_types"])
    yield* wrongType(child(hook, key), key, ["list"], "a list");
}

function* repositoryFaults(repository: DataNode, root: DataNode): Iterable<Told> {
  if (repository.kind !== "map") return yield* wrongType(repository, "repos", ["map"], "a list of tables");
  const repo = textOf(child(repository, "repo"));
  const where = repo === undefined ? "A repository" : `The repository \`${repo.slice(0, 80)}\``;
  for (const key of ["repo", "hooks"]) if (child(repository, key) === undefined) yield missing(repository, key, where);
  if (repo !== undefined && !["local", "meta", "builtin"].includes(repo) && child(repository, "rev") === undefined) yield missing(repository, "rev", where);
  yield* unknownKeys(repository, repositoryKeys, repo === undefined ? "of a repository" : `of \`${repo.slice(0, 80)}\``);
  for (const hook of items(child(repository, "hooks"))) yield* hookFaults(hook, repo, root);
}

function* rootFaults(root: DataNode): Iterable<Told> {
  const repos = child(root, "repos");
  if (repos === undefined) yield missing(root, "repos", "The configuration");
  yield* wrongType(repos, "repos", ["list"], "a list of tables");
  yield* unknownKeys(root, [...rootKeys, ...prekRootKeys], "at the root");
  yield* oneOf(child(root, "default_stages"), knownStages, "unknown-stage", "stage");
  yield* oneOf(child(root, "default_install_hook_types"), [...hookTypes], "unknown-stage", "hook type");
  for (const key of ["orphan", "fail_fast"]) yield* wrongType(child(root, key), key, ["boolean"], "true or false");
  for (const key of ["files", "exclude"]) yield* pattern(child(root, key), key);
  for (const repository of items(repos)) yield* repositoryFaults(repository, root);
  yield* priorityFaults(root);
}

/** Faults of a prek.toml. Never throws. */
export function prekFaults(source: SourceText): OtherFault[] {
  const { root, problems } = parseToml(source.text);
  const [problem] = problems;
  const told: readonly Told[] =
    problem === undefined && root !== undefined
      ? [...rootFaults(root)]
      : [
          {
            rule: "schema-type",
            message: `The file cannot be read as TOML: ${problem?.message ?? "it is empty"}`,
            range: problem?.range ?? [0, 0],
            data: { key: "", expected: "TOML" },
          },
        ];
  return told.map(({ range, ...fault }) => ({ ...fault, at: source.at(range) }));
}
