// The scripts that pdm and hatch keep for a project, in pyproject.toml and hatch.toml.
import { atPointer, child, parseToml, textItems, textOf, type DataNode } from "@caio/repo-model/data";
import type { Range, SourceText } from "@caio/repo-model/text";
import { folderOf } from "../chain/modules.js";
import type { Runner } from "./runner.js";

/** What `pdm run NAME ARGS` and `hatch run ENVIRONMENT:NAME ARGS` name. */
export interface ScriptCall {
  readonly tool: "pdm" | "hatch";
  readonly name: string;
  /** hatch's environment, from `-e`; its name may stand before the script's instead. */
  readonly environment: string | undefined;
  /** The arguments as they are written. */
  readonly args: string;
}

interface Line {
  readonly text: string;
  readonly range: Range;
}

const mostScripts = 50;

/** `{args}` and `{args:default}`; what else stands in braces is a variable to the shell's reader. */
function filled(text: string, args: string): string {
  return text
    .replace(/\{args(?::((?:[^{}]|\{[^{}]*\})*))?\}/g, (_whole, otherwise: string | undefined) => (args === "" ? (otherwise ?? "") : args))
    .replace(/\{(?:root|home)\}/g, ".")
    .replace(/\{pdm\}/g, "pdm")
    .replace(/\{env:[^:{}]*:([^{}]*)\}/g, "$1")
    .replace(/\{[^{}]*\}/g, "$TOOL");
}

const withArgs = (text: string, args: string): string => (/\{args\b/.test(text) ? filled(text, args) : `${filled(text, "")} ${args}`.trim());

/** The commands of a script of pdm's; a composite one runs others. */
function pdmLines(scripts: DataNode | undefined, name: string, args: string, seen: Set<string>): readonly Line[] {
  const node = child(scripts, name);
  if (node === undefined || seen.has(name) || seen.size >= mostScripts) return [];
  const open = new Set([...seen, name]);
  const around = (prefix: string): readonly Line[] => pdmLines(scripts, `${prefix}_${name}`, "", open);
  return [...around("pre"), ...ownPdmLines(scripts, node, args, open), ...around("post")];
}

function ownPdmLines(scripts: DataNode | undefined, node: DataNode, args: string, seen: Set<string>): readonly Line[] {
  const composite = child(node, "composite");
  if (composite?.kind === "list")
    return textItems(composite).flatMap(({ value, range }) => {
      const [first = "", ...rest] = filled(value, args).split(/\s+/);
      return child(scripts, first) === undefined ? [{ text: filled(value, args), range }] : pdmLines(scripts, first, rest.join(" "), seen);
    });
  const call = textOf(child(node, "call"));
  const module = /^([\w.]+):/.exec(call ?? "")?.[1];
  if (module !== undefined) return [{ text: `python -m ${module}`, range: node.range }];
  const given = node.kind === "map" ? (child(node, "cmd") ?? child(node, "shell")) : node;
  const text =
    textOf(given) ??
    textItems(given)
      .map(({ value }) => value)
      .join(" ");
  return given === undefined || text === "" ? [] : [{ text: withArgs(text, args), range: given.range }];
}

/** The commands of a script in one of hatch's environments, or in those that it takes after. */
function hatchLines(environments: DataNode | undefined, environment: string, name: string, args: string, seen: Set<string>): readonly Line[] {
  const key = `${environment}:${name}`;
  if (seen.has(key) || seen.size >= mostScripts) return [];
  const open = new Set([...seen, key]);
  const own = child(environments, environment) ?? child(environments, environment.split(".", 1)[0] ?? "");
  const node = child(child(own, "scripts"), name);
  if (node === undefined) {
    const template = textOf(child(own, "template")) ?? "default";
    return template === environment || environment === "default" ? [] : hatchLines(environments, template, name, args, open);
  }
  const items = node.kind === "string" ? [node] : textItems(node);
  return items.flatMap(({ value, range }) => {
    const text = filled(value.replace(/^-\s+/, ""), args);
    const [first = "", ...rest] = text.split(/\s+/);
    const inner = hatchLines(environments, environment, first, rest.join(" "), open);
    return inner.length > 0 ? inner : [{ text, range }];
  });
}

/** What a script runs; empty where a file has no script of that name. Never throws. */
export function toolScripts(source: SourceText, { tool, name, environment, args }: ScriptCall): readonly Runner[] {
  const { root } = parseToml(source.text);
  const table = source.path.endsWith("hatch.toml") ? root : atPointer(root, `/tool/${tool}`);
  const [, before, script = name] = /^([^:]+):(.+)$/.exec(name) ?? [];
  const lines =
    tool === "pdm"
      ? pdmLines(child(table, "scripts"), name, args, new Set())
      : hatchLines(child(table, "envs"), before ?? environment ?? "default", script, args, new Set());
  return lines.map(({ text, range }) => ({
    kind: "package-script",
    name: `${tool} run ${name}`,
    at: source.at(range),
    text,
    textAt: source.at(range),
    folder: folderOf(source.path),
  }));
}
