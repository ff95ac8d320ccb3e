// Words of a shell script that name a folder of the repository: `$(dirname "$0")/..`, `$(git rev-parse --show-toplevel)`, a variable that holds one.
import { parseShell, type ShellCommand } from "@caio/repo-model/hooks";
import { join } from "./paths.js";

/** What a script knows of places. Paths are the repository's, "" for its root. */
export interface Places {
  /** The script's own path; undefined for a text that is no file. */
  readonly script: string | undefined;
  /** The folder that it is in; undefined where that is computed. */
  readonly folder: string | undefined;
  readonly variables: ReadonlyMap<string, string>;
}

const deepest = 6;
const longest = 1000;
const parentOf = (path: string | undefined): string | undefined => (path === undefined ? undefined : path.slice(0, Math.max(0, path.lastIndexOf("/"))));
const ofScript = /^(?:\$0|\$\{0\}|\$BASH_SOURCE|\$\{BASH_SOURCE(?:\[0\])?\})/;
const folderOfScript = /^\$\{(?:0|BASH_SOURCE(?:\[0\])?)%\/\*\}/;

/** The place that a computed word names; undefined where it cannot be told. */
export function placeOf(text: string, places: Places, depth = 0): string | undefined {
  if (depth > deepest || text.length > longest) return undefined;
  const script = ofScript.exec(text)?.[0];
  const folder = folderOfScript.exec(text)?.[0];
  const [variable, braced, bare] = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(text) ?? [];
  const inner = text.startsWith("$(") && !text.startsWith("$((") ? substitutionEnd(text) : undefined;
  const [begin, length] =
    script !== undefined
      ? [places.script, script.length]
      : folder !== undefined
        ? [parentOf(places.script), folder.length]
        : inner !== undefined
          ? [printedBy(text.slice(2, inner - 1), places, depth), inner]
          : variable === undefined
            ? [undefined, 0]
            : [places.variables.get(braced ?? bare ?? ""), variable.length];
  const rest = text.slice(length);
  if (begin === undefined || !/^(?:$|\/)/.test(rest) || /[$`]/.test(rest)) return undefined;
  return join(begin, rest.replace(/^\/+/, ""));
}

/** The offset behind a `$(…)` at the beginning; undefined where it is not closed. */
function substitutionEnd(text: string): number | undefined {
  let level = 0;
  for (let at = 1; at < text.length; at++) {
    if (text[at] === "(") level++;
    else if (text[at] === ")" && --level === 0) return at + 1;
  }
  return undefined;
}

/** What the commands of a `$(…)` print, where it is a place. */
function printedBy(text: string, places: Places, depth: number): string | undefined {
  let here = places.folder;
  for (const { words, joiner } of parseShell(text)) {
    const [name, ...rest] = words.map((word) => word.text);
    const last = rest.at(-1);
    const named = (): string | undefined => {
      const word = words.at(-1);
      if (word === undefined || last === undefined || last.startsWith("-")) return undefined;
      return word.isKnown ? (here === undefined ? undefined : join(here, word.text)) : placeOf(word.text, { ...places, folder: here }, depth + 1);
    };
    if (joiner === "|" || joiner === "||") return undefined;
    if (name === "cd" && rest.length > 0) here = named();
    else if (name === "pwd") return here;
    else if (name === "dirname") return parentOf(named());
    else if (name === "realpath" || (name === "readlink" && rest.includes("-f"))) return named();
    else if (name === "git" && rest.join(" ") === "rev-parse --show-toplevel") return "";
    else return undefined;
  }
  return undefined;
}

/** The variables that a command sets to places; those that it sets to something else are forgotten. */
export function takeVariables({ words, assignments }: ShellCommand, places: Places, variables: Map<string, string>): void {
  const isDeclaring = /^(?:export|readonly|local|declare|typeset)$/.test(words[0]?.text ?? "");
  if (words.length > 0 && !isDeclaring) return;
  const declared = isDeclaring ? words.slice(1).map(({ text }) => /^([A-Za-z_]\w*)=([^]*)$/.exec(text) ?? []) : [];
  for (const [name, text = ""] of [...assignments.map(({ name: one, value }) => [one, value.text]), ...declared.map(([, one, value]) => [one, value])]) {
    if (name === undefined) continue;
    const place = placeOf(text, places);
    if (place === undefined) variables.delete(name);
    else variables.set(name, place);
  }
}

/** A place as it is written from a folder. */
export const fromFolder = (folder: string, place: string): string =>
  folder === "" || folder === place || place.startsWith(`${folder}/`)
    ? place.slice(folder === "" ? 0 : folder.length + 1) || "."
    : `${"../".repeat(folder.split("/").length)}${place}`;
