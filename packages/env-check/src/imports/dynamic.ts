// Imports by a call with a literal name: `importlib.import_module("x")`, `__import__("x")`, `pytest.importorskip("x")`, `pytest_plugins`.
import { pythonString } from "@caio/repo-model/manifests";
import { isWordUnit, skipString } from "./skip.js";

/** A dynamic import without its context. */
export interface DynamicImport {
  readonly offset: number;
  readonly level: number;
  readonly module: string;
  readonly via: string;
}

/** Each function with the module that it stands in; a bare call counts too. */
const functions: Readonly<Record<string, string | undefined>> = { import_module: "importlib", importorskip: "pytest", __import__: undefined };

/** Where the last word stands that can import, in a comment maybe; -1 where none does. `isDynamic`: whether any of a call can. */
export function importWords(text: string): { readonly last: number; readonly isDynamic: boolean } {
  const plugins = text.lastIndexOf("pytest_plugins");
  let last = plugins;
  let isDynamic = plugins !== -1;
  for (let at = text.indexOf("import"); at !== -1; at = text.indexOf("import", at + 6)) {
    if (!isWordUnit(text.charCodeAt(at + 6))) last = Math.max(last, at);
    else if (text.startsWith("_module", at + 6) || text.startsWith("orskip", at + 6) || text.startsWith("__", at + 6)) {
      last = Math.max(last, at);
      isDynamic = true;
    }
  }
  return { last, isDynamic };
}

const gap = /(?:[ \t\f\r\n]|\\\r?\n|#[^\r\n]*)*/y;

function skipGap(text: string, at: number): number {
  gap.lastIndex = at;
  return at + (gap.exec(text)?.[0].length ?? 0);
}

/** The literal that begins at `at`, adjacent ones joined, and the offset behind it. */
function literalAt(text: string, at: number): { value: string; end: number } | undefined {
  let value = "";
  let here = at;
  for (let count = 0; ; count++) {
    const prefix = /[rRuU]?(?=["'])/y;
    prefix.lastIndex = here;
    const found = prefix.exec(text);
    if (found === null) return count === 0 ? undefined : { value, end: here };
    const end = skipString(text, here + found[0].length, false);
    const part = pythonString(text.slice(here, end));
    if (part === undefined) return undefined;
    value += part;
    here = skipGap(text, end);
  }
}

function made(module: string, offset: number, via: string): DynamicImport | undefined {
  const level = /^\.*/.exec(module)?.[0].length ?? 0;
  const name = module.slice(level);
  return /^(?:[^\W\d]\w*(?:\.[^\W\d]\w*)*)?$/u.test(name) && (name !== "" || level > 0) ? { offset, level, module: name, via } : undefined;
}

/** The dynamic imports that the word at `start` makes; undefined for other words. */
export function dynamicImport(text: string, start: number, end: number): readonly DynamicImport[] | undefined {
  const length = end - start;
  if (length !== 10 && length !== 12 && length !== 13 && length !== 14) return undefined;
  const word = text.slice(start, end);
  if (word === "pytest_plugins") return plugins(text, start, end);
  if (!Object.hasOwn(functions, word)) return undefined;
  const home = functions[word];
  const before = /(?:(?<!\w|\.[ \t]*)(\w+)[ \t]*)?(\.)[ \t]*$/.exec(text.slice(Math.max(0, start - 60), start));
  if (before !== null && (home === undefined || before[1] !== home)) return undefined;
  const open = skipGap(text, end);
  if (text.charAt(open) !== "(") return undefined;
  const literal = literalAt(text, skipGap(text, open + 1));
  if (literal === undefined || !/[,)]/.test(text.charAt(literal.end))) return undefined;
  const one = made(literal.value, before === null ? start : start - before[0].length, home === undefined ? word : `${home}.${word}`);
  return one === undefined ? undefined : [one];
}

/** The names in `pytest_plugins = "a"` or a list of them. */
function plugins(text: string, start: number, end: number): readonly DynamicImport[] | undefined {
  const assigned = /[ \t]*(?::[^=\r\n]*)?\+?=(?!=)[ \t]*/y;
  assigned.lastIndex = end;
  const match = assigned.exec(text);
  if (match === null || /[.\w]/.test(text.charAt(start - 1))) return undefined;
  let at = end + match[0].length;
  if (/[[(]/.test(text.charAt(at))) at = skipGap(text, at + 1);
  const found: DynamicImport[] = [];
  for (let literal = literalAt(text, at); literal !== undefined; literal = literalAt(text, at)) {
    const one = made(literal.value, start, "pytest_plugins");
    if (one !== undefined) found.push(one);
    if (text.charAt(literal.end) !== ",") break;
    at = skipGap(text, literal.end + 1);
  }
  return found;
}
