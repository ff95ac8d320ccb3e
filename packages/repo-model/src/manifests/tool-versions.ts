// Files that say which programs are used, in which version: asdf, mise, pyenv, nvm.
import { child, parseToml, textOf, type DataNode } from "../data/index.js";
import type { Range, SourceText } from "../text/index.js";
import { draftManifest, type ManifestDraft } from "./draft.js";
import type { Ecosystem, Manifest, ManifestFormat } from "./manifest.js";
import { entriesOf } from "./toml-lists.js";

/** `3.11` and `3.11.4` as PEP 440 has them; "" for `latest`, a path, another implementation. */
export function pinned(version: string): string {
  const [, numbers] = /^v?(\d+(?:\.\d+)*)(?:\.x)?$/.exec(version.trim()) ?? [];
  if (numbers === undefined) return "";
  return numbers.split(".").length >= 3 ? `==${numbers}` : `==${numbers}.*`;
}

function declareTool(draft: ManifestDraft, name: string, version: string, range: Range): void {
  // mise writes `npm:prettier`, `pipx:black`; asdf's plug-in for Node has a name of its own.
  const plain = name.replace(/^(?:core|aqua|asdf|ubi|vfox):/, "");
  const canonical = plain === "nodejs" ? "node" : plain;
  draft.declare({ name, canonical, specifier: pinned(version), extras: [], scope: "tool", source: "registry" }, range);
}

/** Reads `.tool-versions`: a program and its versions a line; each version is a declaration. Never throws. */
export function readToolVersions(source: SourceText): Manifest {
  const draft = draftManifest(source, "tool", "tool-versions");
  for (const { index, 0: whole } of source.text.matchAll(/[^\r\n]+/g)) {
    const line = (whole.split("#", 1)[0] ?? "").trimEnd();
    const lead = line.length - line.trimStart().length;
    const [name = "", ...versions] = line.trim().split(/\s+/);
    if (name !== "") for (const version of versions) declareTool(draft, name, version, [index + lead, index + line.length]);
  }
  return draft.done();
}

/** Reads mise's TOML: `[tools]` with versions, lists of them, or tables. Never throws. */
export function readMise(source: SourceText): Manifest {
  const draft = draftManifest(source, "tool", "mise");
  const { root, problems } = parseToml(source.text);
  for (const { message, range } of problems) draft.problem("syntax", message, range);
  for (const { key, keyRange, value } of entriesOf(child(root, "tools"))) {
    const versions: readonly DataNode[] = value.kind === "list" ? value.items : [value];
    for (const one of versions)
      declareTool(draft, key, textOf(one) ?? textOf(child(one, "version")) ?? "", [keyRange[0], Math.max(keyRange[1], value.range[1])]);
  }
  return draft.done();
}

/** Reads `.python-version`, `.nvmrc`, `.node-version`: the first line that says something. Never throws. */
export function readVersionFile(source: SourceText, ecosystem: Ecosystem, format: ManifestFormat): Manifest {
  const draft = draftManifest(source, ecosystem, format);
  const found = /^[ \t\ufeff]*([^\s#][^\r\n#]*)/m.exec(source.text);
  const version = found?.[1]?.trim() ?? "";
  if (found !== null && version !== "") {
    const start = found.index + found[0].indexOf(version);
    const plain = version.replace(/^(?:cpython|python)[-@]?/i, "");
    draft.requires = { specifier: pinned(plain) === "" ? plain : pinned(plain), at: source.at([start, start + version.length]) };
  }
  return draft.done();
}
