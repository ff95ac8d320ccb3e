// Adds a requirement to a manifest, in the manifest's own style.
import { child, parseToml, textItems, type DataNode } from "../data/index.js";
import type { Range, SourceText, TextEdit } from "../text/index.js";
import { canonicalName } from "./canonical-name.js";
import { manifestFormat } from "./read-manifests.js";
import { readRequirement } from "./requirement.js";
import { requirementLines } from "./requirements-file.js";

const endOfLine = (text: string): string => (/\r\n/.test(text) ? "\r\n" : "\n");
const nameOf = (text: string): string | undefined => readRequirement(text.split(/\s--/)[0] ?? text)?.canonical;
const isSorted = (names: readonly string[]): boolean => names.every((name, at) => at === 0 || (names[at - 1] ?? "") <= name);

/** Where a name goes among sorted ones; behind the last of unsorted ones. */
function placeOf(names: readonly string[], name: string): number {
  if (!isSorted(names)) return names.length;
  const at = names.findIndex((one) => one > name);
  return at === -1 ? names.length : at;
}

function addLine(source: SourceText, requirement: string, name: string): TextEdit {
  const { text, path } = source;
  const eol = endOfLine(text);
  const lines = [...requirementLines(text)].flatMap((line) => {
    const canonical = line.text.startsWith("-") ? undefined : nameOf(line.text);
    return canonical === undefined ? [] : [{ ...line, canonical }];
  });
  const at = placeOf(
    lines.map(({ canonical }) => canonical),
    name,
  );
  const before = lines[at];
  if (before !== undefined) return { path, range: [before.start, before.start], text: `${requirement}${eol}` };
  const last = lines.at(-1);
  if (last !== undefined && isSorted(lines.map(({ canonical }) => canonical))) return { path, range: [last.end, last.end], text: `${eol}${requirement}` };
  const lead = text === "" || /[\r\n]$/.test(text) ? "" : eol;
  return { path, range: [text.length, text.length], text: `${lead}${requirement}${eol}` };
}

/** Adds to a TOML array of strings, one a line or all in one, with its quotes, indentation and trailing comma. */
function addToArray(source: SourceText, list: Extract<DataNode, { kind: "list" }>, requirement: string, name: string): TextEdit {
  const { text, path } = source;
  const eol = endOfLine(text);
  const items = list.items.filter((item) => item.kind === "string");
  const quote = items.some(({ range }) => text.charAt(range[0]) === '"') || items.length === 0 || requirement.includes("'") ? '"' : "'";
  const written = `${quote}${quote === '"' ? requirement.replaceAll('"', "'") : requirement}${quote}`;
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return { path, range: [list.range[0] + 1, list.range[0] + 1], text: written };
  const lineStart = text.lastIndexOf("\n", first.range[0]) + 1;
  const lead = text.slice(lineStart, first.range[0]);
  const isOnePerLine = lead.trim() === "" && lineStart > list.range[0];
  const at = placeOf(
    items.map(({ value }) => nameOf(value) ?? ""),
    name,
  );
  const before = items[at];
  if (before !== undefined) return { path, range: [before.range[0], before.range[0]], text: isOnePerLine ? `${written},${eol}${lead}` : `${written}, ` };
  const end: Range = [last.range[1], last.range[1]];
  return { path, range: end, text: isOnePerLine ? `,${eol}${lead}${written}` : `, ${written}` };
}

/**
 * The edits that add `requirement` (`pydantic-settings>=2.0.0`) to a requirements file or to `[project] dependencies` (or the group or
 * extra `group`, which is made where there is none) of a pyproject.toml, sorted where the entries are, with the file's line ends, quotes and indentation. Empty where
 * the name is declared there already or is none of PEP 508, or the file has no place for it that can be seen.
 */
