// Requirements files as pip 23.2 reads them.
import { RepoError } from "../text/index.js";
import { readPipOptions, type PipOptions } from "./pip-options.js";
import { pythonLines, pythonStrip, withoutComment } from "./python-space.js";

/** What a requirements file asks for. `requirement` is pip's text, valid or not; of an editable one its path or URL. */
export interface RequirementEntry {
  readonly requirement: string;
  readonly editable: boolean;
  /** Whether it only constrains. */
  readonly constraint: boolean;
  /** Digests by algorithm, of `--hash`. */
  readonly hashes?: Readonly<Record<string, readonly string[]>>;
  readonly path: string;
  /** From 1: the line that it begins on. */
  readonly line: number;
}

/** A line with its continuations joined, its comment gone. `start` and `end` are those of the first and the last line. */
export interface LogicalLine {
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The lines of a requirements file that say something. */
export function* requirementLines(text: string): Iterable<LogicalLine> {
  let open: { parts: string[]; line: number; start: number; end: number } | undefined;
  const close = (parts: readonly string[], place: Omit<LogicalLine, "text">): LogicalLine[] => {
    const joined = pythonStrip(withoutComment(parts.join("")));
    return joined === "" ? [] : [{ ...place, text: joined }];
  };
  const body = text.startsWith("\ufeff") ? ` ${text.slice(1)}` : text;
  for (const { text: whole, line, start, end } of pythonLines(body)) {
    const isComment = /^\s*#/.test(whole);
    if (whole.endsWith("\\") && !isComment) {
      open ??= { parts: [], line, start, end };
      open.parts.push(whole.replace(/^\\+/, "").replace(/(?<!\\)\\+$/, ""));
      open.end = end;
      continue;
    }
    const last = isComment ? ` ${whole}` : whole;
    if (open === undefined) yield* close([last], { line, start, end });
    else yield* close([...open.parts, last], { line: open.line, start: open.start, end });
    open = undefined;
  }
  if (open !== undefined) yield* close(open.parts, { line: open.line, start: open.start, end: open.end });
}

/** Splits a line where its options begin: at the first word that begins with `-`. */
export function splitOptions(text: string): { readonly requirement: string; readonly options: string } {
  const words = text.split(" ");
  const first = words.findIndex((word) => word.startsWith("-"));
  if (first === -1) return { requirement: text, options: "" };
  return { requirement: words.slice(0, first).join(" "), options: words.slice(first).join(" ") };
}

const isUrl = (path: string): boolean => /^(?:https?|file):/i.test(path);

/** A path relative to the folder of another file, as `os.path.join` has it, without `.` and `..` where they can be resolved. */
function join(from: string, path: string): string {
  if (path.startsWith("/")) return path;
  const folder = from.includes("/") ? from.slice(0, from.lastIndexOf("/") + 1) : "";
  const parts: string[] = [];
  for (const part of `${folder}${path}`.split("/")) {
    if (part === "." || (part === "" && parts.length > 0)) continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== ".." && parts.at(-1) !== "") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

function optionsOf(text: string, path: string, line: number): PipOptions {
  try {
    return readPipOptions(text);
  } catch (error) {
    throw new RepoError("DATA_INVALID", `${path}:${line}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Reads a requirements file and the files that it takes in, as pip 23.2 does. `read` gives a file's text; paths are joined to the
 * including file's folder. Environment variables stay as written. Throws RepoError: `FILE_UNREADABLE` where `read` gives nothing,
 * `DATA_INVALID` for an option that pip refuses and for a file that takes in itself.
 */
export function parseRequirementsFile(path: string, read: (path: string) => string | undefined): RequirementEntry[] {
  return [...readEntries(path, read, false, [])];
}

function* readEntries(path: string, read: (path: string) => string | undefined, constraint: boolean, above: readonly string[]): Iterable<RequirementEntry> {
  if (above.includes(path)) throw new RepoError("DATA_INVALID", `The requirements file \`${path}\` takes in itself.`);
  const text = read(path);
  if (text === undefined) throw new RepoError("FILE_UNREADABLE", `The requirements file \`${path}\` cannot be read.`);
  for (const { text: whole, line } of requirementLines(text)) {
    const { requirement, options: optionText } = splitOptions(whole);
    const options = optionsOf(optionText, path, line);
    const [editable] = options.editables;
    if (requirement !== "") {
      const hashes = Object.keys(options.hashes).length === 0 ? {} : { hashes: options.hashes };
      yield { requirement, editable: false, constraint, ...hashes, path, line };
    } else if (editable !== undefined) yield { requirement: editable, editable: true, constraint, path, line };
    else {
      const inner = options.requirements[0] ?? options.constraints[0];
      if (inner === undefined) continue;
      const target = isUrl(path) && !isUrl(inner) ? new URL(inner, path).href : isUrl(inner) ? inner : join(path, inner);
      yield* readEntries(target, read, options.requirements.length === 0, [...above, path]);
    }
  }
}
