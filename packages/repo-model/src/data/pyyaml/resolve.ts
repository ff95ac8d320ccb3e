// The tags that PyYAML gives to scalars without one, by its implicit resolvers (PyYAML 6, resolver.py).

const bool = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const nothing = /^(?:~|null|Null|NULL|)$/;
const integer = /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const float =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const timestamp = /^(?:\d{4}-\d\d-\d\d|\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;
const canResolve = /^(?:[-+0-9.~<=yYnNtTfFoO]|$)/;

/** The tag of a scalar without one, core tags as `!!name`. */
export function resolveTag(value: string, isPlain: boolean): string {
  if (!isPlain || !canResolve.test(value)) return "!!str";
  if (nothing.test(value)) return "!!null";
  if (bool.test(value)) return "!!bool";
  if (value === "<<") return "!!merge";
  if (value === "=") return "!!value";
  // In PyYAML's order: float before int.
  if (float.test(value)) return "!!float";
  if (integer.test(value)) return "!!int";
  return timestamp.test(value) ? "!!timestamp" : "!!str";
}
