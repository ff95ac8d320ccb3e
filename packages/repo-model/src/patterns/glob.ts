// The one glob dialect: gitignore's without `!`. Every pattern is matched in linear time, whoever wrote it, and costs no more to make than its length.
import { RepoError } from "../text/index.js";
import { automaton, type Automaton, type Units } from "./automaton.js";

/** Whether a path is named by the patterns. */
export type PathMatcher = (path: string) => boolean;

const slash = "/".charCodeAt(0);
const inSegment = (unit: number): boolean => unit !== slash;
const any = (): boolean => true;

function classEnd(glob: string, start: number): number {
  let at = start + 1;
  if (glob[at] === "!" || glob[at] === "^") at++;
  if (glob[at] === "]") at++;
  while (at < glob.length && glob[at] !== "]") at += glob[at] === "\\" ? 2 : 1;
  return at < glob.length ? at : -1;
}

/** What a class such as `[!a-c]` takes; never a slash. */
function classUnits(glob: string, start: number, end: number): Units {
  const body = glob
    .slice(start + 1, end)
    .replace(/^!/, "^")
    .replace(/\\(?![\\\]^-])/g, "");
  try {
    const expression = new RegExp(`[${body.replace(/^(\^?)\]/, "$1\\]").replace(/\[/g, "\\[")}]`);
    return (unit) => unit !== slash && expression.test(String.fromCharCode(unit));
  } catch (error) {
    throw new RepoError("PATTERN_INVALID", `The pattern \`${glob}\` has a range of characters that ends before it begins.`, { cause: error });
  }
}

/** Any number of units, back to the state. */
function loop(made: Automaton, state: number, units: Units): number {
  const inside = made.state();
  made.jump(state, inside);
  made.step(inside, units, inside);
  return inside;
}

/** Adds a segment behind a state, and gives the state behind it. */
function addSegment(made: Automaton, from: number, glob: string): number {
  let last = from;
  const add = (units: Units): void => {
    const to = made.state();
    made.step(last, units, to);
    last = to;
  };
  for (let at = 0; at < glob.length; at++) {
    const unit = glob[at] as string;
    if (unit === "*") last = loop(made, last, inSegment);
    else if (unit === "?") add(inSegment);
    else if (unit === "[") {
      const end = classEnd(glob, at);
      if (end === -1) throw new RepoError("PATTERN_INVALID", `The pattern \`${glob}\` has a \`[\` without \`]\`.`);
      add(classUnits(glob, at, end));
      at = end;
    } else if (unit === "{" && glob.includes("}", at)) {
      const end = glob.indexOf("}", at);
      const behind = made.state();
      for (const choice of glob.slice(at + 1, end).split(",")) made.jump(addSegment(made, last, choice), behind);
      last = behind;
      at = end;
    } else if (unit === "\\" && at + 1 < glob.length) add(glob.charCodeAt(++at));
    else add(glob.charCodeAt(at));
  }
  return last;
}

/** Adds a pattern behind a state. */
function addPattern(made: Automaton, from: number, pattern: string): void {
  const isFolder = pattern.endsWith("/");
  const trimmed = isFolder ? pattern.replace(/\/+$/, "") : pattern;
  const segments = trimmed.replace(/^\/+/, "").split("/");
  if (!trimmed.includes("/")) segments.unshift("**");
  let last = from;
  for (const [index, segment] of segments.entries()) {
    if (segment !== "**") {
      last = addSegment(made, last, segment);
      if (index < segments.length - 1) {
        const behind = made.state();
        made.step(last, slash, behind);
        last = behind;
      }
    } else if (index === segments.length - 1) last = loop(made, last, any);
    else {
      // Whole folders, back to the beginning of one.
      const start = made.state();
      made.jump(last, start);
      made.step(loop(made, start, inSegment), slash, start);
      last = start;
    }
  }
  const below = made.state();
  made.step(last, slash, below);
  made.accept(loop(made, below, any));
  if (!isFolder) made.accept(last);
}

/**
 * Reads patterns in gitignore's dialect without `!`: a pattern without a slash matches at any depth, one with a slash from the
 * root; `*` and `?` stay in a segment, `**` crosses; `{a,b}` is a choice; `dir/` and `dir` mean all below; dot files match.
 * Throws `PATTERN_INVALID`.
 */
export function pathMatcher(patterns: readonly string[]): PathMatcher {
  const made = automaton();
  const start = made.state();
  for (const pattern of patterns) {
    const from = made.state();
    made.jump(start, from);
    addPattern(made, from, pattern);
  }
  return made.matcher(start);
}
