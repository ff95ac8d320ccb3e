// A POSIX shell text as simple commands, read without running it.
import type { Range } from "../text/index.js";
import { readWord, type ShellWord } from "./shell-word.js";

/** A simple command. */
export interface ShellCommand {
  /** The command's name and its arguments. */
  readonly words: readonly ShellWord[];
  /** `NAME=value` before the name. */
  readonly assignments: readonly { readonly name: string; readonly value: ShellWord }[];
  /** What stands between this command and the one before it; "" for the first. */
  readonly joiner: "" | "&&" | "||" | ";" | "|" | "&";
  /** Whether it stands in a branch, a loop, a function or behind `||`: it may not run. */
  readonly isConditional: boolean;
  readonly range: Range;
}

/** Words before a command that are none of it. */
const openers = new Set(["if", "then", "else", "elif", "while", "until", "do", "!", "{", "time"]);
const deeper = new Set(["if", "while", "until", "for", "case", "select"]);
const shallower = new Set(["fi", "done", "esac"]);

/** A command in the making. */
interface Draft {
  words: ShellWord[];
  assignments: { name: string; value: ShellWord }[];
  start: number;
  joiner: ShellCommand["joiner"];
}

/** What was read. A Makefile's line and a matrix job's step come again and again, a hundred times in some repositories. */
const known = new Map<string, readonly ShellCommand[]>();
const mostUnits = 1_000_000;
let knownUnits = 0;

/** A text with more commands is made to cost: those beyond are not read. */
export const mostCommands = 20_000;

/** The commands of a shell text in order, those of subshells and branches too, those of `$(…)` not; at most `mostCommands`. Never throws. */
export function parseShell(text: string): readonly ShellCommand[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  knownUnits += text.length;
  if (knownUnits > mostUnits) {
    known.clear();
    knownUnits = text.length;
  }
  const commands = readShell(text);
  known.set(text, commands);
  return commands;
}

function readShell(text: string): ShellCommand[] {
  const commands: ShellCommand[] = [];
  const hereEnds: { word: string; isIndented: boolean }[] = [];
  let depth = 0;
  let isAlternative = false;
  let joiner: ShellCommand["joiner"] = "";
  let draft: Draft = { words: [], assignments: [], start: 0, joiner };
  let at = text.startsWith("#!") ? lineEnd(text, 0) : 0;

  const finish = (next: ShellCommand["joiner"]): void => {
    const { words, assignments } = draft;
    while (words[0] !== undefined && !words[0].isQuoted && openers.has(words[0].text)) {
      if (words[0].text === "if" || words[0].text === "while" || words[0].text === "until") depth++;
      words.shift();
    }
    const first = words[0];
    const name = first?.isQuoted === true ? "" : (first?.text ?? "");
    if (shallower.has(name) || name === "}") depth = Math.max(0, depth - 1);
    else if (first === undefined ? assignments.length > 0 : !deeper.has(name) && name !== "function") {
      const from = assignments[0]?.value.range[0] ?? first?.range[0] ?? draft.start;
      const to = words.at(-1)?.range[1] ?? assignments.at(-1)?.value.range[1] ?? from;
      commands.push({ words, assignments, joiner: draft.joiner, isConditional: depth > 0 || isAlternative, range: [Math.min(draft.start, from), to] });
    }
    if (deeper.has(name) || name === "function") depth++;
    if (next === "||") isAlternative = true;
    else if (next === ";") isAlternative = false;
    joiner = next;
    draft = { words: [], assignments: [], start: at, joiner };
  };

  while (at < text.length && commands.length < mostCommands) {
    const unit = text.charAt(at);
    const isEmpty = draft.words.length === 0 && draft.assignments.length === 0;
    if (unit === "\n") {
      at++;
      if (!isEmpty) finish(";");
      for (let here = hereEnds.shift(); here !== undefined; here = hereEnds.shift()) at = hereDocumentEnd(text, at, here);
    } else if (unit === "\\" && /^\\\r?\n/.test(text.slice(at, at + 3))) at += text.charAt(at + 1) === "\r" ? 3 : 2;
    else if (/\s/.test(unit)) at++;
    else if (unit === "#") at = lineEnd(text, at);
    else if (unit === ";") {
      at += text.startsWith(";;", at) ? 2 : 1;
      finish(";");
    } else if (unit === "&" && text.charAt(at + 1) !== ">") {
      const isAnd = text.charAt(at + 1) === "&";
      at += isAnd ? 2 : 1;
      finish(isAnd ? "&&" : "&");
    } else if (unit === "|") {
      const isOr = text.charAt(at + 1) === "|";
      at += isOr || text.charAt(at + 1) === "&" ? 2 : 1;
      finish(isOr ? "||" : "|");
    } else if (unit === "(" || unit === ")") {
      // `name()` declares a function: what follows may not run.
      const [only] = draft.words;
      if (unit === "(" && draft.words.length === 1 && only !== undefined && /^\(\s*\)/.test(text.slice(at, at + 20))) {
        draft.words.pop();
        depth++;
        at = text.indexOf(")", at) + 1;
        const brace = /\s*\{/y;
        brace.lastIndex = at;
        at += brace.exec(text)?.[0].length ?? 0;
      } else {
        at++;
        // A branch's pattern: `start)`.
        if (unit === ")" && depth > 0) draft.words.splice(0);
        if (draft.words.length > 0 || draft.assignments.length > 0) finish(joiner === "" ? ";" : joiner);
      }
    } else if (unit === "<" || unit === ">" || unit === "&") at = redirection(text, at, hereEnds);
    else {
      const word = readWord(text, at);
      if (word === undefined) {
        at++;
        continue;
      }
      if (isEmpty) draft.start = at;
      at = word.range[1];
      // `2>file`: the number belongs to the redirection.
      if (/^\d+$/.test(word.text) && /[<>]/.test(text.charAt(at))) continue;
      const assigned = draft.words.length === 0 ? /^([A-Za-z_]\w*)=([^]*)$/.exec(word.text) : null;
      if (assigned?.[1] === undefined) draft.words.push(word);
      else draft.assignments.push({ name: assigned[1], value: { ...word, text: assigned[2] ?? "" } });
    }
  }
  finish("");
  return commands;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}

/** Skips a redirection with its target. */
function redirection(text: string, start: number, hereEnds: { word: string; isIndented: boolean }[]): number {
  const operator = /^(?:&>>?|<<<|<<-?|[<>]&|>>|>\||<>|[<>])/.exec(text.slice(start, start + 3))?.[0] ?? text.charAt(start);
  let at = start + operator.length;
  if (text.charAt(at) === "(") return at;
  while (text.charAt(at) === " " || text.charAt(at) === "\t") at++;
  const target = readWord(text, at);
  if (target === undefined) return at;
  if (operator === "<<" || operator === "<<-") hereEnds.push({ word: target.text, isIndented: operator === "<<-" });
  return target.range[1];
}

function hereDocumentEnd(text: string, start: number, { word, isIndented }: { word: string; isIndented: boolean }): number {
  for (let at = start; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).replace(/\r$/, "");
    if ((isIndented ? line.replace(/^\t+/, "") : line) === word) return Math.min(end + 1, text.length);
    at = end + 1;
  }
  return text.length;
}
