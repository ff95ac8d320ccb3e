// GitHub's expressions, as far as they can be told: `${{ matrix.python }}`, `${{ matrix.os || 'ubuntu-latest' }}`, `matrix.os == 'linux'`.
// Source: GitHub's "Evaluate expressions in workflows and actions".

/** Known values by their dotted names: `matrix.python-version`. A name that ends in a dot says that all below it is known: what is not there is empty. */
export type Known = ReadonlyMap<string, string>;

type Value = string | boolean | undefined;

/** What is longer, or has more brackets in each other, is not read. */
const longest = 2000;
const deepest = 40;
const token = /\s*(?:(\|\||&&|==|!=|[()!,])|'((?:[^']|'')*)'|([A-Za-z_][\w-]*(?:\s*\[\s*(?:'[^']*'|\d+)\s*\]|\.[\w-]+|\.\*)*)|(-?\d+(?:\.\d+)?))/y;

const isName = /^[ \t]*[A-Za-z_][\w.-]*[ \t]*$/;

interface Token {
  readonly kind: "sign" | "text" | "name" | "number";
  readonly text: string;
}

/** A name as it is looked up: `matrix['a'].b` is `matrix.a.b`. */
const nameOf = (text: string): string => text.trim().replace(/\s*\[\s*'?([^'\]]*?)'?\s*\]/g, ".$1");

/** The tokens of an expression; undefined where it is none that is read. */
function tokensOf(text: string): readonly Token[] | undefined {
  if (text.length > longest) return undefined;
  const found: Token[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const match = token.exec(text);
    if (match === null) return undefined;
    const [, sign, quoted, name, number] = match;
    if (sign !== undefined) found.push({ kind: "sign", text: sign });
    else if (quoted !== undefined) found.push({ kind: "text", text: quoted.replaceAll("''", "'") });
    else if (name !== undefined) found.push({ kind: "name", text: name });
    else found.push({ kind: "number", text: number ?? "" });
  }
  return found;
}

const isTruthy = (value: string | boolean): boolean => value !== "" && value !== false && value !== "false" && value !== "0";
const isSame = (a: string | boolean, b: string | boolean): boolean => String(a).toLowerCase() === String(b).toLowerCase();

/** What a function gives of known values. */
function called(name: string, values: readonly Value[]): Value {
  if (name === "always") return true;
  const [first, ...rest] = values.map((value) => (value === undefined ? undefined : String(value)));
  if (first === undefined || rest.includes(undefined)) return undefined;
  const [second = ""] = rest;
  if (name === "format") return first.replace(/\{(\d+)\}/g, (whole, at: string) => rest[Number(at)] ?? whole);
  if (name === "contains") return first.toLowerCase().includes(second.toLowerCase());
  if (name === "startswith") return first.toLowerCase().startsWith(second.toLowerCase());
  return name === "endswith" ? first.toLowerCase().endsWith(second.toLowerCase()) : undefined;
}

/** The value of an expression; undefined where it cannot be told. */
function evaluate(text: string, known: Known): Value {
  if (isName.test(text)) return valueOf(text.trim(), known);
  const tokens = tokensOf(text);
  let at = 0;
  let depth = 0;
  let isBroken = tokens === undefined;
  const sign = (wanted: string): boolean => {
    const is = tokens?.[at]?.kind === "sign" && tokens[at]?.text === wanted;
    if (is) at++;
    return is;
  };
  const either = (): Value => {
    let value = both();
    while (sign("||")) {
      const other = both();
      if (value !== undefined) value = isTruthy(value) ? value : other;
    }
    return value;
  };
  const both = (): Value => {
    let value = compared();
    while (sign("&&")) {
      const other = compared();
      // Whatever stands before it, with what does not hold the whole does not.
      if (value === undefined ? other !== undefined && !isTruthy(other) : isTruthy(value)) value = value === undefined ? false : other;
    }
    return value;
  };
  const compared = (): Value => {
    const value = single();
    const isEqual = sign("==");
    if (!isEqual && !sign("!=")) return value;
    const other = single();
    return value === undefined || other === undefined ? undefined : isSame(value, other) === isEqual;
  };
  const single = (): Value => {
    if (++depth > deepest) isBroken = true;
    const value = isBroken ? undefined : whole();
    depth--;
    return value;
  };
  const whole = (): Value => {
    if (sign("!")) {
      const value = single();
      return value === undefined ? undefined : !isTruthy(value);
    }
    if (sign("(")) {
      const value = either();
      if (!sign(")")) isBroken = true;
      return value;
    }
    const next = tokens?.[at++];
    if (next === undefined || next.kind === "sign") isBroken = true;
    else if (next.kind !== "name") return next.text;
    else if (sign("(")) {
      const values: Value[] = [];
      while (!isBroken && !sign(")")) {
        values.push(either());
        if (!sign(",") && !(tokens?.[at]?.text === ")")) isBroken = true;
      }
      return called(next.text.toLowerCase(), values);
    } else return valueOf(next.text, known);
    return undefined;
  };
  const value = either();
  return isBroken || at !== tokens?.length ? undefined : value;
}

function valueOf(text: string, known: Known): Value {
  if (/^(?:true|false)$/.test(text)) return text === "true";
  if (text === "null") return "";
  const name = nameOf(text);
  const value = known.get(name) ?? (known.has(`${name.split(".", 1)[0] ?? ""}.`) ? "" : undefined);
  // A value that is itself computed is not known.
  return value?.includes("${{") === true ? undefined : value;
}

/** The text with what is known put in; any other expression stays as it is. */
export function substitute(text: string, known: Known): string {
  // By search rather than by an expression: beginnings without an end would each be followed to the end of the text.
  let result = "";
  let done = 0;
  for (let start = text.indexOf("${{"); start !== -1; start = text.indexOf("${{", done)) {
    const end = text.indexOf("}}", start + 3);
    if (end === -1) break;
    const expression = text.slice(start + 3, end);
    result += text.slice(done, start) + String(known.get(nameOf(expression)) ?? evaluate(expression, known) ?? text.slice(start, end + 2));
    done = end + 2;
  }
  return result + text.slice(done);
}

/** Whether a condition holds; undefined where that cannot be told. */
export function holds(condition: string, known: Known): boolean | undefined {
  const value = evaluate(condition.replace(/^\s*\$\{\{|\}\}\s*$/g, ""), known);
  return value === undefined ? undefined : isTruthy(value);
}
