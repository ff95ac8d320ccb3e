// Reads the configuration: the keys that every check shares; each section is kept for its check's own schema.
import { child, type DataNode } from "../data/index.js";
import type { RepoPath } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import type { Configuration, Override, SectionSettings, Suppression } from "./configuration.js";
import { findConfiguration } from "./find-configuration.js";
import { nearest } from "./nearest.js";
import { Reader } from "./reader.js";

/** The checks that a section may belong to; one that is not installed is left unread. */
export const knownSections: readonly string[] = ["doc-sync", "secret-scan", "hook-config", "env-check", "adr-gate"];

/** How a configuration is looked for and read. */
export interface LoadOptions {
  /** The file; one of the known names at the root where absent. */
  readonly path?: RepoPath | undefined;
  /** Names of the checks of this run: a foreign one may have a section too, as `NAME` or `x-NAME`. */
  readonly names?: readonly string[];
}

const overrideKeys = ["files", "rules", "options"];
const suppressionKeys = ["rule", "path", "pointer", "fingerprint", "reason", "expires"];

function readOverride(reader: Reader, node: DataNode): Override {
  reader.onlyKeys(reader.entries(node, "An entry of `overrides`"), overrideKeys, "in an override");
  const files = reader.patterns(child(node, "files"), "`files`");
  if (files.length === 0) reader.fail("An entry of `overrides` needs `files`: patterns of the paths that it is for.", node.range);
  const options = child(node, "options");
  const override = { files, rules: reader.severities(child(node, "rules")), at: reader.at(node.range) };
  return options === undefined || options.kind === "null" ? override : { ...override, options: reader.values(options, "`options`") };
}

function readSection(reader: Reader, node: DataNode): SectionSettings {
  const { rules: _rules, overrides: _overrides, ...raw } = reader.values(node, "A section");
  return {
    raw,
    rules: reader.severities(child(node, "rules")),
    overrides: reader.items(child(node, "overrides"), "`overrides`").map((item) => readOverride(reader, item)),
    locate: (path, part) => reader.locate(node, path, part),
  };
}

function readSuppression(reader: Reader, node: DataNode, names: readonly string[]): Suppression {
  reader.onlyKeys(reader.entries(node, "An entry of `suppress`"), suppressionKeys, "in an entry of `suppress`");
  const need = (key: string): DataNode => child(node, key) ?? reader.fail(`An entry of \`suppress\` needs \`${key}\`.`, node.range);
  const rule = reader.text(need("rule"), "`rule`");
  const [check = ""] = rule.split("/", 1);
  if (check === rule) reader.fail(`\`${rule}\` is not of the form \`CHECK/RULE\`.`, need("rule").range);
  if (!names.includes(check)) {
    const near = nearest(check, names);
    reader.fail(`There is no check \`${check}\`.`, need("rule").range, near === undefined ? `Known checks: ${names.join(", ")}.` : `Did you mean \`${near}\`?`);
  }
  const pointer = child(node, "pointer");
  const fingerprint = child(node, "fingerprint");
  const expires = child(node, "expires");
  return {
    rule,
    path: reader.pattern(need("path"), "`path`"),
    reason: reader.text(need("reason"), "`reason`"),
    at: reader.at(node.range),
    ...(pointer === undefined ? {} : { pointer: reader.text(pointer, "`pointer`") }),
    ...(fingerprint === undefined ? {} : { fingerprint: reader.text(fingerprint, "`fingerprint`") }),
    ...(expires === undefined ? {} : { expires: reader.date(expires, "`expires`") }),
  };
}

/** Reads the configuration, or gives the empty one where there is none. Throws CONFIG_INVALID with the place of the fault. */
export async function loadConfiguration(files: FileTree, options: LoadOptions = {}): Promise<Configuration> {
  const found = await findConfiguration(files, options.path);
  if (found === undefined) return { ignore: [], ignoreAt: [], suppress: [], sections: new Map() };
  const { source, document, root } = found;
  const reader = new Reader(source);
  const [problem] = document.problems;
  if (problem !== undefined) reader.fail(problem.message, problem.range);
  const foreign = (options.names ?? []).filter((name) => !knownSections.includes(name));
  const names = [...knownSections, ...foreign];
  const entries = reader.entries(root, "The configuration");
  const shared = entries.filter(({ key }) => !key.startsWith("x-"));
  reader.onlyKeys(shared, ["$schema", "ignore", "suppress", ...names], "in the configuration");
  const sections = new Map<string, SectionSettings>();
  for (const { key, keyRange, value } of entries) {
    const name = foreign.find((one) => key === `x-${one}`) ?? names.find((one) => key === one);
    if (name === undefined) continue;
    if (sections.has(name)) reader.fail(`The section of \`${name}\` stands twice.`, keyRange);
    sections.set(name, readSection(reader, value.kind === "null" ? { kind: "map", range: keyRange, entries: [] } : value));
  }
  const ignore = child(root, "ignore");
  return {
    source,
    path: source.path,
    ignore: reader.patterns(ignore, "`ignore`"),
    ignoreAt: reader.items(ignore, "`ignore`").map(({ range }) => reader.at(range)),
    suppress: reader.items(child(root, "suppress"), "`suppress`").map((item) => readSuppression(reader, item, [...names, "caio"])),
    sections,
  };
}
