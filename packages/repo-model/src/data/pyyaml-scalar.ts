// What PyYAML makes of a plain scalar: its implicit resolvers (PyYAML 6, resolver.py), which are not YAML 1.2's.
import type { Range } from "../text/index.js";
import type { DataNode } from "./node.js";

const yes = /^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const no = /^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const nothing = /^(?:~|null|Null|NULL|)$/;
const integer = /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const timestamp = /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;

function sexagesimal(text: string): number {
  return text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

function integerValue(raw: string): number {
  const sign = raw.startsWith("-") ? -1 : 1;
  const digits = raw.replace(/^[-+]/, "").replaceAll("_", "");
  if (digits.includes(":")) return sign * sexagesimal(digits);
  if (digits.startsWith("0b")) return sign * Number.parseInt(digits.slice(2), 2);
  if (digits.startsWith("0x")) return sign * Number.parseInt(digits.slice(2), 16);
  return sign * (digits.length > 1 && digits.startsWith("0") ? Number.parseInt(digits, 8) : Number(digits));
}

function floatValue(raw: string): number {
  const text = raw.replaceAll("_", "").toLowerCase();
  if (text.endsWith(".inf")) return text.startsWith("-") ? -Infinity : Infinity;
  if (text === ".nan") return Number.NaN;
  const sign = text.startsWith("-") ? -1 : 1;
  return text.includes(":") ? sign * sexagesimal(text.replace(/^[-+]/, "")) : Number(text);
}

/** The value of a plain scalar as PyYAML's safe_load gives it. */
export function resolvePyyaml(raw: string, range: Range): DataNode {
  if (nothing.test(raw)) return { kind: "null", range };
  if (yes.test(raw) || no.test(raw)) return { kind: "boolean", range, value: yes.test(raw) };
  if (integer.test(raw)) return { kind: "number", range, value: integerValue(raw), raw };
  if (float.test(raw)) return { kind: "number", range, value: floatValue(raw), raw };
  if (timestamp.test(raw)) return { kind: "other", range, raw };
  return { kind: "string", range, value: raw, style: "plain" };
}
