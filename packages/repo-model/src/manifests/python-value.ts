// What can be done with Python values without running anything: joining, subscripts, f-strings.
import type { Range } from "../text/index.js";
import type { PythonLiteral, PythonToken } from "./python-literal.js";
import { pythonString } from "./python-string.js";

type Entry = Extract<PythonLiteral, { kind: "dict" }>["entries"][number];

/** What is larger is unknown: values that are joined again and again would fill the memory, and no project has so many requirements. */
const mostHeld = 5000;
const unitsOfItem = 16;
const sizes = new WeakMap<PythonLiteral, number>();

/** How much a value holds, in items; what it holds twice counts twice. */
function sizeOf(value: PythonLiteral): number {
  if (value.kind === "string") return 1 + value.value.length / unitsOfItem;
  if (value.kind !== "list" && value.kind !== "dict") return 1;
  let size = sizes.get(value);
  if (size === undefined) {
    size = 1;
    if (value.kind === "list") for (const item of value.items) size += sizeOf(item);
    else for (const one of value.entries) size += sizeOf(one.key) + sizeOf(one.value);
    sizes.set(value, size);
  }
  return size;
}

/** Whether values are together more than is held. */
export function areTooMuch(values: readonly PythonLiteral[]): boolean {
  let size = 0;
  return values.some((value) => (size += sizeOf(value)) > mostHeld);
}

/** A value, where it is not more than is held. */
export const bounded = (value: PythonLiteral): PythonLiteral => (areTooMuch([value]) ? { kind: "unknown", range: value.range } : value);

/** The items of several values, one after the other. */
export const joined = (values: readonly PythonLiteral[], range: Range): PythonLiteral =>
  areTooMuch(values) ? { kind: "unknown", range } : { kind: "list", items: values.flatMap(spread), range };

/** The items of a value as they stand in a list that takes it in by `*`. */
export const spread = (value: PythonLiteral): readonly PythonLiteral[] =>
  value.kind === "list" ? value.items : value.kind === "dict" ? value.entries.map(({ key }) => key) : [value];

/** `a + b`, `a | b`: strings, lists, dicts; what is no part of these stays in the list as what it is. */
export function concatenated(left: PythonLiteral, right: PythonLiteral, range: Range): PythonLiteral {
  if (areTooMuch([left, right])) return { kind: "unknown", range };
  if (left.kind === "string" && right.kind === "string") return { kind: "string", value: left.value + right.value, range };
  if (left.kind === "dict" || right.kind === "dict") return { kind: "dict", entries: [...entriesOf(left), ...entriesOf(right)], range };
  // A string with something unknown is unknown as a whole.
  if ((left.kind === "string" || right.kind === "string") && left.kind !== "list" && right.kind !== "list") return { kind: "unknown", range };
  return { kind: "list", items: [...spread(left), ...spread(right)], range };
}

/** The entries of a dict, one of them unknown where the value is none. */
const entriesOf = (value: PythonLiteral): readonly Entry[] =>
  value.kind === "dict" ? value.entries : [{ key: { kind: "unknown", range: value.range }, value: { kind: "unknown", range: value.range } }];

/** A dict with one more entry, which takes the place of an earlier one of that key. */
export function withEntry(value: PythonLiteral, key: PythonLiteral, held: PythonLiteral): PythonLiteral {
  const before = entriesOf(value).filter((one) => one.key.kind !== "string" || key.kind !== "string" || one.key.value !== key.value);
  return { kind: "dict", entries: [...before, { key, value: held }], range: value.range };
}

/** `value[key]`; undefined where it cannot be told. */
export function itemOf(value: PythonLiteral, key: PythonLiteral, token: PythonToken | undefined): PythonLiteral | undefined {
  if (value.kind === "dict" && key.kind === "string" && value.entries.every((one) => one.key.kind === "string"))
    return value.entries.findLast((one) => one.key.kind === "string" && one.key.value === key.value)?.value;
  if (value.kind === "list" && token?.kind === "number" && /^\d+$/.test(token.text) && value.items.every(({ kind }) => kind === "string" || kind === "list"))
    return value.items[Number(token.text)];
  return undefined;
}

/** The value of an f-string literal whose fields are known strings; undefined for any other. */
export function formatted(literal: string, read: (code: string) => PythonLiteral): string | undefined {
  const body = pythonString(literal.replace(/^(?:[fF]([rR]?)|([rR])[fF])/, "$1$2"));
  if (body === undefined) return undefined;
  let isKnown = true;
  let held = 0;
  const text = body.replace(/\{\{|\}\}|\{([^{}]*)\}|[{}]/g, (all, code: string | undefined) => {
    if (all === "{{" || all === "}}") return all.slice(1);
    const value = code === undefined ? undefined : read(code.trim());
    if (value?.kind !== "string" || (held += sizeOf(value)) > mostHeld) isKnown = false;
    return isKnown && value?.kind === "string" ? value.value : "";
  });
  return isKnown ? text : undefined;
}

/** The known strings of a value that holds only under a condition: their names alone, since another branch may want another version. */
export function loosened(value: PythonLiteral): PythonLiteral {
  if (value.kind === "string") return { ...value, value: /^\s*[\w.-]+(?:\s*\[[^\]]*\])?/.exec(value.value)?.[0] ?? value.value };
  if (value.kind === "list") return { ...value, items: value.items.map(loosened) };
  if (value.kind === "dict") return { ...value, entries: value.entries.map((one) => ({ key: one.key, value: loosened(one.value) })) };
  return value;
}
