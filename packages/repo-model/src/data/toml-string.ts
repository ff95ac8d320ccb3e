// The four kinds of TOML strings.

type Read =
  | { readonly value: string; readonly end: number; readonly style: "single" | "double" | "literal" }
  | { readonly message: string; readonly at: number };

const escapes: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", '"': '"', "\\": "\\" };

function unescape(raw: string, isMultiline: boolean): string | undefined {
  let isValid = true;
  const value = raw.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([ \t]*\r?\n[ \t\r\n]*)|([^]))/g,
    (_all, short?: string, long?: string, gap?: string, one?: string) => {
      if (gap !== undefined && isMultiline) return "";
      const code = short ?? long;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) isValid = false;
        return isValid ? String.fromCodePoint(point) : "";
      }
      const known = one === undefined ? undefined : escapes[one];
      if (known === undefined) isValid = false;
      return known ?? "";
    },
  );
  return isValid ? value : undefined;
}

/** Reads the string that begins at `start`; gives its value and end, or a fault. */
export function readTomlString(text: string, start: number, allowMultiline: boolean): Read {
  const quote = text[start] ?? '"';
  const style = quote === '"' ? "double" : "single";
  const triple = quote.repeat(3);
  if (allowMultiline && text.startsWith(triple, start)) {
    let from = start + 3;
    if (text.startsWith("\r\n", from)) from += 2;
    else if (text[from] === "\n") from++;
    let end = from;
    while (end < text.length && !text.startsWith(triple, end)) end += quote === '"' && text[end] === "\\" ? 2 : 1;
    if (end >= text.length) return { message: "A string is not closed.", at: start };
    // Up to two quotes may stand before the closing three.
    while (text[end + 3] === quote && end + 3 < text.length && text.slice(end, end + 4) === quote.repeat(4)) end++;
    const raw = text.slice(from, end).replaceAll("\r\n", "\n");
    const value = quote === '"' ? unescape(raw, true) : raw;
    return value === undefined ? { message: "A string has an escape that TOML does not know.", at: start } : { value, end: end + 3, style: "literal" };
  }
  let end = start + 1;
  while (end < text.length && text[end] !== quote && text[end] !== "\n") end += quote === '"' && text[end] === "\\" ? 2 : 1;
  if (text[end] !== quote) return { message: "A string is not closed.", at: start };
  const raw = text.slice(start + 1, end);
  const value = quote === '"' ? unescape(raw, false) : raw;
  return value === undefined ? { message: "A string has an escape that TOML does not know.", at: start } : { value, end: end + 1, style };
}
