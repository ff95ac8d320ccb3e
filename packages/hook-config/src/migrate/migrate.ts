// migrateConfig and migrateManifest: the migrations as functions over a text.
import { withFingerprints, type Finding, type Severity } from "@caio/repo-model/check";
import { loadPyyaml, type PyyamlDocument } from "@caio/repo-model/data";
import { applyEdits, type SourceText, type TextEdit } from "@caio/repo-model/text";
import { configName, manifestName } from "../data/names.js";
import { namedText } from "../named-text.js";
import type { Change, Splice } from "./change.js";
import { changesOf, type FileForm, type MigrationOptions } from "./changes.js";

export interface Migration {
  /** The migrated text; the given one where there is nothing to do or it cannot be done. */
  readonly text: string;
  /** Edits of the given text that make the migrated one. */
  readonly edits: readonly TextEdit[];
  readonly findings: readonly Finding[];
}

/** Changes that the migration makes; others are told alone. */
const migrated = new Set(["list-form", "sha-key", "python-venv", "renamed-language", "legacy-stage"]);
const errors = new Set(["list-form", "sha-key", "python-venv", "pcre-language", "yaml-syntax", "schema-type"]);

/** The splices of all changes, each once, in the order of the text. */
export function splicesOf(changes: readonly Change[]): Splice[] {
  const all = new Map<string, Splice>();
  for (const { splices } of changes) for (const one of splices) all.set(`${one.range[0]} ${one.range[1]} ${one.text}`, one);
  return [...all.values()].toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

/**
 * The text with its changes made; undefined where the result would not be read again, or would change once more.
 * What the migration leaves alone (rules that tell only) does not count.
 */
export function attempt(text: string, form: FileForm, options: MigrationOptions, splices: readonly Splice[]): string | undefined {
  let result;
  try {
    result = applyEdits(text, splices);
  } catch {
    return undefined;
  }
  const again = loadPyyaml(result);
  if (again.problem !== undefined || (form === "config" && again.root?.kind === "list")) return undefined;
  return splicesOf(changesOf(result, again, form, options).filter(({ rule }) => migrated.has(rule))).length > 0 ? undefined : result;
}

/** All changes; without their splices where the text could not be read after them. */
export function soundChanges(text: string, document: PyyamlDocument, form: FileForm, options: MigrationOptions): readonly Change[] {
  const changes = changesOf(text, document, form, options);
  const splices = splicesOf(changes.filter(({ rule }) => migrated.has(rule)));
  if (splices.length === 0 || attempt(text, form, options, splices) !== undefined) return changes;
  return changes.map((change) => ({ ...change, splices: [] }));
}

function migrate(source: SourceText, form: FileForm, options: MigrationOptions): Migration {
  const { text } = source;
  const finding = (rule: string, message: string, range: Change["range"], rest: Partial<Finding> = {}): Finding & { ruleId: string } => {
    const severity: Severity = errors.has(rule) ? "error" : "warning";
    return { ...rest, rule: `hook-config/${rule}`, ruleId: rule, severity, message, at: source.at(range), fingerprint: "" };
  };
  const finish = (result: string, edits: readonly TextEdit[], findings: readonly (Finding & { ruleId: string })[]): Migration => ({
    text: result,
    edits,
    findings: withFingerprints(findings).map(({ ruleId: _id, ...one }) => one),
  });
  const document = loadPyyaml(text);
  if (document.problem !== undefined) return finish(text, [], [finding("yaml-syntax", document.problem.message, document.problem.range)]);
  const wanted = form === "config" ? ["map", "list"] : ["list"];
  if (document.root === undefined || !wanted.includes(document.root.kind)) {
    const what = form === "config" ? "The configuration must be a map." : "The manifest must be a list of hooks.";
    return finish(text, [], [finding("schema-type", what, [0, 0])]);
  }
  const changes = changesOf(text, document, form, options);
  const toEdit = (splice: Splice): TextEdit => ({ path: source.path, ...splice });
  const splices = splicesOf(changes.filter(({ rule }) => migrated.has(rule)));
  const result = splices.length === 0 ? text : attempt(text, form, options, splices);
  const findings = changes.map(({ rule, message, range, help, title, splices: own, data }) =>
    finding(rule, message, range, {
      data,
      ...(help === undefined ? {} : { help }),
      ...(own.length === 0 || result === undefined ? {} : { fix: { kind: migrated.has(rule) ? "safe" : "suggested", title, edits: own.map(toEdit) } }),
    }),
  );
  if (result === undefined)
    return finish(text, [], [...findings, finding("yaml-syntax", "The migration would not be read again, so that nothing is changed.", [0, 0])]);
  return finish(result, splices.map(toEdit), findings);
}

/** Migrates a `.pre-commit-config.yaml`. Never throws: a text that cannot be read, or whose migration could not be, comes back as it is with a finding. */
export function migrateConfig(text: string, options: MigrationOptions & { readonly path?: string } = {}): Migration {
  return migrate(namedText(text, configName, options.path), "config", options);
}

/** Migrates a `.pre-commit-hooks.yaml`. Never throws, as `migrateConfig`. */
export function migrateManifest(text: string, options: MigrationOptions & { readonly path?: string } = {}): Migration {
  return migrate(namedText(text, manifestName, options.path), "manifest", options);
}
