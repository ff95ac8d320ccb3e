// Python's string literals as their values.

const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", a: "\x07", b: "\b", f: "\f", v: "\v", "\\": "\\", "'": "'", '"': '"', "\n": "" };

/** The value of a literal's body; undefined where an escape is not valid or names a character (`\N{…}`). */
function unescape(body: string): string | undefined {
  let isValid = true;
  const value = body.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\r\n|[^]))/g, (all, x, u, long, octal, one: string) => {
    const hex: string | undefined = x ?? u ?? long;
    const code = hex === undefined ? (octal === undefined ? undefined : Number.parseInt(String(octal), 8)) : Number.parseInt(hex, 16);
    if (code !== undefined) {
      if (code > 0x10ffff) isValid = false;
      return isValid ? String.fromCodePoint(code) : "";
    }
    if (one === "\r\n" || one === "\r") return "";
    if (/[xuUN]/.test(one)) isValid = false;
    // Python keeps the backslash before a letter that it does not know.
    return simple[one] ?? String(all);
  });
  return isValid ? value : undefined;
}

/** The value of one literal, prefix and quotes included; undefined for f-strings, bytes, and what is no whole literal. */
export function pythonString(literal: string): string | undefined {
  const [, prefix = "", quotes = "", body = ""] = /^([a-zA-Z]{0,2})('''|"""|'|")([^]*)\2$/.exec(literal) ?? [];
  if (quotes === "" || !/^(?:[ur]?)$/i.test(prefix)) return undefined;
  if (quotes.length === 1 && (/[\r\n]/.test(body.replace(/\\(?:\r\n|[^])/g, "")) || body.replace(/\\[^]/g, "").includes(quotes))) return undefined;
  if (/(?<!\\)(?:\\\\)*\\$/.test(body)) return undefined;
  return prefix.toLowerCase() === "r" ? body : unescape(body);
}
