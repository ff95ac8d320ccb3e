// lefthook: settings of version 1 that version 2 refuses, and hooks that git does not have. Measured against lefthook 2.2.2 (`validate`, `dump`).
import { nearest } from "@caio/repo-model/config";
import { child, parseData, type DataNode } from "@caio/repo-model/data";
import { gitHooks } from "@caio/repo-model/hooks";
import type { SourceText } from "@caio/repo-model/text";
import type { OtherFault } from "./facts.js";
import { globOf, outputOf } from "./lefthook-today.js";

type Entry = Extract<DataNode, { kind: "map" }>["entries"][number];
const entriesOf = (node: DataNode | undefined): readonly Entry[] => (node?.kind === "map" ? node.entries : []);

/** Keys at the root that are no hooks. Source: lefthook 2.2.2, its JSON schema. */
const settings = new Set([
  "$schema",
  "min_version",
  "lefthook",
  "colors",
  "no_tty",
  "assert_lefthook_installed",
  "extends",
  "remotes",
  "remote",
  "source_dir",
  "source_dir_local",
  "rc",
  "skip_lfs",
  "skip_output",
  "output",
  "no_auto_install",
  "install_non_git_hooks",
  "glob_matcher",
  "templates",
]);

/** What a removed key is today. */
const removed: Readonly<Record<string, string>> = { skip_output: "output", remote: "remotes" };

function* removedKeys(source: SourceText, root: DataNode | undefined): Iterable<OtherFault> {
  for (const { key, keyRange, value } of entriesOf(root)) {
    const today = Object.hasOwn(removed, key) ? removed[key] : undefined;
    // lefthook 2 takes a map under `skip_output` for a hook of that name.
    if (today === undefined || (key === "skip_output" && value.kind === "map")) continue;
    const isSingle = key === "remote" && value.kind === "map" && value.isFlow === true;
    const output =
      key === "skip_output" && child(root, "output") === undefined && (value.kind !== "list" || value.isFlow === true) ? outputOf(value) : undefined;
    yield {
      rule: "lefthook-removed-option",
      message: `\`${key}\` is no setting of lefthook 2; today it is \`${today}\`.`,
      at: source.at(keyRange),
      help: key === "remote" ? "`remotes` is a list: put `- ` before its one item." : "`output` names what is shown, where `skip_output` named what is not.",
      data: { option: key, today },
      ...(isSingle
        ? {
            fix: {
              kind: "safe" as const,
              title: "write `remotes`",
              edits: [
                { path: source.path, range: keyRange, text: "remotes" },
                { path: source.path, range: [value.range[0], value.range[0]] as const, text: "[" },
                { path: source.path, range: [value.range[1], value.range[1]] as const, text: "]" },
              ],
            },
          }
        : {}),
      ...(output === undefined
        ? {}
        : {
            fix: {
              kind: "safe" as const,
              title: `write \`output: ${output}\``,
              edits: [
                { path: source.path, range: keyRange, text: quotedAs(source, keyRange[0], "output") },
                { path: source.path, range: value.range, text: output },
              ],
            },
          }),
    };
  }
}

const isOneLine = ({ text }: SourceText, { range }: DataNode): boolean => !text.slice(...range).includes("\n");
/** A word in the quotes that stand at a place, or in none. */
const quotedAs = ({ text }: SourceText, at: number, word: string): string => (/["']/.test(text.charAt(at)) ? text.charAt(at) + word + text.charAt(at) : word);

/** Signs that no glob has and regular expressions do. */
const looksLikeRegex = (text: string): boolean => /\\[.dwsb/]|\(\^|\|\^|^\^|\$$|\.\*|\.\+|\(\?[:!=<]/.test(text);

/** The glob in the place of an expression, in a list where there is none. */
function globFix(source: SourceText, range: readonly [number, number], glob: string | undefined, isInList: boolean): Pick<OtherFault, "fix"> {
  if (glob === undefined) return {};
  const text = JSON.stringify(glob);
  return { fix: { kind: "suggested", title: `write ${text}`, edits: [{ path: source.path, range, text: isInList ? text : `[${text}]` }] } };
}

function* excludes(source: SourceText, node: DataNode | undefined, depth: number, hasOtherGlobs: boolean): Iterable<OtherFault> {
  if (depth > 12) return;
  for (const { key, value } of entriesOf(node)) {
    const items = value.kind === "list" ? value.items : [value];
    if (key === "exclude")
      for (const item of items)
        if (item.kind === "string" && looksLikeRegex(item.value))
          yield {
            rule: "lefthook-removed-option",
            message: "`exclude` is a list of globs since lefthook 2, and this is a regular expression: it excludes nothing.",
            at: source.at(item.range),
            help: 'Write globs, such as `["dist/**", "*.min.js"]`.',
            data: { option: "exclude", today: "exclude" },
            ...(hasOtherGlobs || !isOneLine(source, item) ? {} : globFix(source, item.range, globOf(item.value), value.kind === "list")),
          };
    yield* excludes(source, value, depth + 1, hasOtherGlobs);
  }
  if (node?.kind === "list") for (const item of node.items) yield* excludes(source, item, depth + 1, hasOtherGlobs);
}

function* skippedEmpty(source: SourceText, root: DataNode | undefined): Iterable<OtherFault> {
  for (const { value: hook } of entriesOf(root))
    for (const { value: command } of entriesOf(child(hook, "commands")))
      for (const { key, keyRange } of entriesOf(command))
        if (key === "skip_empty")
          yield {
            rule: "lefthook-removed-option",
            message: "`skip_empty` is no option of lefthook 2.",
            at: source.at(keyRange),
            help: "Remove it: a command whose files are none is skipped.",
            data: { option: key, today: null },
          };
}

function* unknownHooks(source: SourceText, root: DataNode | undefined): Iterable<OtherFault> {
  const known = [...gitHooks].filter((name) => name !== "manual");
  for (const { key, keyRange, value } of entriesOf(root)) {
    if (settings.has(key) || known.includes(key) || !["commands", "scripts", "jobs"].some((part) => child(value, part) !== undefined)) continue;
    // Any name makes a group for `lefthook run NAME`: only what is nearly a hook of git's is told.
    const near = nearest(key, known);
    if (near === undefined) continue;
    yield {
      rule: "lefthook-unknown-hook",
      message: `Git has no hook \`${key}\`, so that lefthook never runs it by itself.`,
      at: source.at(keyRange),
      help: `Did you mean \`${near}\`?`,
      data: { hook: key, nearest: near },
      fix: {
        kind: "suggested",
        title: `write \`${near}\``,
        edits: [{ path: source.path, range: keyRange, text: source.text.charAt(keyRange[0]) === '"' ? JSON.stringify(near) : near }],
      },
    };
  }
}

/** Faults of a lefthook configuration. */
export async function lefthookFaults(source: SourceText): Promise<OtherFault[]> {
  const root = (await parseData(source.path, source.text))?.root;
  return [
    ...removedKeys(source, root),
    ...excludes(source, root, 0, child(root, "glob_matcher") !== undefined),
    ...skippedEmpty(source, root),
    ...unknownHooks(source, root),
  ];
}
