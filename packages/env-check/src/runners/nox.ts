// The commands of nox's sessions, read from the noxfile's tokens: nothing of it is run.
import { literalNames, logicalTokens, readLiteral, type PythonLiteral, type PythonToken } from "@caio/repo-model/manifests";
import type { SourceText } from "@caio/repo-model/text";
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

/** The `session.run(…)` of each session. Never throws. */
export function noxRunners(source: SourceText): readonly Runner[] {
  if (source.text.length > 300_000) return [];
  const tokens = logicalTokens(source.text);
  const names = literalNames(tokens);
  const found: Runner[] = [];
  let session: { name: string; at: PythonToken } | undefined;
  let isDecorated = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.isAtMargin && token.kind !== "newline") {
      if (token.text === "@") isDecorated ||= isSession(tokens, at);
      else {
        const name = token.text === "def" ? tokens[at + 1] : undefined;
        session = isDecorated && name !== undefined ? { name: name.text, at: name } : undefined;
        isDecorated = false;
      }
    }
    if (session === undefined || token.text !== "session" || tokens[at + 1]?.text !== "." || tokens[at + 3]?.text !== "(") continue;
    if (!/^run(?:_always|_install)?$/.test(tokens[at + 2]?.text ?? "")) continue;
    const words: string[] = [];
    let end = at + 4;
    // Keyword arguments and `*args` end what is known.
    while (tokens[end] !== undefined && tokens[end]?.text !== ")") {
      if (tokens[end]?.text === "*" || tokens[end]?.text === "**" || tokens[end + 1]?.text === "=") break;
      const { value, end: behind } = readLiteral(tokens, end, names);
      words.push(wordOf(value));
      end = behind;
      if (tokens[end]?.text === ",") end++;
    }
    const place = source.at([session.at.start, session.at.start + session.at.text.length]);
    if (words.length > 0) {
      const textAt = source.at([token.start, (tokens[at + 3]?.start ?? token.start) + 1]);
      found.push({ kind: "session", name: `nox -s ${session.name}`, at: place, text: words.join(" "), textAt, folder: folderOf(source.path) });
    }
    at = end;
  }
  return found;
}
