// The imports of a Python source, found by a scanner of our own: it never runs, never throws, and reads on behind what is broken.
import type { Import, ImportContext } from "./import.js";
import { dynamicImport, importWords } from "./dynamic.js";
import { isWord, readModule, readNames, skipAlias, skipSpace } from "./names.js";
import { afterLineEnd, isWordUnit, skipStatement, type SkipRules } from "./skip.js";
import { decodePython } from "./text.js";

/** A block that an import can stand in. The context of a `try` is known only when its handlers were read. */
interface Frame {
  readonly parent: Frame | undefined;
  readonly indent: number;
  readonly kind: string;
  /** Where its body begins. */
  readonly start: number;
  /** The `try` that a handler belongs to. */
  readonly attempt: Frame | undefined;
  context: ImportContext | undefined;
  /** Whether what follows in the block is run only where some import can be done without. */
  isGuarded: boolean;
  /** The modules without which what follows in the block is skipped. */
  guards: readonly string[];
  /** Whether an import in it is to fail. */
  readonly isToFail: boolean;
}

interface Found extends Omit<Import, "context" | "line" | "isGuarded" | "isToFail"> {
  readonly frame: Frame | undefined;
  readonly isSkippable: boolean;
}

const handled = new Set(["ImportError", "ModuleNotFoundError", "Exception", "BaseException"]);

/** The words that open blocks. */
const openers = new Set(["if", "elif", "else", "try", "except", "finally", "for", "while", "with", "def", "class", "async", "match", "case"]);

