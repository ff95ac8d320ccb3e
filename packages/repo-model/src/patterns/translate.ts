// Reads a pattern of Python's `re` or Go's RE2 and writes the same pattern in JavaScript's `u` mode.
import { RepoError } from "../text/index.js";
import { classInside, classLiteral, controls, literal, noFlags, posixClasses, type Dialect, type Flags } from "./dialect.js";

/** A pattern in JavaScript's words. */
export interface Translated {
  /** For `new RegExp(source, "u")`. */
  readonly source: string;
  /** Whether a quantifier holds what has a quantifier or a choice, or a back-reference stands: it could run for long. */
  readonly canBacktrack: boolean;
}

const limit = 1000;

class Reader {
  at = 0;
  flags: Flags;
  canBacktrack = false;
  private groups = 0;
  private readonly open: number[] = [];
  private readonly names = new Map<string, number>();
  /** Groups that may have matched nothing: JavaScript's reference to one matches, Python's does not. */
  private readonly unsure = new Set<number>();

  private doubt(from: number): void {
    for (let group = from + 1; group <= this.groups; group++) this.unsure.add(group);
  }

  private checkReference(group: number): void {
    if (group > this.groups || group === 0 || this.open.includes(group)) throw this.fail(`refers to the group ${group}, which is not closed there`);
    if (this.unsure.has(group)) throw this.fail(`refers to the group ${group}, which may not have matched: that is not read here`);
    this.canBacktrack = true;
  }
  private readonly characters: readonly string[];

  constructor(
    readonly pattern: string,
    readonly dialect: Dialect,
    flags: Flags,
  ) {
    this.characters = [...pattern];
    this.flags = flags;
  }

  fail(what: string): RepoError {
    return new RepoError("PATTERN_INVALID", `The pattern \`${this.pattern.slice(0, 200)}\` ${what}.`);
  }
  peek(ahead = 0): string {
    return this.characters[this.at + ahead] ?? "";
  }
  next(): string {
    return this.characters[this.at++] ?? "";
  }
  get isEnd(): boolean {
    return this.at >= this.characters.length;
  }
  takes(text: string): boolean {
    if (this.characters.slice(this.at, this.at + text.length).join("") !== text) return false;
    this.at += text.length;
    return true;
  }

  /** Alternatives up to the end or a closing parenthesis. */
  choice(): { source: string; isComplex: boolean } {
    const parts: string[] = [];
    const before = this.groups;
    let isComplex = false;
    let source = "";
    while (!this.isEnd && this.peek() !== ")") {
      if (this.peek() === "|") {
        this.next();
        parts.push(source);
        source = "";
        isComplex = true;
        continue;
      }
      const piece = this.piece();
      source += piece.source;
      isComplex ||= piece.isComplex;
    }
    if (parts.length > 0) this.doubt(before);
    return { source: [...parts, source].join("|"), isComplex };
  }

