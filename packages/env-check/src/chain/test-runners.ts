// What the command lines of unittest, tox and nox name.
import type { ShellWord } from "@caio/repo-model/hooks";
import { isGone } from "./absent.js";
import type { ModuleIndex } from "./modules.js";
import { join } from "./paths.js";
import type { TargetBody } from "./targets.js";

/** `python -m unittest …`: with names it runs those, else it looks for tests from a folder on. */
export function unittestTarget(words: readonly ShellWord[], folder: string, index: ModuleIndex): TargetBody {
  const plain: ShellWord[] = [];
  let start: ShellWord | undefined;
  let pattern = "test*.py";
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const [, inline] = /^(?:-s|--start-directory=)(.+)$/.exec(word.text) ?? [];
    if (/^(?:-s|--start-directory)$/.test(word.text)) start = words[++at];
    else if (inline !== undefined) start = { ...word, text: inline };
    else if (/^(?:-p|--pattern)$/.test(word.text)) pattern = words[++at]?.text ?? pattern;
    else if (/^(?:-t|--top-level-directory|-k|--durations)$/.test(word.text)) at++;
    else if (!word.text.startsWith("-")) plain.push(word);
  }
  const [verb, named] = plain;
  if (verb !== undefined && verb.text !== "discover") return { kind: "unknown" };
  const from = start ?? named;
  if (from === undefined) return { kind: "unittest", start: folder, pattern, folder };
  // A dotted name is a package's.
  if (!from.isKnown || from.isGlob || !/^[\w./-]+$/.test(from.text) || /\w\.\w/.test(from.text)) return { kind: "unknown" };
  const path = join(folder, from.text);
  if (path === undefined || !index.hasFolder(folder)) return { kind: "unknown" };
  return isGone(index, path) ? { kind: "absent", what: "tests", path } : { kind: "unittest", start: path, pattern, folder };
}

/** Options by which another configuration is meant. */
const elsewhere = /^(?:-c|--conf|--root|--workdir|-f|--noxfile|-x|--override)(?:=|$)/;

/** `tox -e a,b -- ARGS` and `nox -s a b -- ARGS`. */
export function environmentsTarget(tool: string, words: readonly ShellWord[], folder: string): readonly TargetBody[] {
  const end = words.findIndex(({ text }) => text === "--");
  const own = end < 0 ? words : words.slice(0, end);
  const args = end < 0 ? [] : words.slice(end + 1);
  const names: string[] = [];
  for (let at = 0; at < own.length; at++) {
    const word = own[at];
    if (word === undefined || elsewhere.test(word.text)) return [{ kind: "other", command: tool }];
    const isOption = tool === "tox" ? /^(?:-e|--env)$/.test(word.text) : /^(?:-s|-e|--sessions?)$/.test(word.text);
    const [, inline] = (tool === "tox" ? /^(?:-e|--env=)(.+)$/ : /^(?:-s|--sessions?=)(.+)$/).exec(word.text) ?? [];
    if (inline !== undefined && word.isKnown) for (const name of inline.split(",")) names.push(name);
    if (!isOption) continue;
    // nox takes all that follow.
    for (let next = own[at + 1]; next !== undefined && !next.text.startsWith("-"); next = own[at + 1]) {
      at++;
      if (next.isKnown) for (const name of next.text.split(",")) names.push(name);
      if (tool === "tox") break;
    }
  }
  return [
    { kind: "other", command: tool },
    { kind: "environments", tool: tool === "tox" ? "tox" : "nox", names: names.filter((name) => /^[\w.-]+$/.test(name)), args, folder },
  ];
}
