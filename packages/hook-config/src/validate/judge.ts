// Checks of single values, each as pre-commit makes it; faults are gathered rather than thrown.
import { nearest } from "@caio/repo-model/config";
import type { PyyamlDocument, YamlEdge } from "@caio/repo-model/data";
import { pythonFault } from "@caio/repo-model/patterns";
import { languageNames, removedLanguages, renamedLanguages } from "../data/languages.js";
import { hookTypes, legacyStages, stages } from "../data/stages.js";
import { isKnownTag, nearestTag } from "../files/tags.js";
import type { Fault } from "./fault.js";
import { boolValue, kindName, listItems, rangeOf, shown, textValue, type MapView } from "./map-view.js";
import { compareVersions, preCommitVersion, versionNumbers } from "./version.js";

export type Keys = readonly string[];
/** Checks one value under its chain of keys. */
export type ValueCheck = (edge: YamlEdge, keys: Keys) => void;

const didYouMean = (value: string, known: readonly string[]): string => {
  const near = nearest(value, known);
  return near === undefined ? `There are: ${known.join(", ")}.` : `Did you mean \`${near}\`?`;
};

/** Gathers faults. */
export class Judge {
  readonly errors: Fault[] = [];
  readonly warnings: Fault[] = [];
  private readonly told = new Set<string>();

  constructor(readonly document: PyyamlDocument) {}

  error(fault: Fault): void {
    const identity = [fault.rule, String(fault.range[0]), fault.message, ...fault.keys].join("\0");
    if (this.told.has(identity)) return;
    this.told.add(identity);
    this.errors.push(fault);
  }
  warn(fault: Fault): void {
    this.warnings.push(fault);
  }

  private type(edge: YamlEdge, keys: Keys, expected: string, rule = "schema-type"): false {
    const key = keys.at(-1) ?? "";
    const isNumber =
      expected === "a text" && kindName(edge.node) !== "a list" && kindName(edge.node) !== "a map" && edge.node.kind === "scalar" && edge.node.value !== "";
    this.error({
      rule,
      keys,
      message: `\`${key}\` must be ${expected}, and is ${kindName(edge.node)}.`,
      range: rangeOf(edge),
      ...(isNumber ? { help: `Put it in quotes: \`"${edge.node.kind === "scalar" ? edge.node.value.slice(0, 40) : ""}"\`.` } : {}),
      data: { key, expected, found: kindName(edge.node) },
    });
    return false;
  }

  readonly text: ValueCheck = (edge, keys) => void (textValue(edge) === undefined && this.type(edge, keys, "a text"));
  readonly revision: ValueCheck = (edge, keys) => void (textValue(edge) === undefined && this.type(edge, keys, "a text", "rev-not-string"));
  readonly bool: ValueCheck = (edge, keys) => void (boolValue(edge) === undefined && this.type(edge, keys, "true or false"));
  readonly any: ValueCheck = () => undefined;
  readonly map: ValueCheck = (edge, keys) => void (kindName(edge.node) !== "a map" && this.type(edge, keys, "a map"));

  /** A list whose items are each checked. */
  list(item: ValueCheck): ValueCheck {
    return (edge, keys) => {
      const items = listItems(edge);
      if (items === undefined) this.type(edge, keys, "a list");
      else for (const one of items) item(one, keys);
    };
  }
  readonly texts: ValueCheck = this.list(this.text);

  readonly version: ValueCheck = (edge, keys) => {
    const text = textValue(edge);
    if (text === undefined) return this.text(edge, keys);
    const numbers = versionNumbers(text);
    if (numbers === undefined)
      this.error({
        rule: "schema-type",
        keys,
        message: `\`${text.slice(0, 80)}\` is no version.`,
        range: rangeOf(edge),
        data: { key: keys.at(-1) ?? "", expected: "a version" },
      });
    else if (compareVersions(numbers, versionNumbers(preCommitVersion) ?? []) > 0)
      this.error({
        rule: "schema-type",
        keys,
        message: `pre-commit ${text} is asked for; what is known here is ${preCommitVersion}.`,
        range: rangeOf(edge),
        severity: "warning",
        data: { key: keys.at(-1) ?? "", expected: preCommitVersion },
      });
    return undefined;
  };

  readonly regex: ValueCheck = (edge, keys) => {
    const text = textValue(edge);
    if (text === undefined) return this.text(edge, keys);
    const fault = pythonFault(text);
    if (fault === undefined) return;
    const { node } = edge;
    const [start, end] = rangeOf(edge);
    const isLiteral = edge.alias === undefined && node.kind === "scalar" && node.style === "plain" && end - start === text.length;
    this.error({
      rule: "invalid-regex",
      keys,
      message: `\`${keys.at(-1) ?? ""}\` is no regular expression of Python: ${fault.message}.`,
      range: isLiteral ? [start + fault.at, end] : [start, end],
      data: { pattern: text, at: fault.at },
    });
    return undefined;
  };

