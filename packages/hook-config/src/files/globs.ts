// Globs of other managers as patterns of Python's `re`, which are matched in bounded time. Each manager has a matcher of its own.

/** How a matcher reads a glob. */
interface Dialect {
  /** Whether `*` and `?` take slashes. */
  readonly crossesSlashes: boolean;
  /** `**` as a whole part of the path: any number of folders. */
  readonly hasFolders: boolean;
  /** Whether a class takes slashes. */
  readonly hasWideClasses: boolean;
  /** Characters that turn a class round. */
  readonly negations: string;
  /** `!(a)`, `@(a|b)`, `?(a)`, `*(a)`, `+(a)`, and `{1..3}`, which is not read here. */
  readonly hasExtensions: boolean;
}

/** Sources: gobwas/glob 0.2.3 without separators; bmatcuk/doublestar 4.10; globset 0.4 with its defaults; picomatch 4. */
export const dialects = {
  gobwas: { crossesSlashes: true, hasFolders: false, hasWideClasses: true, negations: "!", hasExtensions: false },
  doublestar: { crossesSlashes: false, hasFolders: true, hasWideClasses: true, negations: "!^", hasExtensions: false },
  globset: { crossesSlashes: true, hasFolders: true, hasWideClasses: true, negations: "!^", hasExtensions: false },
  picomatch: { crossesSlashes: false, hasFolders: true, hasWideClasses: false, negations: "^", hasExtensions: true },
} as const satisfies Record<string, Dialect>;

/** Thrown for what is not read here: the answer is unknown. */
const unread = new Error("unread");
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|#&~\s-]/g, "\\$&");

class Reader {
  private at = 0;
  constructor(
    private readonly glob: string,
    private readonly dialect: Dialect,
  ) {}

  /** Reads up to the end, or to a character of `ends` at this depth. */
  read(ends = "", depth = 0): string {
    if (depth > 20) throw unread;
    const { glob, dialect } = this;
    let source = "";
    while (this.at < glob.length) {
      const unit = glob.charAt(this.at);
      if (ends.includes(unit)) return source;
      const next = glob.charAt(this.at + 1);
      if (dialect.hasExtensions && next === "(" && "!@?*+".includes(unit)) {
        source += this.extension(unit, depth);
        continue;
      }
      if (dialect.hasExtensions && unit === "(" && depth === 0) {
        this.at--;
        source += this.extension("@", depth);
        continue;
      }
      if (dialect.hasExtensions && "()|".includes(unit)) throw unread;
      this.at++;
      if (unit === "*") source += this.stars();
      else if (unit === "?") source += dialect.crossesSlashes ? "." : "[^/]";
      else if (unit === "[") source += this.characters();
      else if (unit === "{") source += this.choices(depth);
      else if (unit === "}" || (unit === "]" && dialect.hasExtensions)) throw unread;
      else if (unit === "\\") {
        if (this.at >= glob.length) throw unread;
        source += literal(glob.charAt(this.at++));
      } else if (unit === "/" && dialect.hasFolders && glob.startsWith("**", this.at)) source += this.foldersAfterSlash();
      else source += literal(unit);
    }
    if (ends !== "") throw unread;
    return source;
  }

  /** `/**` and what follows it, the slash being read. */
  private foldersAfterSlash(): string {
    const after = this.glob.charAt(this.at + 2);
    if (after === "/") {
      this.at += 3;
      return "/(?:.*/)?";
    }
    if (after !== "") return "/";
    this.at += 2;
    // `a/**` is `a` too, but for globset, and picomatch behind a star.
    const isBelow = this.dialect.crossesSlashes || (this.dialect.hasExtensions && this.glob.charAt(this.at - 4) === "*");
    return isBelow ? "/.*" : "(?:/.*)?";
  }

  private stars(): string {
    const { glob, dialect } = this;
    const start = this.at - 1;
    while (glob.charAt(this.at) === "*") this.at++;
    const isPart = this.at - start === 2 && start === 0;
    if (dialect.hasFolders && isPart && this.at === glob.length) return ".*";
    if (dialect.hasFolders && isPart && glob.charAt(this.at) === "/") {
      this.at++;
      return "(?:.*/)?";
    }
    // `**` that is no whole part at the beginning of a choice is read in several ways.
    if (dialect.hasFolders && this.at - start > 1 && "/{,".includes(glob.charAt(start - 1)) && start > 0) throw unread;
    return dialect.crossesSlashes ? ".*" : "[^/]*";
  }