export function addRequirement(source: SourceText, requirement: string, group?: string): readonly TextEdit[] {
  const name = nameOf(requirement);
  // Poetry's tables take names that PEP 508 does not.
  if (name === undefined) return [];
  const format = manifestFormat(source.path);
  if (format === "requirements") {
    const isThere = [...requirementLines(source.text)].some((line) => nameOf(line.text) === name);
    return isThere ? [] : [addLine(source, requirement, name)];
  }
  if (format !== "pyproject") return [];
  const { root, problems } = parseToml(source.text);
  if (problems.length > 0) return [];
  const project = child(root, "project");
  const inGroup = (name_: string): DataNode | undefined =>
    child(child(root, "dependency-groups"), name_) ??
    child(child(project, "optional-dependencies"), name_) ??
    child(child(child(child(root, "tool"), "pdm"), "dev-dependencies"), name_);
  const list = group === undefined ? child(project, "dependencies") : inGroup(group);
  if (list?.kind === "list") {
    const isThere = list.items.some((item) => item.kind === "string" && nameOf(item.value) === name);
    return isThere || list.items.some((item) => item.kind !== "string" && group === undefined) ? [] : [addToArray(source, list, requirement, name)];
  }
  if (list !== undefined) return [];
  return group === undefined ? addToPoetryOrTable(source, root, requirement, name) : addGroup(source, root, requirement, name, group);
}

/** Adds a line to a table of names with versions, as poetry has them. */
function addVersionLine(source: SourceText, table: DataNode | undefined, requirement: string, name: string): readonly TextEdit[] {
  if (table?.kind !== "map" || table.entries.some(({ key }) => canonicalName(key) === name)) return [];
  const last = table.entries.at(-1);
  const parsed = readRequirement(requirement);
  if (last === undefined || parsed === undefined) return [];
  const { text, path } = source;
  const lineEnd = text.slice(last.value.range[1]).search(/\r?\n|$/) + last.value.range[1];
  return [{ path, range: [lineEnd, lineEnd], text: `${endOfLine(text)}${parsed.name} = "${parsed.specifier === "" ? "*" : parsed.specifier}"` }];
}

/** A group that is poetry's, or that is not there yet. */
function addGroup(source: SourceText, root: DataNode | undefined, requirement: string, name: string, group: string): readonly TextEdit[] {
  const poetry = child(child(root, "tool"), "poetry");
  const table = child(child(child(poetry, "group"), group), "dependencies") ?? (group === "dev" ? child(poetry, "dev-dependencies") : undefined);
  if (table !== undefined) return addVersionLine(source, table, requirement, name);
  const { text, path } = source;
  const eol = endOfLine(text);
  const groups = child(root, "dependency-groups");
  const line = `${group} = ["${requirement.replaceAll('"', "'")}"]`;
  const last = groups?.kind === "map" ? groups.entries.at(-1) : undefined;
  if (last !== undefined) {
    const lineEnd = text.slice(last.value.range[1]).search(/\r?\n|$/) + last.value.range[1];
    return [{ path, range: [lineEnd, lineEnd], text: `${eol}${line}` }];
  }
  if (groups !== undefined || child(root, "project") === undefined) return [];
  const lead = text === "" || /[\r\n]$/.test(text) ? eol : eol + eol;
  return [{ path, range: [text.length, text.length], text: `${lead}[dependency-groups]${eol}${line}${eol}` }];
}

/** A project without `dependencies` gets them; poetry's table gets a line. */
function addToPoetryOrTable(source: SourceText, root: DataNode | undefined, requirement: string, name: string): readonly TextEdit[] {
  const { text, path } = source;
  const eol = endOfLine(text);
  const poetry = child(child(child(root, "tool"), "poetry"), "dependencies");
  const project = child(root, "project");
  if (poetry?.kind === "map" && project === undefined) {
    return addVersionLine(source, poetry, requirement, name);
  }
  const isDynamic = textItems(child(project, "dynamic")).some(({ value }) => value === "dependencies");
  if (project?.kind !== "map" || isDynamic) return [];
  // Behind the last plain value of the table, before any table of its own.
  const plain = project.entries.filter(({ value }) => value.kind !== "map" || value.isFlow === true);
  const last = plain.at(-1);
  if (last === undefined) return [];
  const lineEnd = text.slice(last.value.range[1]).search(/\r?\n|$/) + last.value.range[1];
  return [{ path, range: [lineEnd, lineEnd], text: `${eol}dependencies = [${eol}    "${requirement}",${eol}]` }];
}
