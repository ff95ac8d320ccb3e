// Reads values of a configuration file: each fault is CONFIG_INVALID with its place and what was expected.
import type { Severity } from "../check/finding.js";
import { child, toValue, type DataNode } from "../data/index.js";
import { pathMatcher } from "../patterns/index.js";
import { RepoError, type Location, type Range, type SourceText } from "../text/index.js";
import { nearest } from "./nearest.js";

/** A key with its value. */
export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: DataNode;
}

/** Severities by rule. Without a prototype, so that `__proto__` is a key like any other. */
export type Severities = Readonly<Record<string, Severity | "off">>;

/** The words of a severity. */
export const severities = ["off", "note", "warning", "error"] as const;

/** A date of the calendar, `YYYY-MM-DD`. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Reads nodes of one file. Every method throws CONFIG_INVALID where the value is of another form. */
export class Reader {
  constructor(readonly source: SourceText) {}

  fail(message: string, range: Range, hint?: string): never {
    throw new RepoError("CONFIG_INVALID", message, { at: this.source.at(range), hint });
  }

  at(range: Range): Location {
    return this.source.at(range);
  }

  entries(node: DataNode | undefined, what: string): readonly Entry[] {
    if (node === undefined || node.kind === "null") return [];
    return node.kind === "map" ? node.entries : this.fail(`${what} must be a map of keys and values.`, node.range);
  }

  items(node: DataNode | undefined, what: string): readonly DataNode[] {
    if (node === undefined || node.kind === "null") return [];
    return node.kind === "list" ? node.items : this.fail(`${what} must be a list.`, node.range);
  }

  /** A text that is not blank. */
  text(node: DataNode, what: string): string {
    const text = node.kind === "string" ? node.value : node.kind === "other" ? node.raw : this.fail(`${what} must be a text.`, node.range);
    return text.trim() === "" ? this.fail(`${what} is empty.`, node.range) : text;
  }

  date(node: DataNode, what: string): string {
    const text = this.text(node, what);
    return isDate(text) ? text : this.fail(`${what} must be a date, \`YYYY-MM-DD\`.`, node.range);
  }

  pattern(node: DataNode, what: string): string {
    const pattern = this.text(node, what);
    if (pattern.startsWith("!"))
      this.fail("Patterns have no `!`: none takes back what another names.", node.range, "For a name that begins with `!` write `\\!`.");
    try {
      pathMatcher([pattern]);
    } catch {
      this.fail(`\`${pattern}\` is no valid pattern.`, node.range, "Patterns are those of .gitignore without `!`: `docs/**`, `*.lock`, `build/`.");
    }
    return pattern;
  }

  patterns(node: DataNode | undefined, what: string): string[] {
    return this.items(node, what).map((item) => this.pattern(item, `Each entry of ${what}`));
  }

  severities(node: DataNode | undefined): Severities {
    const rules: Record<string, Severity | "off"> = Object.create(null);
    for (const { key, value } of this.entries(node, "`rules`")) {
      // YAML 1.1 reads a bare `off` as false.
      const word = value.kind === "boolean" && !value.value ? "off" : value.kind === "string" ? value.value : "";
      const severity = severities.find((one) => one === word);
      const near = nearest(word, severities);
      rules[key] =
        severity ??
        this.fail(`The severity of \`${key}\` must be off, note, warning or error.`, value.range, near === undefined ? undefined : `Did you mean \`${near}\`?`);
    }
    return rules;
  }

  /** A map as a plain value. */
  values(node: DataNode, what: string): Readonly<Record<string, unknown>> {
    const values: Record<string, unknown> = Object.create(null);
    for (const { key, value } of this.entries(node, what)) values[key] = toValue(value);
    return values;
  }

  /** Refuses keys that are not known, with the nearest one. */
  onlyKeys(entries: readonly Entry[], known: readonly string[], where: string): void {
    for (const { key, keyRange } of entries) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      this.fail(`There is no key \`${key}\` ${where}.`, keyRange, near === undefined ? `Known keys: ${known.join(", ")}.` : `Did you mean \`${near}\`?`);
    }
  }

  /** The place of the value at a key path, or of its last key: of the deepest part that is there. */
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
}