  private characters(): string {
    const { glob, dialect } = this;
    const isNegated = dialect.negations.includes(glob.charAt(this.at)) && this.at < glob.length;
    // doublestar takes a slash for it here and there.
    if (isNegated && dialect.hasWideClasses && !dialect.crossesSlashes) throw unread;
    if (isNegated) this.at++;
    const end = glob.indexOf("]", this.at + 1);
    const body = end === -1 ? "" : glob.slice(this.at, end);
    if (end === -1 || /[\\[\]/]|-.*-|^-|-$/.test(body)) {
      // `[[]` is the one way to write a bracket.
      if (body !== "[") throw unread;
    }
    this.at = end + 1;
    const range = body.replace(/[\\^[\]&~|]/g, "\\$&");
    return `${dialect.hasWideClasses ? "" : "(?!/)"}[${isNegated ? "^" : ""}${range}]`;
  }

  private choices(depth: number): string {
    const all: string[] = [];
    for (;;) {
      const start = this.at;
      all.push(this.read(",}", depth + 1));
      if (this.dialect.hasExtensions && /^[^{}]*\.\./.test(this.glob.slice(start, this.at))) throw unread;
      if (this.glob.charAt(this.at++) === "}") break;
    }
    // `{a}` and `{}` are read in several ways.
    if (all.length < 2 || all.includes("")) throw unread;
    return `(?:${all.join("|")})`;
  }

  private extension(sign: string, depth: number): string {
    if (sign !== "@" && this.glob.slice(0, this.at).endsWith("/**/")) throw unread;
    this.at += 2;
    const all: string[] = [];
    for (;;) {
      all.push(this.read("|)", depth + 1));
      if (this.glob.charAt(this.at++) === ")") break;
    }
    // picomatch takes a star or a question mark behind it for something else.
    if ("?*+{".includes(this.glob.charAt(this.at)) && this.at < this.glob.length) throw unread;
    const inner = `(?:${all.join("|")})`;
    if (sign !== "!") return sign === "@" ? inner : inner + sign;
    if (depth > 0 || inner.includes("/")) throw unread;
    // picomatch refuses what begins so; at the end, and before an ending where there is a star as in `!(*.test).js`, the whole.
    const rest = this.glob.slice(this.at);
    if (rest === "") return `(?!${inner}\\Z)[^/]*`;
    const ending = inner.includes("*") && /^\.[^\\/.]+$/.test(rest) ? new Reader(rest, this.dialect).read() : "";
    return `(?!${inner}${ending})[^/]*`;
  }
}

/** Signs of globs with folders that matchers read each in their own way: a slash twice or at the end, `**` beside other characters. */
const readVariously = /\/\/|\*\*[({@!+]/;
const readVariouslyByDoublestar = /\/$|(?<!^|\/)\*\*|\*\*(?!\/|$)/;

/** The glob as a pattern of Python that a whole path must match; undefined where it is not read here. */
export function globPattern(glob: string, dialect: Dialect, options: { readonly ignoresCase?: boolean } = {}): string | undefined {
  if (glob === "" || glob.length > 2000 || (dialect.hasFolders && readVariously.test(glob))) return undefined;
  if (dialect.hasFolders && !dialect.crossesSlashes && !dialect.hasExtensions && readVariouslyByDoublestar.test(glob)) return undefined;
  try {
    return `${options.ignoresCase === true ? "(?is)" : "(?s)"}\\A(?:${new Reader(glob, dialect).read()})\\Z`;
  } catch (error) {
    if (error === unread) return undefined;
    throw error;
  }
}

/** As lint-staged asks picomatch: a glob without a slash is matched with the file's name. */
export function lintStagedPattern(glob: string): string | undefined {
  const isRefusal = glob.startsWith("!") && !glob.startsWith("!(");
  if (isRefusal || glob.startsWith("../") || glob.startsWith("./") || glob.startsWith("/") || glob.endsWith("/")) return undefined;
  const pattern = globPattern(glob, dialects.picomatch);
  return pattern === undefined || glob.includes("/") ? pattern : pattern.replace("\\A(?:", "(?:\\A|/)(?:");
}