  private piece(): { source: string; isComplex: boolean } {
    if (this.flags.x && this.skipsComment()) return { source: "", isComplex: false };
    const isPlace = /^(?:[$^]|\\[AbBZ])/.test(this.peek() + this.peek(1));
    if (this.peek() === "{" && this.quantifierAhead() !== null) throw this.fail("repeats nothing");
    const before = this.groups;
    const atom = this.atom();
    const quantifier = this.quantifier();
    if (quantifier === undefined) return atom;
    if (atom.source === "" || (isPlace && this.dialect === "python")) throw this.fail("repeats nothing");
    if (/^(?:[*?]|\{0)/.test(quantifier.source)) this.doubt(before);
    if (atom.isComplex && quantifier.isOpen) this.canBacktrack = true;
    // A second quantifier, as in `a**`, is refused by both dialects; RE2 and JavaScript agree on `{2}{3}` being none.
    if (/^[*+?]$/.test(this.peek()) || (this.peek() === "{" && this.quantifierAhead())) throw this.fail("repeats a repetition");
    const isAssertion = /^\(\?(?:[=!]|<[=!])/.test(atom.source) || atom.source === "\\b" || atom.source === "\\B";
    return { source: (isAssertion ? `(?:${atom.source})` : atom.source) + quantifier.source, isComplex: atom.isComplex || quantifier.isOpen };
  }

  private skipsComment(): boolean {
    if (/^\s$/.test(this.peek())) {
      this.next();
      return true;
    }
    if (this.peek() !== "#") return false;
    while (!this.isEnd && this.next() !== "\n");
    return true;
  }

  private quantifierAhead(): RegExpExecArray | null {
    const form = this.dialect === "python" ? /^\{(\d*)(,?)(\d*)\}/ : /^\{(\d+)(,?)(\d*)\}/;
    const match = form.exec(this.characters.slice(this.at, this.at + 24).join(""));
    return match === null || match[0] === "{}" || (match[0] === "{,}" && this.dialect === "re2") ? null : match;
  }

  private quantifier(): { source: string; isOpen: boolean } | undefined {
    if (this.flags.x) while (!this.isEnd && this.skipsComment());
    let source = "";
    let isOpen = true;
    const one = this.peek();
    if (one === "*" || one === "+" || one === "?") {
      source = this.next();
      isOpen = one !== "?";
    } else if (one === "{") {
      const match = this.quantifierAhead();
      if (match === null) return undefined;
      const [all, from = "", comma = "", to = ""] = match;
      const least = from === "" ? 0 : Number(from);
      if (this.dialect === "re2" && Math.max(least, Number(to)) > limit) throw this.fail(`repeats more than ${limit} times`);
      if (to !== "" && Number(to) < least) throw this.fail(`has the range \`${all}\` the wrong way round`);
      this.at += all.length;
      source = comma === "" ? `{${least}}` : `{${least},${to}}`;
      isOpen = comma !== "" && (to === "" || Number(to) > 8);
    } else return undefined;
    const isLazy = this.takes("?");
    if (!isLazy && this.dialect === "python" && this.peek() === "+") throw this.fail("has a possessive quantifier, which is not read here");
    return { source: source + (isLazy !== this.flags.U ? "?" : ""), isOpen };
  }

  private atom(): { source: string; isComplex: boolean } {
    const simple = (source: string): { source: string; isComplex: boolean } => ({ source, isComplex: false });
    const one = this.next();
    switch (one) {
      case "(":
        return this.group();
      case "[":
        return simple(this.bracket());
      case ".":
        return simple(this.flags.s ? "[^]" : "[^\\n]");
      case "^":
        return simple(this.flags.m ? "(?<![^\\n])" : "(?<![^])");
      case "$":
        if (this.flags.m) return simple("(?![^\\n])");
        return simple(this.dialect === "python" ? "(?=\\n?(?![^]))" : "(?![^])");
      case "\\":
        return simple(this.escape());
      case "*":
      case "+":
      case "?":
        throw this.fail(`has \`${one}\` where nothing can be repeated`);
      default:
        return simple(literal(one, this.flags.i));
    }
  }

  private group(): { source: string; isComplex: boolean } {
    const outer = this.flags;
    let open = "(";
    if (this.takes("?")) {
      const name = /^(?:P?<)([A-Za-z_]\w*)>/.exec(this.characters.slice(this.at, this.at + 80).join(""));
      if (name !== null && (name[0].startsWith("P") || this.dialect === "re2")) {
        this.at += name[0].length;
        open = `(?<${name[1] ?? ""}>`;
      } else if (this.dialect === "python" && this.takes("P=")) {
        const reference = /^([A-Za-z_]\w*)\)/.exec(this.characters.slice(this.at, this.at + 80).join(""));
        if (reference === null) throw this.fail("has a reference without a name");
        this.at += reference[0].length;
        this.checkReference(this.names.get(reference[1] ?? "") ?? 0);
        return { source: `\\k<${reference[1] ?? ""}>`, isComplex: true };
      } else if (this.dialect === "python" && this.takes("#")) {
        while (!this.isEnd && this.next() !== ")");
        return { source: "", isComplex: false };
      } else if (this.dialect === "python" && (this.takes("=") || this.takes("!"))) open = `(?${this.characters[this.at - 1] ?? ""}`;
      else if (this.dialect === "python" && (this.takes("<=") || this.takes("<!"))) open = `(?<${this.characters[this.at - 1] ?? ""}`;
      else {
        const closes = this.readFlags();
        if (closes) return { source: "", isComplex: false };
        open = "(?:";
      }
    }
    const isNumbered = open === "(" || /^\(\?<[A-Za-z_]/.test(open);
    if (isNumbered) this.open.push(++this.groups);
    if (isNumbered && open !== "(") this.names.set(open.slice(3, -1), this.groups);
    const inner = this.choice();
    if (isNumbered) this.open.pop();
    if (this.next() !== ")") throw this.fail("has a `(` without `)`");
    this.flags = outer;
    return { source: `${open}${inner.source})`, isComplex: inner.isComplex };
  }

  /** `i`, `m-s:` or `i)`. Returns whether the group closed: then the flags hold on. */
  private readFlags(): boolean {
    const known = this.dialect === "python" ? "aiLmsux" : "imsU";
    let isOn = true;
    const flags: { -readonly [K in keyof Flags]: boolean } = { ...this.flags };
    for (;;) {
      const one = this.next();
      if (one === ":" || one === ")") {
        this.flags = flags;
        return one === ")";
      }
      if (one === "-" && isOn) isOn = false;
      else if (known.includes(one) && one !== "") {
        if (one in flags) flags[one as keyof Flags] = isOn;
      } else throw this.fail(`has the group \`(?${one}\`, which is not read here`);
    }
  }

  /** An escape outside of brackets. */
  private escape(): string {
    const one = this.next();
    const inside = classInside(this.dialect, one.toLowerCase(), this.flags);
    if (inside !== undefined) return one === one.toLowerCase() ? `[${inside}]` : `[^${inside}]`;
    if (one === "A") return "(?<![^])";
    if ((one === "z" && this.dialect === "re2") || (one === "Z" && this.dialect === "python")) return "(?![^])";
    if (one === "b" || one === "B") return this.boundary(one === "B");
    if (this.dialect === "re2" && one === "Q") {
      let text = "";
      while (!this.isEnd && !this.takes("\\E")) text += literal(this.next(), this.flags.i);
      // What follows repeats its last character alone.
      return text;
    }
    if (this.dialect === "python" && /^[1-9]$/.test(one)) {
      const number = one + (/^\d$/.test(this.peek()) ? this.next() : "");
      this.checkReference(Number(number));
      return `(?:\\${number})`;
    }
    const property = this.property(one);
    return property === undefined ? literal(this.character(one), this.flags.i) : `[${property}]`;
  }

  private boundary(isNot: boolean): string {
    // Without the flag `i`, JavaScript's boundary is that of ASCII words, as RE2's is.
    if (this.dialect === "re2") return isNot ? "\\B" : "\\b";
    const word = classInside(this.dialect, "w", this.flags) ?? "";
    const [before, after] = [`(?<=[${word}])`, `(?=[${word}])`];
    const [noBefore, noAfter] = [`(?<![${word}])`, `(?![${word}])`];
    return isNot ? `(?:${before}${after}|${noBefore}${noAfter})` : `(?:${before}${noAfter}|${noBefore}${after})`;
  }

  /** `\pL`, `\p{Greek}` of RE2. */
  private property(one: string): string | undefined {
    if (this.dialect !== "re2" || (one !== "p" && one !== "P")) return undefined;
    const name = this.peek() === "{" ? /^\{(\^?)(\w+)\}/.exec(this.characters.slice(this.at, this.at + 40).join("")) : null;
    const [negation, called] = name === null ? ["", this.next()] : [name[1] ?? "", name[2] ?? ""];
    if (name !== null) this.at += name[0].length;
    const isNot = (one === "P") !== (negation === "^");
    const source = /^[A-Z][a-z]?$/.test(called) ? `\\p{${called}}` : `\\p{Script=${called}}`;
    return isNot ? source.replace("\\p", "\\P") : source;
  }

  /** The character that an escape means. */
  private character(one: string): string {
    const control = controls[one];
    if (control !== undefined) return JSON.parse(`"${control.replace("\\x", "\\u00").replace("\\v", "\\u000b")}"`) as string;
    const rest = this.characters.slice(this.at, this.at + 12).join("");
    const hex = one === "x" ? /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/.exec(rest) : one === "u" ? /^([0-9A-Fa-f]{4})/.exec(rest) : null;
    if (hex !== null && (hex[2] === undefined || this.dialect === "re2") && (one === "x" || this.dialect === "python")) {
      this.at += hex[0].length;
      const code = Number.parseInt(hex[1] ?? hex[2] ?? "", 16);
      if (code > 0x10ffff) throw this.fail("names a character that does not exist");
      return String.fromCodePoint(code);
    }
    const octal = /^[0-7]$/.test(one) ? /^[0-7]{0,2}/.exec(rest) : null;
    if (octal !== null && (one === "0" || (this.dialect === "re2" && octal[0].length > 0))) {
      this.at += octal[0].length;
      return String.fromCodePoint(Number.parseInt(one + octal[0], 8));
    }
    if (one === "" || /^[A-Za-z0-9]$/.test(one)) throw this.fail(one === "" ? "ends with a backslash" : `has the escape \`\\${one}\`, which is not read here`);
    return one;
  }

  private bracket(): string {
    let source = "[";
    if (this.takes("^")) source += "^";
    let isFirst = true;
    for (;;) {
      if (this.isEnd) throw this.fail("has a `[` without `]`");
      if (this.peek() === "]" && !isFirst) break;
      isFirst = false;
      source += this.bracketItem();
    }
    this.next();
    return `${source}]`;
  }

  private bracketItem(): string {
    if (this.dialect === "re2" && this.peek() === "[" && this.peek(1) === ":") {
      const posix = /^\[:(\^?)(\w+):\]/.exec(this.characters.slice(this.at, this.at + 16).join(""));
      const inside = posix === null ? undefined : posixClasses[posix[2] ?? ""];
      if (posix === null || inside === undefined) throw this.fail("has an unknown class in brackets");
      if (posix[1] === "^") throw this.fail("turns a class in brackets round, which is not read here");
      this.at += posix[0].length;
      return inside;
    }
    const from = this.bracketCharacter();
    if (from.isClass) return from.source;
    if (this.peek() === "-" && this.peek(1) !== "]" && this.peek(1) !== "") {
      this.next();
      const to = this.bracketCharacter();
      if (to.isClass) return `${classLiteral(from.source)}\\-${to.source}`;
      if ((to.source.codePointAt(0) ?? 0) < (from.source.codePointAt(0) ?? 0)) throw this.fail("has a range the wrong way round");
      return this.range(from.source, to.source);
    }
    if (!this.flags.i) return classLiteral(from.source);
    return [...new Set([from.source, from.source.toLowerCase(), from.source.toUpperCase()])]
      .filter((one) => [...one].length === 1)
      .map(classLiteral)
      .join("");
  }

  private range(from: string, to: string): string {
    const plain = `${classLiteral(from)}-${classLiteral(to)}`;
    if (!this.flags.i) return plain;
    // ASCII letters of the range in the other case too.
    let other = "";
    for (let code = from.codePointAt(0) ?? 0; code <= Math.min(to.codePointAt(0) ?? 0, 122); code++) {
      const one = String.fromCodePoint(code);
      if (/[a-z]/.test(one)) other += one.toUpperCase();
      else if (/[A-Z]/.test(one)) other += one.toLowerCase();
    }
    return plain + other;
  }

  private bracketCharacter(): { source: string; isClass: boolean } {
    const one = this.next();
    if (one !== "\\") return { source: one, isClass: false };
    const letter = this.next();
    const inside = classInside(this.dialect, letter.toLowerCase(), this.flags);
    if (inside !== undefined) {
      if (letter === letter.toLowerCase()) return { source: inside, isClass: true };
      if (letter === "S" || letter === "D" || letter === "W") return { source: this.complement(letter), isClass: true };
    }
    if (letter === "b" && this.dialect === "python") return { source: "\b", isClass: false };
    const property = this.property(letter);
    if (property !== undefined) return { source: property, isClass: true };
    return { source: this.character(letter), isClass: false };
  }

  private complement(letter: string): string {
    if (letter === "S") return "\\S";
    if (letter === "D") return this.dialect === "re2" || this.flags.a ? "\\D" : "\\P{Nd}";
    if (this.dialect === "re2" || this.flags.a) return "\\W";
    throw this.fail("has `\\W` in brackets, which is not read here");
  }
}

/** Translates a pattern. Throws `PATTERN_INVALID` for one that the dialect refuses or that cannot be said in JavaScript. */
export function translate(pattern: string, dialect: Dialect, flags: Partial<Flags> = {}): Translated {
  const reader = new Reader(pattern, dialect, { ...noFlags, ...flags });
  const { source } = reader.choice();
  if (!reader.isEnd) throw reader.fail("has a `)` without `(`");
  try {
    return { source: new RegExp(source, "u").source, canBacktrack: reader.canBacktrack };
  } catch (error) {
    throw new RepoError(
      "PATTERN_INVALID",
      `The pattern \`${pattern.slice(0, 200)}\` cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
