// husky: configurations of version 4, and lines that version 10 will not run. Source: husky 9.1.7, its bin and what it writes.
import { child, parseJson, parseYamlNow, textOf, type DataNode } from "@caio/repo-model/data";
import { gitHooks } from "@caio/repo-model/hooks";
import { repoPath, type Edit, type RepoPath, type SourceText } from "@caio/repo-model/text";
import type { OtherFault } from "./facts.js";

/** Files that husky 4 read, and no later one does. */
export const huskyFiles: readonly string[] = [
  "/.huskyrc",
  "/.huskyrc.json",
  "/.huskyrc.yml",
  "/.huskyrc.yaml",
  "/.huskyrc.js",
  "/.huskyrc.cjs",
  "/husky.config.js",
  "/husky.config.cjs",
];

/** The major version of husky that a manifest asks for; undefined where it asks for none, or none in particular. */
export function huskyMajor(manifest: SourceText | undefined): number | undefined {
  const root = manifest === undefined ? undefined : parseJson(manifest.text).root;
  for (const group of ["devDependencies", "dependencies"]) {
    const range = textOf(child(child(root, group), "husky"));
    const major = range === undefined ? undefined : /^[\^~=v ]*(\d+)(?:\.|$)/.exec(range)?.[1];
    if (major !== undefined) return Number(major);
  }
  return undefined;
}

/** A command of husky 4 as a line of a script of husky 9. */
export function todayLine(command: string): string {
  return command
    .replace(/(?:-E|--env)[ =]HUSKY_GIT_PARAMS/g, '--edit "$1"')
    .replace(/"?\$\{?HUSKY_GIT_PARAMS\}?"?|%HUSKY_GIT_PARAMS%/g, '"$@"')
    .replace(/\bHUSKY_SKIP_HOOKS=(?:1|true)\b/g, "HUSKY=0");
}

type Entry = Extract<DataNode, { kind: "map" }>["entries"][number];

function hooksIn(node: DataNode | undefined): readonly Entry[] {
  return node?.kind === "map" ? node.entries.filter(({ key, value }) => gitHooks.has(key) && value.kind === "string") : [];
}

/** The edit that takes an entry out of a JSON map, its comma with it. */
function withoutEntry(source: SourceText, entry: Entry, path: RepoPath): Edit {
  let [start, end] = [entry.keyRange[0], entry.value.range[1]];
  const after = /^\s*,/.exec(source.text.slice(end));
  while (start > 0 && /\s/.test(source.text.charAt(start - 1))) start--;
  if (after !== null) end += after[0].length;
  else if (source.text.charAt(start - 1) === ",") start--;
  return { path, range: [start, end], text: "" };
}

function legacy(
  source: SourceText,
  at: readonly [number, number],
  entries: readonly Entry[],
  major: number | undefined,
  edits: readonly Edit[] | undefined,
): OtherFault {
  const names = entries.map(({ key }) => key);
  const isIgnored = major !== undefined && major >= 5;
  return {
    rule: "husky-legacy-config",
    message: isIgnored
      ? `husky ${major} does not read this configuration, which is one of husky 4: no hook of it runs.`
      : "This is a configuration of husky 4; later versions do not read it.",
    at: source.at(at),
    help: `husky 9 runs the scripts in \`.husky/\`, one for each hook${names.length === 0 ? "" : `: ${names.map((name) => `\`.husky/${name}\``).join(", ")}`}.`,
    data: { hooks: names, husky: major ?? null },
    ...(isIgnored ? {} : { severity: "note" }),
    ...(edits === undefined || entries.length === 0 ? {} : { fix: { kind: "suggested", title: "write the hooks to `.husky/`", edits } }),
  };
}

const scripts = (entries: readonly Entry[]): Edit[] =>
  entries.map(({ key, value }) => ({ path: repoPath(`.husky/${key}`), create: `${todayLine(value.kind === "string" ? value.value : "")}\n`, mode: 0o755 }));

