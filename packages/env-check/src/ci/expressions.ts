// GitHub's expressions, as far as they can be told: `${{ matrix.python }}`, `${{ env.X }}`, `matrix.os == 'linux'`.

/** Known values by their dotted names: `matrix.python-version`. */
export type Known = ReadonlyMap<string, string>;

/** A name as it is looked up: `matrix['a'].b` is `matrix.a.b`. */
const nameOf = (text: string): string => text.trim().replace(/\[\s*'([^']*)'\s*\]/g, ".$1");

/** The text with what is known put in; any other expression stays as it is. */
export function substitute(text: string, known: Known): string {
  // By search rather than by an expression: beginnings without an end would each be followed to the end of the text.
  let result = "";
  let done = 0;
  for (let start = text.indexOf("${{"); start !== -1; start = text.indexOf("${{", done)) {
    const end = text.indexOf("}}", start + 3);
    if (end === -1) break;
    result += text.slice(done, start) + (known.get(nameOf(text.slice(start + 3, end))) ?? text.slice(start, end + 2));
    done = end + 2;
  }
  return result + text.slice(done);
}

/** Whether a condition holds; undefined where that cannot be told. Only comparisons of known values, `true` and `false` are read. */
export function holds(condition: string, known: Known): boolean | undefined {
  const text = condition.replace(/^\s*\$\{\{|\}\}\s*$/g, "").trim();
  if (/^(?:true|false)$/.test(text)) return text === "true";
  if (text.includes("||") || /[()]/.test(text)) return undefined;
  const parts = text.split("&&").map((part) => {
    const [, name, operator, single, bare] = /^\s*([\w.[\]'-]+)\s*(==|!=)\s*(?:'([^']*)'|([\w.]+))\s*$/.exec(part) ?? [];
    const value = name === undefined ? undefined : known.get(nameOf(name));
    if (value === undefined) return undefined;
    return (value.toLowerCase() === (single ?? bare ?? "").toLowerCase()) === (operator === "==");
  });
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}