  private oneOf(edge: YamlEdge, keys: Keys, known: readonly string[], rule: string, what: string): void {
    const { node } = edge;
    const value = textValue(edge);
    if (value !== undefined && known.includes(value)) return;
    this.error({
      rule,
      keys,
      message: value === undefined ? `A ${what} must be a text, and is ${kindName(node)}.` : `There is no ${what} \`${shown(node)}\`.`,
      range: rangeOf(edge),
      ...(value === undefined ? {} : { help: didYouMean(value, known) }),
      data: { value: value ?? null },
    });
  }

  readonly stage: ValueCheck = (edge, keys) => {
    if (!Object.hasOwn(legacyStages, textValue(edge) ?? "")) this.oneOf(edge, keys, stages, "unknown-stage", "stage");
  };
  readonly hookType: ValueCheck = (edge, keys) => this.oneOf(edge, keys, hookTypes, "unknown-stage", "hook type");

  /** `translates` where `system` and `script` still hold. */
  language(translates: boolean): ValueCheck {
    return (edge, keys) => {
      const value = textValue(edge);
      if (translates && Object.hasOwn(renamedLanguages, value ?? "")) return;
      if (value !== undefined && Object.hasOwn(removedLanguages, value))
        this.error({
          rule: "python-venv",
          keys,
          message: `The language \`${value}\` is called \`${removedLanguages[value] ?? ""}\` today.`,
          range: rangeOf(edge),
          help: "`caio hook-config migrate` writes the new name.",
          data: {},
        });
      else if (value === "pcre")
        this.error({
          rule: "pcre-language",
          keys,
          message: "The language `pcre` is gone since pre-commit 2.0.",
          range: rangeOf(edge),
          help: "Use `pygrep`, and read the pattern again: it is one of Python's `re`.",
          data: {},
        });
      else this.oneOf(edge, keys, languageNames, "unknown-language", "language");
    };
  }

  readonly tag: ValueCheck = (edge, keys) => {
    const value = textValue(edge);
    if (value !== undefined && isKnownTag(value)) return;
    const near = value === undefined ? undefined : nearestTag(value);
    this.error({
      rule: "unknown-tag",
      keys,
      message:
        value === undefined ? `A tag of a file's type must be a text, and is ${kindName(edge.node)}.` : `There is no type of files \`${value.slice(0, 80)}\`.`,
      range: rangeOf(edge),
      ...(near === undefined ? {} : { help: `Did you mean \`${near}\`?` }),
      data: { tag: value ?? null, ...(near === undefined ? {} : { nearest: near }) },
    });
  };

  /** What is missing is told at the map concerned. */
  missing(view: MapView, key: string, keys: Keys, where: string, more: Fault["data"] = {}): void {
    const [start] = rangeOf(view.edge);
    this.error({ rule: "schema-required", keys, message: `${where} needs the key \`${key}\`.`, range: [start, start], data: { key, ...more } });
  }

  optional(view: MapView, key: string, keys: Keys, check: ValueCheck): void {
    const pair = view.pairs.get(key);
    if (pair !== undefined) check(pair.value, [...keys, key]);
  }
  required(view: MapView, key: string, keys: Keys, where: string, check: ValueCheck): void {
    if (view.pairs.has(key)) this.optional(view, key, keys, check);
    else this.missing(view, key, keys, where);
  }

  /** Keys that pre-commit does not read. `crashes` where one that is no text stops it. */
  unknownKeys(view: MapView, known: readonly string[], keys: Keys, where: string, crashes: boolean): void {
    for (const { key } of view.others)
      if (crashes)
        this.error({
          rule: "schema-type",
          keys,
          message: `A key ${where} must be a text, and is ${kindName(key.node)}.`,
          range: rangeOf(key),
          data: { key: shown(key.node), expected: "a text" },
        });
    for (const [name, { key, isMerged }] of view.pairs) {
      if (known.includes(name)) continue;
      const near = nearest(name, known);
      this.warn({
        rule: "unknown-key",
        keys,
        message: `pre-commit does not read the key \`${name.slice(0, 80)}\` ${where}.`,
        range: rangeOf(key),
        ...(near === undefined ? {} : { help: `Did you mean \`${near}\`?` }),
        data: { key: name, ...(near === undefined ? {} : { nearest: near }), merged: isMerged },
      });
    }
  }
}
