// Poetry's tables, and the others that give versions by name (Pipfile, pixi).
import { child, parseToml, textItems, textOf, type DataNode } from "../data/index.js";
import { canonicalName } from "./canonical-name.js";
import { draftManifest, sourceOfUrl, type ManifestDraft, type Place } from "./draft.js";
import type { Declaration, Manifest } from "./manifest.js";
import type { SourceText } from "../text/index.js";

/** `^1.2`, `~1.2` and `*` as PEP 440 has them; undefined for what is neither. */
export function poetrySpecifier(text: string): string | undefined {
  const parts: string[] = [];
  for (const raw of text.split(",")) {
    const part = raw.trim();
    if (part === "*" || part === "") continue;
    const [, sign = "", version = ""] = /^(\^|~(?!=))?\s*(.*)$/.exec(part) ?? [];
    if (sign === "") {
      if (/^[\d.]+$/.test(version)) parts.push(`==${version}`);
      else if (/^[\d.]+\.\*$/.test(version)) parts.push(`==${version}`);
      else if (/^(?:===|[=!<>~]=|[<>])/.test(version)) parts.push(version.replace(/\s+/g, ""));
      else return undefined;
      continue;
    }
    const numbers = /^\d+(?:\.\d+)*/.exec(version)?.[0].split(".").map(Number);
    if (numbers === undefined) return undefined;
    const fixed = sign === "~" ? Math.min(numbers.length, 2) : caretLength(numbers);
    const upper = numbers.slice(0, fixed);
    upper[fixed - 1] = (upper[fixed - 1] ?? 0) + 1;
    parts.push(`>=${version}`, `<${upper.join(".")}`);
  }
  return parts.join(",");
}

/** How many numbers a caret holds: up to the first that is not 0. */
function caretLength(numbers: readonly number[]): number {
  const first = numbers.findIndex((number) => number !== 0);
  return first === -1 ? numbers.length : first + 1;
}

function sourceOfTable(table: DataNode): Declaration["source"] {
  if (child(table, "git") !== undefined) return "git";
  if (
    child(table, "path") !== undefined ||
    child(table, "file") !== undefined ||
    child(table, "develop") !== undefined ||
    child(table, "workspace") !== undefined
  )
    return "local";
  const url = textOf(child(table, "url"));
  return url === undefined ? "registry" : sourceOfUrl(url);
}

/** Where a table says that a package lies. */
function placeOfTable(table: DataNode): { readonly from?: string } {
  const from = ["git", "path", "file", "url"].map((key) => textOf(child(table, key))).find((text) => text !== undefined);
  return from === undefined ? {} : { from };
}

/** `markers`, or poetry's `python = "^3.8"` and `platform = "linux"` of a table as PEP 508 has them. */
function markerOf(table: DataNode): string | undefined {
  const python = poetrySpecifier(textOf(child(table, "python")) ?? "") ?? "";
  const clauses = python.split(",").flatMap((clause) => {
    const [, operator, version] = /^([=!<>~]+)(.+)$/.exec(clause) ?? [];
    return operator === undefined || version === undefined ? [] : [`python_version ${operator} "${version}"`];
  });
  const platform = textOf(child(table, "platform"));
  const all = [textOf(child(table, "markers")), ...clauses, platform === undefined ? undefined : `sys_platform == "${platform}"`];
  const given = all.filter((one) => one !== undefined);
  return given.length === 0 ? undefined : given.map((one) => (given.length > 1 && / or /.test(one) ? `(${one})` : one)).join(" and ");
}

/** A table of names with versions: strings, tables, or lists of them. */
export function takeVersionTable(
  draft: ManifestDraft,
  node: DataNode | undefined,
  place: Place,
  extras: ReadonlyMap<string, string> = new Map(),
  canonicalOf: (name: string) => string = canonicalName,
): void {
  if (node?.kind !== "map") return;
  for (const { key, keyRange, value } of node.entries) {
    if (key.toLowerCase() === "python") {
      const text = textOf(value);
      if (text !== undefined) draft.requires ??= { specifier: poetrySpecifier(text) ?? text, at: draft.source.at(value.range) };
      continue;
    }
    for (const one of value.kind === "list" ? value.items : [value]) {
      const isTable = one.kind === "map";
      const version = textOf(isTable ? child(one, "version") : one) ?? "";
      const marker = markerOf(one);
      const optional = child(one, "optional");
      const isOptional = optional?.kind === "boolean" && optional.value;
      const group = isOptional ? (extras.get(canonicalName(key)) ?? place.group) : place.group;
      draft.declare(
        {
          name: key,
          canonical: canonicalOf(key),
          specifier: poetrySpecifier(version) ?? "",
          extras: textItems(child(one, "extras")).map(({ value: extra }) => extra),
          scope: isOptional ? "optional" : place.scope,
          source: isTable ? sourceOfTable(one) : "registry",
          ...(isTable ? placeOfTable(one) : {}),
          ...(marker === undefined ? {} : { marker }),
          ...(group === undefined ? {} : { group }),
        },
        [keyRange[0], Math.max(keyRange[1], value.range[1])],
      );
    }
  }
}

/** The extra that each optional dependency belongs to: `[tool.poetry.extras]`. */
function extrasOf(poetry: DataNode | undefined): ReadonlyMap<string, string> {
  const extras = child(poetry, "extras");
  const pairs =
    extras?.kind === "map" ? extras.entries.flatMap(({ key, value }) => textItems(value).map((item) => [canonicalName(item.value), key] as const)) : [];
  // Of several the first.
  return new Map(pairs.toReversed());
}

/** `[tool.poetry]`. */
export function takePoetry(draft: ManifestDraft, poetry: DataNode | undefined): void {
  const name = textOf(child(poetry, "name"));
  if (name !== undefined) draft.project ??= name;
  takeVersionTable(draft, child(poetry, "dependencies"), { scope: "runtime" }, extrasOf(poetry));
  takeVersionTable(draft, child(poetry, "dev-dependencies"), { scope: "dev", group: "dev" });
  const groups = child(poetry, "group");
  if (groups?.kind !== "map") return;
  for (const { key, value } of groups.entries) {
    const optional = child(value, "optional");
    const taken = textItems(child(value, "include-groups")).map((one) => one.value);
    draft.group(key, "group", taken, optional?.kind === "boolean" && optional.value);
  }
  for (const { key, value } of groups.entries) takeVersionTable(draft, child(value, "dependencies"), { scope: "dev", group: key });
}

/** Reads a Pipfile. Never throws. */
export function readPipfile(source: SourceText): Manifest {
  const draft = draftManifest(source, "python", "pipfile");
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  takeVersionTable(draft, child(root, "packages"), { scope: "runtime" });
  takeVersionTable(draft, child(root, "dev-packages"), { scope: "dev", group: "dev" });
  const version = child(child(root, "requires"), "python_version") ?? child(child(root, "requires"), "python_full_version");
  if (version?.kind === "string") draft.requires = { specifier: `==${version.value}.*`, at: source.at(version.range) };
  return draft.done();
}
