// The number that a YAML 1.1 scalar means.

const sexagesimal = (text: string): number => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** The value of an int or float as PyYAML constructs it; large ones lose digits. */
export function numberValue(raw: string): number {
  const sign = raw.startsWith("-") ? -1 : 1;
  const text = raw.replaceAll("_", "").replace(/^[-+]/, "").toLowerCase();
  if (text === ".inf") return sign * Infinity;
  if (text === ".nan") return Number.NaN;
  if (text.includes(":")) return sign * sexagesimal(text);
  if (text.startsWith("0b")) return sign * Number.parseInt(text.slice(2), 2);
  if (text.startsWith("0x")) return sign * Number.parseInt(text.slice(2), 16);
  return sign * (/^0o?[0-7]+$/.test(text) ? Number.parseInt(text.replace(/^0o?/, "0"), 8) : Number(text));
}
