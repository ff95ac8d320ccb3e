// The commands of nox's sessions, read from the noxfile's tokens: nothing of it is run.
import {
  expressionEnd,
  literalNames,
  logicalTokens,
  pythonString,
  readLiteral,
  type PythonLiteral,
  type PythonNames,
  type PythonToken,
} from "@caio/repo-model/manifests";
import type { Location, SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import type { Runner } from "./runner.js";

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
/** A literal as a word of a shell; what has to be run is a variable. */
const wordOf = (value: PythonLiteral): string => (value.kind === "string" ? quoted(value.value) : "$SESSION");

/** Whether the decorator that begins at a `@` is nox's. */
const isSession = (tokens: readonly PythonToken[], at: number): boolean => {
  const [first, dot, second] = [tokens[at + 1]?.text, tokens[at + 2]?.text, tokens[at + 3]?.text];
  return first === "session" || first === "nox_session" || (first === "nox" && dot === "." && second === "session");
};

/** A call on a session: what it installs or runs. */
export interface SessionCall {
  readonly session: string;
  readonly sessionAt: Location;
  readonly verb: string;
  /** Its words as a shell's; those that have to be run are variables. */
  readonly words: readonly string[];
  readonly at: Location;
  /** Whether something else than the session's own calls may install: a helper that is given the session, an environment of another kind. */
  readonly isOpen: boolean;
  /** Whether the session goes into another folder. */
  readonly isMoved: boolean;
}

/** The calls on each session, in order. Never throws. */
export function sessionCalls(source: SourceText): readonly SessionCall[] {
  if (source.text.length > 300_000) return [];
  const tokens = logicalTokens(source.text);
  const global = literalNames(tokens);
  // A session's own lists; what it binds twice or changes in place is not known.
  const own = new Map<string, PythonLiteral | undefined>();
  const names: PythonNames = {
    has: (name) => own.has(name) || global.has(name),
    get: (name) => (own.has(name) ? own.get(name) : global.get(name)),
    readsFile: (name) => global.readsFile(name),
  };
  const found: SessionCall[] = [];
  const open = new Set<string>();
  const moved = new Set<string>();
  let session: { name: string; at: PythonToken } | undefined;
  let isDecorated = false;
  let isApart = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.isAtMargin && token.kind !== "newline") {
      if (token.text === "@") {
        isDecorated ||= isSession(tokens, at);
        const line = tokens.slice(at, expressionEnd(tokens, at + 1)).map(({ text }) => text);
        isApart ||= line.some((text) => /^(?:venv_backend|venv_params)$/.test(text)) || /python=False/.test(line.join(""));
      } else {
        const name = token.text === "def" ? tokens[at + 1] : undefined;
        session = isDecorated && name !== undefined ? { name: name.text, at: name } : undefined;
        if (session !== undefined && isApart) open.add(session.name);
        isDecorated = false;
        isApart = false;
        own.clear();
        // The parameters are no use of the session.
        if (session !== undefined) while (at < tokens.length && tokens[at]?.kind !== "newline") at++;
      }
    }
    if (session === undefined) continue;
    const next = tokens[at + 1]?.text;
    const isBound = token.kind === "name" && tokens[at - 1]?.kind === "newline" && (next === "=" || next === "+=" || next === ".");
    if (isBound && token.text !== "session") own.set(token.text, next === "=" && !own.has(token.text) ? readLiteral(tokens, at + 2, names).value : undefined);
    // `os.chdir(…)`, `contextlib.chdir(…)`: the session's commands go with it.
    if (token.text === "chdir" && next === "(" && tokens[at - 2]?.text !== "session") {
      open.add(session.name);
      moved.add(session.name);
    }
    if (token.text !== "session") continue;
    if (tokens[at + 1]?.text !== ".") open.add(session.name);
    if (tokens[at + 1]?.text !== "." || tokens[at + 3]?.text !== "(") continue;
    const verb = tokens[at + 2]?.text ?? "";
    if (/^(?:conda_install|chdir|cd)$/.test(verb)) open.add(session.name);
    if (/^(?:chdir|cd)$/.test(verb)) moved.add(session.name);
    if (!/^(?:run(?:_always|_install)?|install)$/.test(verb)) continue;
    const { words, end } = wordsOf(tokens, at + 4, names, verb === "install");
    if (words.length > 0) {
      const place = source.at([session.at.start, session.at.start + session.at.text.length]);
      const here = source.at([token.start, (tokens[at + 3]?.start ?? token.start) + 1]);
      found.push({ session: session.name, sessionAt: place, verb, words, at: here, isOpen: false, isMoved: false });
    }
    at = end;
  }
  return found.map((call) => ({ ...call, isOpen: open.has(call.session), isMoved: moved.has(call.session) }));
}

/** A call's words, from behind its bracket. Keyword arguments end them, and so does `*args` of what is run. */
function wordsOf(
  tokens: readonly PythonToken[],
  from: number,
  names: PythonNames,
  isInstall: boolean,
): { readonly words: readonly string[]; readonly end: number } {
  const words: string[] = [];
  let at = from;
  while (tokens[at] !== undefined && tokens[at]?.text !== ")") {
    const isStarred = tokens[at]?.text === "*";
    if ((isStarred && !isInstall) || tokens[at]?.text === "**" || tokens[at + 1]?.text === "=") break;
    const text = tokens
      .slice(at, at + 6)
      .map((one) => one.text)
      .join("");
    if (isStarred && text.startsWith("*nox.project.dependency_groups(") === false) {
      const { value, end } = readLiteral(tokens, at + 1, names);
      for (const one of value.kind === "list" ? value.items : [value]) words.push(wordOf(one));
      at = end;
    } else if (isStarred) {
      // nox.project.dependency_groups(PYPROJECT, "test", "docs")
      const end = expressionEnd(tokens, at + 1);
      for (const one of tokens.slice(at, end)) if (one.kind === "string") words.push("--group", quoted(pythonString(one.text) ?? "$SESSION"));
      at = end;
    } else {
      const { value, end } = readLiteral(tokens, at, names);
      words.push(wordOf(value));
      at = end;
    }
    // What is neither is no Python: it would be read for ever.
    if (tokens[at]?.text === ",") at++;
    else break;
  }
  return { words, end: at };
}

/** The `session.run(…)` of each session. Never throws. */
export function noxRunners(source: SourceText): readonly Runner[] {
  return sessionCalls(source)
    .filter(({ verb }) => verb !== "install")
    .map(({ session, sessionAt, words, at, isMoved }) => ({
      kind: "session",
      name: `nox -s ${session}`,
      at: sessionAt,
      text: words.join(" "),
      textAt: at,
      folder: isMoved ? undefined : folderOf(source.path),
    }));
}
