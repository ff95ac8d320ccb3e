// Reads the configuration: the keys that every check shares; each section is kept for its check's own schema.
import type { Severity } from "../check/finding.js";
import { child, toValue, type DataNode } from "../data/index.js";
import { RepoError, type Location, type Range, type RepoPath, type SourceText } from "../text/index.js";
import type { FileTree } from "../tree/index.js";
import type { Configuration, SectionSettings, Suppression } from "./configuration.js";
import { findConfiguration } from "./find-configuration.js";
import { nearest } from "./nearest.js";

/** The checks that a section may belong to; one that is not installed is left unread. */
export const knownSections: readonly string[] = ["doc-sync", "secret-scan", "hook-config", "env-check", "adr-gate"];
const severities: readonly string[] = ["off", "note", "warning", "error"];
const topKeys = ["$schema", "ignore", "suppress", ...knownSections];

type Entry = { readonly key: string; readonly keyRange: Range; readonly value: DataNode };
type Severities = Readonly<Record<string, Severity | "off">>;

class Reader {
  constructor(readonly source: SourceText) {}

  fail(message: string, range: Range, hint?: string): never {
    throw new RepoError("CONFIG_INVALID", message, { at: this.source.at(range), hint });
  }
  entries(node: DataNode | undefined, what: string): readonly Entry[] {
    if (node === undefined || node.kind === "null") return [];
    return node.kind === "map" ? node.entries : this.fail(`${what} must be a map of keys and values.`, node.range);
  }
  items(node: DataNode | undefined, what: string): readonly DataNode[] {
    if (node === undefined || node.kind === "null") return [];
    return node.kind === "list" ? node.items : this.fail(`${what} must be a list.`, node.range);
  }
  text(node: DataNode | undefined, what: string): string {
    if (node?.kind === "string") return node.value;
    if (node?.kind === "other") return node.raw;
    return this.fail(`${what} must be a text.`, node?.range ?? [0, 0]);
  }
  texts(node: DataNode | undefined, what: string): string[] {
    return this.items(node, what).map((item) => this.text(item, `Each entry of ${what}`));
  }
  unknown(entry: Entry, known: readonly string[], where: string): never {
    const near = nearest(entry.key, known);
    return this.fail(
      `There is no key \`${entry.key}\` ${where}.`,
      entry.keyRange,
      near === undefined ? `Known keys: ${known.join(", ")}.` : `Did you mean \`${near}\`?`,
    );
  }
  rules(node: DataNode | undefined): Severities {
    const rules: Record<string, Severity | "off"> = {};
    for (const { key, value } of this.entries(node, "`rules`")) {
      // YAML 1.1 reads a bare `off` as false.
      const text = value.kind === "boolean" && !value.value ? "off" : value.kind === "string" ? value.value : "";
      if (!severities.includes(text)) this.fail(`The severity of \`${key}\` must be off, note, warning or error.`, value.range);
      rules[key] = text as Severity | "off";
    }
    return rules;
  }
  section(node: DataNode): SectionSettings {
    const entries = this.entries(node, "A section");
    const overrides = this.items(child(node, "overrides"), "`overrides`").map((item) => {
      for (const entry of this.entries(item, "An override"))
        if (!["files", "rules", "options"].includes(entry.key)) this.unknown(entry, ["files", "rules", "options"], "in an override");
      return { files: this.texts(child(item, "files"), "`files`"), rules: this.rules(child(item, "rules")), options: toValue(child(item, "options")) };
    });
    const raw: Record<string, unknown> = {};
    for (const { key, value } of entries) if (key !== "rules" && key !== "overrides") raw[key] = toValue(value);
    return { raw, rules: this.rules(child(node, "rules")), overrides, locate: (path, part) => this.locate(node, path, part) };
  }
  /** The place of a key path: of the deepest part that is there. */
  locate(node: DataNode, path: readonly (string | number)[], wanted: "key" | "value" = "value"): Location {
    let inner = node;
    let range = node.range;
    for (const part of path) {
      const entry = inner.kind === "map" ? inner.entries.findLast(({ key }) => key === String(part)) : undefined;
      const next = entry?.value ?? child(inner, part);
      if (next === undefined) break;
      range = entry !== undefined && (next.kind === "null" || wanted === "key") ? entry.keyRange : next.range;
      inner = next;
    }
    return this.source.at(range);
  }
  suppression(node: DataNode): Suppression {
    const known = ["rule", "path", "pointer", "fingerprint", "reason", "expires"];
    for (const entry of this.entries(node, "An entry of `suppress`")) if (!known.includes(entry.key)) this.unknown(entry, known, "in `suppress`");
    const need = (key: string): string => {
      const value = child(node, key);
      if (value === undefined) this.fail(`An entry of \`suppress\` needs \`${key}\`.`, node.range);
      return this.text(value, `\`${key}\``);
    };
    const optional = (key: "pointer" | "fingerprint" | "expires"): Partial<Record<typeof key, string>> =>
      child(node, key) === undefined ? {} : { [key]: this.text(child(node, key), `\`${key}\``) };
    const entry = {
      rule: need("rule"),
      path: need("path"),
      reason: need("reason"),
      at: this.source.at(node.range),
      ...optional("pointer"),
      ...optional("fingerprint"),
      ...optional("expires"),
    };
    if (entry.expires !== undefined && !/^\d{4}-\d\d-\d\d$/.test(entry.expires))
      this.fail("`expires` must be a date, `YYYY-MM-DD`.", child(node, "expires")?.range ?? node.range);
    return entry;
  }
}

/** Reads the configuration, or gives the empty one where there is none. Throws CONFIG_INVALID with the place of the fault. */
export async function loadConfiguration(files: FileTree, options: { readonly path?: RepoPath | undefined } = {}): Promise<Configuration> {
  const found = await findConfiguration(files, options.path);
  if (found === undefined) return { ignore: [], suppress: [], sections: new Map() };
  const { source, document, root } = found;
  const reader = new Reader(source);
  const [problem] = document.problems;
  if (problem !== undefined) reader.fail(problem.message, problem.range);
  const sections = new Map<string, SectionSettings>();
  let ignore: readonly string[] = [];
  let suppress: readonly Suppression[] = [];
  for (const entry of reader.entries(root, "The configuration")) {
    const { key, value } = entry;
    if (key === "ignore") ignore = reader.texts(value, "`ignore`");
    else if (key === "suppress") suppress = reader.items(value, "`suppress`").map((item) => reader.suppression(item));
    else if (knownSections.includes(key))
      sections.set(key, reader.section(value.kind === "null" ? { kind: "map", range: entry.keyRange, entries: [] } : value));
    else if (key !== "$schema" && !key.startsWith("x-")) reader.unknown(entry, topKeys, "in the configuration");
  }
  return { source, path: source.path, ignore, suppress, sections };
}