/** husky 4's part of package.json. `existing` are the scripts that there are already. */
export function huskyManifest(source: SourceText, existing: ReadonlySet<string>): OtherFault[] {
  const { root, problems } = parseJson(source.text);
  const husky = root?.kind === "map" ? root.entries.findLast(({ key }) => key === "husky") : undefined;
  const hooks = child(husky?.value, "hooks");
  if (husky === undefined || hooks === undefined || problems.length > 0) return [];
  const entries = hooksIn(hooks);
  const isFree = !entries.some(({ key }) => existing.has(`.husky/${key}`));
  const edits = isFree ? [...scripts(entries), withoutEntry(source, husky, source.path)] : undefined;
  return [legacy(source, husky.keyRange, entries, huskyMajor(source), edits)];
}

/** The data of a `.huskyrc`: JSON, or YAML where it has no ending too; undefined for a script, and for what cannot be read. */
function dataOf(source: SourceText): DataNode | undefined {
  if (/\.c?js$/.test(source.path)) return undefined;
  const isJson = source.path.endsWith(".json") || source.text.trimStart().startsWith("{");
  const { root, problems } = isJson ? parseJson(source.text) : parseYamlNow(source.text);
  return problems.length > 0 ? undefined : root;
}

/** A `.huskyrc`, of whichever ending; a script is not read. */
export function huskyFile(source: SourceText, major: number | undefined, existing: ReadonlySet<string>): OtherFault[] {
  const entries = hooksIn(child(dataOf(source), "hooks"));
  const isFree = entries.length > 0 && !entries.some(({ key }) => existing.has(`.husky/${key}`));
  const line = source.lineRange(1) ?? [0, 0];
  return [legacy(source, line, entries, major, isFree ? [...scripts(entries), { path: source.path, remove: true }] : undefined)];
}

const sourced = /^[ \t]*(?:\.|source)[ \t]+[^\r\n;&|#]*\/_\/husky\.sh["']?[ \t]*(?:\r?\n|$)/m;
const variables: Readonly<Record<string, string>> = {
  HUSKY_GIT_PARAMS: "git's parameters are the script's own: `\"$@\"`, `$1`",
  HUSKY_SKIP_HOOKS: "`HUSKY=0` skips hooks",
};

/** Lines of a script in `.husky/` that husky 9 warns of and husky 10 fails at. */
export function huskyScript(source: SourceText): OtherFault[] {
  const found: OtherFault[] = [];
  const line = sourced.exec(source.text);
  if (line !== null) {
    const start = line.index;
    const end = start + line[0].length;
    const before = /(?:^|\n)(#!\/usr\/bin\/env sh[ \t]*\r?\n(?:[ \t]*\r?\n)*)$/.exec(source.text.slice(0, start));
    const from = before?.[1] === undefined ? start : start - before[1].length;
    const blank = /^(?:[ \t]*\r?\n)+/.exec(source.text.slice(end))?.[0].length ?? 0;
    found.push({
      rule: "husky-legacy-line",
      message: "husky 9 warns of this line, and husky 10 will fail at it.",
      at: source.at([start, start + line[0].trimEnd().length]),
      help: "Remove it, and the line `#!/usr/bin/env sh` above it.",
      data: { line: line[0].trim() },
      fix: { kind: "safe", title: "remove the line", edits: [{ path: source.path, range: [from, from === 0 ? end + blank : end], text: "" }] },
    });
  }
  for (const [name, today] of Object.entries(variables))
    for (const { index } of source.text.matchAll(new RegExp(`\\b${name}\\b`, "g")))
      found.push({
        rule: "husky-legacy-line",
        message: `\`${name}\` is a variable of husky 4, which later versions do not set.`,
        at: source.at([index, index + name.length]),
        help: `Today ${today}.`,
        data: { line: name },
      });
  return found;
}