/** What leaves out the tests of a module, or of a block. */
const skips = /\b(?:pytest\.)?skip\s?\(|\bSkipTest\b/;
/** More modules than that are not told of as guards. */
const mostGuards = 20;
/** So much of a handler is looked through for it. */
const longestHandler = 1000;

/** The text of a header without comments and continuations. */
const plain = (header: string): string =>
  header
    .replace(/\\(?:\r\n|\n|\r)/g, " ")
    .replace(/#[^\r\n]*/g, " ")
    .trim();

/** Whether a handler catches a failed import: a bare one, or one that names such an error. */
function catchesImportError(header: string): boolean {
  const caught = plain(header)
    .replace(/^\*/, "")
    .replace(/\bas\s+\w+$/, "")
    .trim();
  if (caught === "") return true;
  return [...caught.matchAll(/(\.\s*)?([^\W\d]\w*)/g)].some(([, dot, name]) => dot === undefined && name !== undefined && handled.has(name));
}

/** Whether a condition is exactly `TYPE_CHECKING` or `x.TYPE_CHECKING`. */
function isTypeChecking(header: string): boolean {
  let condition = plain(header);
  while (condition.startsWith("(") && condition.endsWith(")")) condition = condition.slice(1, -1).trim();
  return /^(?:[^\W\d]\w*\s*\.\s*)?TYPE_CHECKING$/.test(condition);
}

/** A context manager that by its name is about imports which may fail: `LazyImport(…)`, `try_import()`. */
const forImports = /(?:lazy|try|optional)_?(?:import|dependenc)\w{0,40}\s{0,9}\(/i;

/** Whether a `with` swallows a failed import: `suppress(ImportError)`. */
function suppressesImportError(header: string): boolean {
  if (forImports.test(plain(header))) return true;
  const caught = /(?<![\w])suppress\s*\(([^()]*)\)/.exec(plain(header))?.[1];
  return caught !== undefined && catchesImportError(caught) && caught.trim() !== "";
}

/** Whether a `with` of a test says that an import fails: `pytest.raises(ImportError)`. */
function awaitsImportError(header: string): boolean {
  return /(?<!\w)(?:raises|assertRaises)\s{0,9}\([^]{0,200}?\b(?:ImportError|ModuleNotFoundError)\b/.test(plain(header));
}

function contextOf(name: string, header: string, attempt: Frame | undefined): ImportContext | undefined {
  if (name === "def") return "def";
  if (name === "else" || name === "case") return "if";
  if (name === "if" || name === "elif") return isTypeChecking(header) ? "tc" : "if";
  if (name !== "except" || !catchesImportError(header)) return undefined;
  if (attempt !== undefined) attempt.context = "try";
  return "except";
}

/**
 * The imports of a source, one for each name of `import` and one for each `from`, in order; dynamic ones carry `via`. Never throws.
 * Contexts are those of all blocks around it: `try` and `except` only where the handler catches ImportError.
 */
export function scanImports(source: string | Uint8Array): Import[] {
  const text = decodePython(source);
  const { last, isDynamic } = importWords(text);
  if (last === -1) return [];
  const found: Found[] = [];
  let frame: Frame | undefined;
  /** Whether the module itself was skipped from here on. */
  let isSkippable = false;
  let guards: readonly string[] = [];
  const guardsHere = (): { readonly guards?: readonly string[] } => {
    let all = guards;
    // Nearly no import has any.
    for (let block = frame; block !== undefined; block = block.parent) if (block.guards.length > 0) all = [...all, ...block.guards];
    return all.length === 0 ? {} : { guards: all };
  };
  const isGuarded = (): boolean => {
    for (let block = frame; block !== undefined; block = block.parent) if (block.isGuarded) return true;
    return isSkippable;
  };
  const word = isDynamic
    ? (start: number, end: number): number => {
        const one = dynamicImport(text, start, end);
        for (const each of one ?? []) {
          found.push({ ...each, frame, isSkippable: isGuarded() });
          if (each.via !== "pytest.importorskip") continue;
          guardBehind(frame, [each.module]);
        }
        return end;
      }
    : undefined;
  const rules: SkipRules = { text, word };
  /** The block that ended right before this line, at its indentation: what `except` belongs to. */
  let closed: Frame | undefined;
  /** The block that the line before opened and ended. */
  let inline: Frame | undefined;
  let at = 0;

  while (at < text.length) {
    // A logical line begins here. Behind the last import only a handler can say more: of the `try` that it belongs to.
    if (at > last && !awaitsHandler()) break;
    let indent = 0;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 32) indent++;
      else if (unit === 9) indent = (Math.floor(indent / 8) + 1) * 8;
      else if (unit === 12) indent = 0;
      else break;
    }
    const first = text.charCodeAt(at);
    if (first === 10 || first === 13) {
      at = afterLineEnd(text, at);
      continue;
    }
    if (first === 35) {
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
      continue;
    }
    if (first === 92 && /[\r\n]/.test(text.charAt(at + 1))) {
      at = afterLineEnd(text, at + 1);
      continue;
    }
    closed = inline;
    inline = undefined;
    while (frame !== undefined && indent <= frame.indent) {
      leave(frame, at);
      closed = frame;
      frame = frame.parent;
    }
    at = readLine(indent);
  }
  return finish(text, found);

  /** Behind a handler that skips the tests, what is around it is run only where the import was there. */
  function leave({ context, start, parent, attempt }: Frame, end: number): void {
    if (context === "except" && skips.test(text.slice(start, Math.min(end, start + longestHandler)))) guardBehind(parent, triedIn(attempt));
  }

  /** The modules that a `try` imports. */
  function triedIn(attempt: Frame | undefined): readonly string[] {
    if (attempt === undefined) return [];
    // They are the last ones that were found.
    const before = found.findLastIndex(({ offset }) => offset < attempt.start);
    return found.slice(before + 1).flatMap((one) => (one.frame === attempt ? [one.module] : []));
  }

  /** What follows in a block hangs on modules. */
  function guardBehind(block: Frame | undefined, modules: readonly string[]): void {
    if (block === undefined) {
      isSkippable = true;
      guards = [...guards, ...modules].slice(0, mostGuards);
    } else {
      block.isGuarded = true;
      block.guards = [...block.guards, ...modules].slice(0, mostGuards);
    }
  }

  /** Whether a block around, or right before, may still get a handler. */
  function awaitsHandler(): boolean {
    for (let block = closed; block !== undefined; block = block.parent) if (block.kind === "try" || block.attempt !== undefined) return true;
    for (let block = frame; block !== undefined; block = block.parent) if (block.kind === "try" || block.attempt !== undefined) return true;
    return inline !== undefined && (inline.kind === "try" || inline.attempt !== undefined);
  }

  /** Reads the statements of one logical line; gives the start of the next. */
  function readLine(indent: number): number {
    const outer = frame;
    let here = at;
    // Blocks opened in this line: `if x: import y`.
    for (;;) {
      while (text.charCodeAt(here) === 32 || text.charCodeAt(here) === 9) here++;
      const start = here;
      while (here < text.length && isWordUnit(text.charCodeAt(here))) here++;
      const name = text.slice(start, here);
      if (openers.has(name)) {
        const opened = openBlock(name, here, indent);
        if (opened !== undefined) {
          here = opened.at;
          if (opened.isInline) continue;
          return here;
        }
      } else if (name === "import") here = readImport(start, here);
      else if (name === "from") here = readFrom(start, here);
      else here = start;
      const { at: stop, end } = skipStatement(rules, here, false);
      here = stop;
      if (end === "semicolon") {
        here++;
        continue;
      }
      closeInline(outer, here);
      return end === "line" ? afterLineEnd(text, here) : here;
    }
  }

  /** Leaves the blocks that this line opened. */
  function closeInline(outer: Frame | undefined, end: number): void {
    for (; frame !== outer && frame !== undefined; frame = frame.parent) {
      leave(frame, end);
      inline = frame;
    }
    frame = outer;
  }

  /** A block's header. Undefined where the word opens none after all (`match = 1`). */
  function openBlock(word_: string, behind: number, indent: number): { at: number; isInline: boolean } | undefined {
    let name = word_;
    let from = behind;
    if (name === "case" && frame?.kind !== "match") return undefined;
    if (name === "async") {
      name = /^[ \t]+(def|for|with)\b/.exec(text.slice(behind, behind + 40))?.[1] ?? "";
      if (name === "") return undefined;
      from = text.indexOf(name, behind) + name.length;
    }
    const before = found.length;
    const { at: colon, end } = skipStatement(rules, from, true);
    let rest = colon + 1;
    while (text.charCodeAt(rest) === 32 || text.charCodeAt(rest) === 9) rest++;
    const unit = text.charCodeAt(rest);
    const isInline = end === "colon" && rest < text.length && unit !== 10 && unit !== 13 && unit !== 35;
    // A broken header, or a name: `match: int`. What was found in it will be found again.
    if (end !== "colon" || (name === "match" && (isInline || text.slice(from, colon).trim() === ""))) {
      found.length = before;
      return undefined;
    }
    const header = text.slice(from, colon);
    const attempt = name === "except" ? (closed?.kind === "try" ? closed : closed?.attempt) : undefined;
    frame = {
      parent: frame,
      indent,
      kind: name,
      start: colon,
      attempt,
      context: contextOf(name, header, attempt),
      isGuarded: name === "with" && suppressesImportError(header),
      isToFail: name === "with" && awaitsImportError(header),
      guards: [],
    };
    closed = undefined;
    if (isInline) return { at: rest, isInline };
    while (rest < text.length && text.charCodeAt(rest) !== 10 && text.charCodeAt(rest) !== 13) rest++;
    return { at: rest < text.length ? afterLineEnd(text, rest) : rest, isInline };
  }

  function readImport(start: number, behind: number): number {
    let here = behind;
    for (;;) {
      const module = readModule(text, here);
      if (module.name === "") return here;
      found.push({ offset: start, level: 0, module: module.name, frame, isSkippable: isGuarded(), ...guardsHere() });
      here = skipAlias(text, module.end);
      if (text.charCodeAt(here) !== 44) return here;
      here++;
    }
  }

  function readFrom(start: number, behind: number): number {
    let level = 0;
    let here = skipSpace(text, behind);
    for (; text.charCodeAt(here) === 46; here = skipSpace(text, here + 1)) level++;
    const isBare = level > 0 && isWord(text, here, "import");
    const module = isBare ? { name: "", end: here } : readModule(text, here);
    const at_ = skipSpace(text, module.end);
    if (!isWord(text, at_, "import") || (level === 0 && module.name === "")) return here;
    found.push({ offset: start, level, module: module.name, names: readNames(text, at_ + 6), frame, isSkippable: isGuarded(), ...guardsHere() });
    return at_ + 6;
  }
}

/** Contexts and lines of what was found. */
function finish(text: string, found: readonly Found[]): Import[] {
  let line = 1;
  let at = 0;
  // Where no CR stands, and that is nearly everywhere, the engine's own search finds the lines many times faster.
  const hasReturns = text.includes("\r");
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ frame, isSkippable, ...one }) => {
      if (!hasReturns)
        for (let end = text.indexOf("\n", at); end !== -1 && end < one.offset; end = text.indexOf("\n", at)) {
          line++;
          at = end + 1;
        }
      else
        for (; at < one.offset; at++) {
          const unit = text.charCodeAt(at);
          if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) line++;
        }
      const context: ImportContext[] = [];
      let isToFail = false;
      for (let block = frame; block !== undefined; block = block.parent) {
        if (block.context !== undefined && !context.includes(block.context)) context.unshift(block.context);
        isToFail ||= block.isToFail;
      }
      return { line, ...one, context, ...(isSkippable ? { isGuarded: true as const } : {}), ...(isToFail ? { isToFail } : {}) };
    });
}
