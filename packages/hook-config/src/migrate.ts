// migrateConfig: the migrations as a function over a text.
import type { Draft } from "@caio/repo-model/check";
import { applyEdits, type Edit, type TextEdit } from "@caio/repo-model/text";
import { configName, readConfig, type ConfigFacts } from "./facts.js";
import { legacyStage, listForm, pythonVenv, shaKey } from "./rules/index.js";

/** The rules whose fixes are the migration, in the order in which pre-commit migrates. */
export const migrationRules = [listForm, shaKey, pythonVenv, legacyStage] as const;

export interface Migration {
  readonly text: string;
  /** Edits of the given text; empty where there is nothing to do, or where it takes two passes (`text` has both). */
  readonly edits: readonly Edit[];
  readonly findings: readonly Draft[];
}

const fixesOf = (facts: ConfigFacts): { drafts: Draft[]; edits: TextEdit[] } => {
  const drafts = migrationRules.flatMap((rule) => [...rule.find(facts, undefined)]);
  // The list form moves lines, so it goes first and alone.
  const [first] = drafts;
  const taken = facts.isList ? [first] : drafts;
  return { drafts, edits: taken.flatMap((draft) => draft?.fix?.edits ?? []).flatMap((edit) => ("range" in edit ? [edit] : [])) };
};

/** Migrates a `.pre-commit-config.yaml`. Never throws: a text that cannot be read, or whose migration could not be read again, comes back as it is. */
export function migrateConfig(text: string, options: { readonly path?: string } = {}): Migration {
  const path = options.path ?? configName;
  const facts = readConfig(text, path);
  if (facts.problems.some(({ code }) => code !== "duplicate-key")) return { text, edits: [], findings: [] };
  const { drafts, edits } = fixesOf(facts);
  if (edits.length === 0) return { text, edits: [], findings: drafts };
  let result = applyEdits(text, edits);
  const again = readConfig(result, path);
  if (again.problems.length > facts.problems.length || again.isList) return { text, edits: [], findings: drafts };
  const rest = fixesOf(again).edits;
  if (rest.length > 0) result = applyEdits(result, rest);
  const final = readConfig(result, path);
  if (final.problems.length > facts.problems.length || fixesOf(final).edits.length > 0) return { text, edits: [], findings: drafts };
  return { text: result, edits, findings: drafts };
}
