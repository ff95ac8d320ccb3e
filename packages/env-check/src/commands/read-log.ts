// The failures that a log tells of: of Python, Node, shells, pre-commit, pip, uv, poetry, make, however the log was coloured and prefixed.

/** A failure that a log tells of. */
export interface Failure {
  readonly kind: "module" | "name" | "command" | "interpreter" | "node-module" | "node-engine" | "own-file";
  /** The module, command or version that is missing. */
  readonly name: string;
  /** The package that does not take the interpreter, and what it takes, where the log tells. */
  readonly of?: string;
  readonly range?: string;
  /** The line of the log, from 1. */
  readonly line: number;
  readonly text: string;
}

const word = "([\\w.+@/-]+)";
const rows: readonly (readonly [Failure["kind"], RegExp])[] = [
  ["name", /ImportError: cannot import name '[^']*' from (?:partially initialized module )?'([\w.]+)'/],
  ["module", /(?:ModuleNotFoundError|ImportError): No module named '?([\w.]+)'?/],
  ["module", /(?:^|[/\\ ])(?:python|pypy)[\d.]*(?:\.exe)?: No module named ([\w.]+)/],
  ["module", /Error while finding module specification for '([\w.]+)'/],
  ["interpreter", /Package '(?<of>[\w.-]+)' requires a different Python: (?<name>\d[\w.+]*) not in '(?<range>[^']*)'/],
  ["interpreter", /requires a different Python: (\d[\w.+]*) not in/],
  [
    "interpreter",
    /current Python version \((?<name>\d[\w.+]*)\) does not satisfy Python(?<range>[^\s]+)(?: and (?:all versions of )?(?<of>[\w.-]+?)(?:==\S+|\[\S+)? depends?\b)?/,
  ],
  ["interpreter", /currently activated Python version (\d[\w.+]*) is not supported by the project/],
  ["interpreter", /interpreter resolved to Python (\d[\w.+]*), which is incompatible/],
  ["interpreter", /Python version (\d[\w.+]*) does not satisfy/],
  ["command", /Executable `([^`\s]+)` not found/],
  ["command", /^`(pre-commit)` not found\./],
  // bash, zsh, ksh, fish, dash and busybox, make, env, Windows, npm, poetry, uv, Node.
  ["command", new RegExp(`(?:^|[:\\s])${word}: command not found(?:\\.\\.\\.)?\\s*$`, "i")],
  ["command", new RegExp(`command not found: ${word}\\s*$`, "i")],
  ["command", new RegExp(`Unknown command: '?${word}'?\\s*$`)],
  ["command", new RegExp(`(?:^|\\s)(?:[\\w./-]*: )?(?:line )?\\d+: ${word}: not found\\s*$`)],
  ["command", new RegExp(`(?:^|\\s)-?(?:ba|da|a|z|k)?sh: ${word}: not found\\s*$`)],
  ["command", new RegExp(`\\benv: ['‘"]?${word}['’"]?: No such file or directory`)],
  ["command", new RegExp(`^g?make(?:\\[\\d+\\])?: ${word}: (?:Command not found|No such file or directory)`)],
  ["command", new RegExp(`'${word}' is not recognized as an internal or external command`)],
  ["command", new RegExp(`The term '${word}' is not recognized as`)],
  ["command", new RegExp("Failed to spawn: `" + word + "`")],
  ["command", new RegExp(`\\bspawn ${word} ENOENT`)],
  ["node-engine", /The engine "node" is incompatible with this module\.[^]*Got "([\d.]+)"/],
  ["node-engine", /EBADENGINE\s+current: \{ node: 'v([\d.]+)'/],
  ["own-file", /Cannot find module '((?:\.{0,2}\/|[A-Za-z]:\\|file:)[^']*)'/],
  ["node-module", /Cannot find (?:module|package) '([^']+)'/],
  ["node-module", /(?:Failed|failed) to resolve import "([^"./][^"]*)"/],
];

/** What begins a line in logs of CI: a time, a job with its step, tox's environment. */
const prefix = /^(?:[^\t]{1,200}\t[^\t]{1,200}\t)?\ufeff?(?:\d{4}-\d\d-\d\dT[\d:.]+Z\s?)?(?:\[\d+\/\d+\]\s?)?(?:E {3,}|> +)?/;
const escapes = new RegExp("\\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\u0007\\u001b]{0,500}(?:\\u0007|\\u001b\\\\)?|[@-Z\\\\^_])|\\u009b[0-?]*[ -/]*[@-~]", "g");
/** What is read of a line at most, at its beginning and at its end. */
const mostOfLine = 4000;

/** A package's name: `@scope/name/file` is `@scope/name`. */
const packageName = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** A name that a message may hold and that is no command: a number, an address, a word of prose. */
const isNoCommand = (name: string): boolean =>
  /^\d+$|:\/\/|^(?:error|warning|page|file|directory|resource|key|the|it|was|repository|remote|fatal)$/i.test(name);

/** The failures that a log tells of, each once, in order. Never throws; time grows with the log alone. */
export function readLog(log: string): readonly Failure[] {
  const found = new Map<string, Failure>();
  let line = 0;
  for (let start = 0; start <= log.length;) {
    const end = endOfLine(log, start);
    line++;
    const whole = end - start > 2 * mostOfLine ? [log.slice(start, start + mostOfLine), log.slice(end - mostOfLine, end)] : [log.slice(start, end)];
    for (const part of whole) {
      const failure = part.length < 8 ? undefined : failureIn(part, line);
      const key = failure === undefined ? "" : `${failure.kind} ${failure.name}`;
      if (failure !== undefined && !found.has(key)) found.set(key, failure);
    }
    start = end + (log.charAt(end) === "\r" && log.charAt(end + 1) === "\n" ? 2 : 1);
  }
  return [...found.values()];
}

function endOfLine(log: string, start: number): number {
  const feed = log.indexOf("\n", start);
  const end = feed === -1 ? log.length : feed;
  return end > start && log.charAt(end - 1) === "\r" ? end - 1 : end;
}

function failureIn(raw: string, line: number): Failure | undefined {
  const text = raw.replace(escapes, "").replace(prefix, "");
  for (const [kind, pattern] of rows) {
    const match = pattern.exec(text);
    const { of, range, name = match?.[1] } = match?.groups ?? {};
    if (name === undefined || (kind === "command" && isNoCommand(name))) continue;
    // Node's own modules come with it.
    if (kind === "node-module" && name.startsWith("node:")) continue;
    return {
      kind,
      name: kind === "node-module" ? packageName(name) : name.replace(/\.$/, ""),
      line,
      text: text.trim().slice(0, 500),
      ...(of === undefined ? {} : { of }),
      ...(range === undefined ? {} : { range }),
    };
  }
  return undefined;
}
