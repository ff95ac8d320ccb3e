// The one glob dialect: gitignore's without `!`.
import { RepoError } from "../text/index.js";

/** Whether a path is named by the patterns. */
export type PathMatcher = (path: string) => boolean;

function segmentSource(glob: string): string {
  let source = "";
  for (let at = 0; at < glob.length; at++) {
    const unit = glob[at] as string;
    if (unit === "*") {
      while (glob[at + 1] === "*") at++;
      source += "[^/]*";
    } else if (unit === "?") source += "[^/]";
    else if (unit === "[") {
      const end = classEnd(glob, at);
      if (end === -1) throw new RepoError("PATTERN_INVALID", `The pattern \`${glob}\` has a \`[\` without \`]\`.`);
      const body = glob
        .slice(at + 1, end)
        .replace(/^!/, "^")
        .replace(/\\(?![\\\]^-])/g, "");
      source += `(?!/)[${body.replace(/^(\^?)\]/, "$1\\]").replace(/\[/g, "\\[")}]`;
      at = end;
    } else if (unit === "{") {
      const end = glob.indexOf("}", at);
      if (end === -1) source += "\\{";
      else {
        source += `(?:${glob
          .slice(at + 1, end)
          .split(",")
          .map(segmentSource)
          .join("|")})`;
        at = end;
      }
    } else if (unit === "\\" && at + 1 < glob.length) source += escapeRegExp(glob[++at] as string);
    else source += escapeRegExp(unit);
  }
  return source;
}

function classEnd(glob: string, start: number): number {
  let at = start + 1;
  if (glob[at] === "!" || glob[at] === "^") at++;
  if (glob[at] === "]") at++;
  while (at < glob.length && glob[at] !== "]") at += glob[at] === "\\" ? 2 : 1;
  return at < glob.length ? at : -1;
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

function globSource(pattern: string): string {
  let glob = pattern;
  const isFolder = glob.endsWith("/");
  if (isFolder) glob = glob.replace(/\/+$/, "");
  const isAnchored = glob.includes("/");
  glob = glob.replace(/^\/+/, "");
  const segments = glob.split("/");
  let source = isAnchored ? "" : "(?:[^]*/)?";
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === "**") source += isLast ? "[^]*" : "(?:[^]*/)?";
    else source += segmentSource(segment) + (isLast ? "" : "/");
  }
  return `^${source}${isFolder ? "/[^]*" : "(?:/[^]*)?"}$`;
}

/**
 * Reads patterns in gitignore's dialect without `!`: a pattern without a slash matches at any depth, one with a slash from the
 * root; `*` and `?` stay in a segment, `**` crosses; `{a,b}` is a choice; `dir/` and `dir` mean all below; dot files match.
 * Throws `PATTERN_INVALID`.
 */
export function pathMatcher(patterns: readonly string[]): PathMatcher {
  const expressions = patterns.map((pattern) => new RegExp(globSource(pattern), "s"));
  return (path) => expressions.some((expression) => expression.test(path));
}
