// The one glob dialect: gitignore's without `!`. Every pattern is matched in linear time, whoever wrote it.
import { RepoError } from "../text/index.js";

/** Whether a path is named by the patterns. */
export type PathMatcher = (path: string) => boolean;

/** One character of a segment as the source of an expression, or any number of them. */
const star = Symbol("*");
type Token = string | typeof star;

/** Choices are multiplied out, up to so many patterns. */
const mostChoices = 1024;

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

function classEnd(glob: string, start: number): number {
  let at = start + 1;
  if (glob[at] === "!" || glob[at] === "^") at++;
  if (glob[at] === "]") at++;
  while (at < glob.length && glob[at] !== "]") at += glob[at] === "\\" ? 2 : 1;
  return at < glob.length ? at : -1;
}

function classSource(glob: string, start: number, end: number): string {
  const body = glob
    .slice(start + 1, end)
    .replace(/^!/, "^")
    .replace(/\\(?![\\\]^-])/g, "");
  return `(?!/)[${body.replace(/^(\^?)\]/, "$1\\]").replace(/\[/g, "\\[")}]`;
}

/** A segment's tokens, for each way through its choices. */
function tokensOf(glob: string): Token[][] {
  let ways: Token[][] = [[]];
  const add = (...tokens: readonly Token[]): void => ways.forEach((way) => way.push(...tokens));
  for (let at = 0; at < glob.length; at++) {
    const unit = glob[at] as string;
    if (unit === "*") {
      while (glob[at + 1] === "*") at++;
      add(star);
    } else if (unit === "?") add("[^/]");
    else if (unit === "[") {
      const end = classEnd(glob, at);
      if (end === -1) throw new RepoError("PATTERN_INVALID", `The pattern \`${glob}\` has a \`[\` without \`]\`.`);
      add(classSource(glob, at, end));
      at = end;
    } else if (unit === "{" && glob.includes("}", at)) {
      const end = glob.indexOf("}", at);
      const choices = glob
        .slice(at + 1, end)
        .split(",")
        .flatMap(tokensOf);
      if (ways.length * choices.length > mostChoices) throw new RepoError("PATTERN_INVALID", `The pattern \`${glob}\` has more than ${mostChoices} choices.`);
      ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice]));
      at = end;
    } else if (unit === "\\" && at + 1 < glob.length) add(escapeRegExp(glob[++at] as string));
    else add(escapeRegExp(unit));
  }
  return ways;
}

/** Gives sources of groups that are matched once and never tried again: what JavaScript has for an atomic group is a reference to what a look-ahead took. */
type Once = (source: string) => string;

/**
 * The source of a segment. Between two stars stands a piece of fixed length, so that the first place where it fits is as good as any other:
 * no star but the last is tried again, which has one end to fit, and a hostile pattern costs no more than its length times the path's.
 */
function segmentSource(tokens: readonly Token[], once: Once): string {
  const pieces: string[] = [""];
  for (const token of tokens) {
    if (token === star) pieces.push("");
    else pieces[pieces.length - 1] += token;
  }
  const [first = "", ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return first;
  return first + others.map((piece) => (piece === "" ? "" : once(`[^/]*?${piece}`))).join("") + `[^/]*${last}(?=/|$)`;
}

/** The source of a pattern's segments; `undefined` stands for `**`. What lies between two of them has a fixed number of segments, and the first place is as good as any. */
function pathSource(segments: readonly (readonly Token[] | undefined)[], isFolder: boolean, once: Once): string {
  const parts: string[][] = [[]];
  for (const segment of segments) {
    if (segment !== undefined) parts.at(-1)?.push(segmentSource(segment, once));
    else if (parts.length === 1 || parts.at(-1)?.length !== 0) parts.push([]);
  }
  const [first = [], ...others] = parts;
  const last = others.pop();
  const below = isFolder ? "/[^]*" : "(?:/[^]*)?";
  if (last === undefined) return first.join("/") + below;
  const start = first.length === 0 ? "" : `${first.join("/")}/`;
  const middle = others.map((part) => once(`(?:[^/]*/)*?${part.join("/")}/`)).join("");
  return start + middle + (last.length === 0 ? `[^]*${isFolder ? "/[^]*" : ""}` : `(?:[^/]*/)*?${last.join("/")}${below}`);
}

/** All ways through the choices of a pattern's segments. */
function waysOf(glob: string): (Token[] | undefined)[][] {
  let ways: (Token[] | undefined)[][] = [[]];
  for (const segment of glob.split("/")) {
    const choices = segment === "**" ? [undefined] : tokensOf(segment);
    if (ways.length * choices.length > mostChoices) throw new RepoError("PATTERN_INVALID", `The pattern \`${glob}\` has more than ${mostChoices} choices.`);
    ways = ways.flatMap((way) => choices.map((choice) => [...way, choice]));
  }
  return ways;
}

function expressionOf(pattern: string): RegExp {
  const isFolder = pattern.endsWith("/");
  const trimmed = isFolder ? pattern.replace(/\/+$/, "") : pattern;
  const isAnchored = trimmed.includes("/");
  const glob = trimmed.replace(/^\/+/, "");
  let group = 0;
  // By name, since groups within one another are numbered from the outermost, which is made last.
  const once: Once = (source) => {
    const name = `g${group++}`;
    return `(?=(?<${name}>${source}))\\k<${name}>`;
  };
  const sources = waysOf(glob).map((way) => pathSource(isAnchored ? way : [undefined, ...way], isFolder, once));
  try {
    return new RegExp(`^(?:${sources.join("|")})$`, "s");
  } catch (error) {
    // A range such as `[z-a]`.
    throw new RepoError("PATTERN_INVALID", `The pattern \`${pattern}\` has a range of characters that ends before it begins.`, { cause: error });
  }
}

/**
 * Reads patterns in gitignore's dialect without `!`: a pattern without a slash matches at any depth, one with a slash from the
 * root; `*` and `?` stay in a segment, `**` crosses; `{a,b}` is a choice; `dir/` and `dir` mean all below; dot files match.
 * Throws `PATTERN_INVALID`.
 */
export function pathMatcher(patterns: readonly string[]): PathMatcher {
  const expressions = patterns.map(expressionOf);
  return (path) => expressions.some((expression) => expression.test(path));
}
