// validateConfig and validateManifest: pre-commit's validation as functions over a text, with all faults and their places.
import { loadPyyaml } from "@caio/repo-model/data";
import type { Location, SourceText } from "@caio/repo-model/text";
import { configName, manifestName } from "../data/names.js";
import { namedText } from "../named-text.js";
import { configFaults, manifestFaults } from "./config.js";
import type { Fault, Faults } from "./fault.js";

/** An error: `keys` is the chain of key names from the root to it; empty for a fault of syntax. */
export interface ValidationError {
  readonly keys: readonly string[];
  readonly message: string;
  readonly at: Location;
}
/** A warning: `kind` is the id of the rule. */
export interface ValidationWarning extends ValidationError {
  readonly kind: string;
}
/** `errors[0]` is the fault that pre-commit 4.7.0 tells. What crashes pre-commit is an error. */
export interface Validation {
  readonly valid: boolean;
  readonly errors: readonly ValidationError[];
  readonly warnings: readonly ValidationWarning[];
}

function validation(source: SourceText, { errors, warnings }: Faults): Validation {
  const told = ({ keys, message, range, help }: Fault): ValidationError => ({
    keys,
    message: help === undefined ? message : `${message} ${help}`,
    at: source.at(range),
  });
  return { valid: errors.length === 0, errors: errors.map(told), warnings: warnings.map((fault) => ({ kind: fault.rule, ...told(fault) })) };
}

/** Validates a `.pre-commit-config.yaml`. Never throws. */
export function validateConfig(text: string, options: { readonly path?: string } = {}): Validation {
  return validation(namedText(text, configName, options.path), configFaults(loadPyyaml(text)));
}

/** Validates a `.pre-commit-hooks.yaml`. Never throws. */
export function validateManifest(text: string, options: { readonly path?: string } = {}): Validation {
  return validation(namedText(text, manifestName, options.path), manifestFaults(loadPyyaml(text)));
}
