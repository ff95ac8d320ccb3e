// go.mod: what a Go module requires.
import type { SourceText } from "../text/index.js";
import { draftManifest } from "./draft.js";
import type { Manifest } from "./manifest.js";

/** Reads go.mod (https://go.dev/ref/mod). Never throws. Indirect requirements have the group `indirect`, tools the group `tool`. */
export function readGoMod(source: SourceText): Manifest {
  const draft = draftManifest(source, "go", "go.mod");
  const tools: { name: string; from: number }[] = [];
  const versions = new Map<string, string>();
  let block: string | undefined;
  for (const { index, 0: whole } of source.text.matchAll(/[^\r\n]+/g)) {
    const [code = "", comment = ""] = whole.split("//", 2);
    const words = code.trim().split(/\s+/);
    const [first = "", ...rest] = words;
    if (first === "") continue;
    if (block !== undefined && first === ")") {
      block = undefined;
      continue;
    }
    if (block === undefined && rest[0] === "(") {
      block = first;
      continue;
    }
    const directive = block ?? first;
    const [name = "", version = ""] = (block === undefined ? rest : words).map((word) => word.replace(/^["`]|["`]$/g, ""));
    const from = index + whole.indexOf(name);
    const end = index + code.trimEnd().length;
    if (directive === "module") draft.project = name;
    else if (directive === "go") draft.requires = { specifier: `>=${name}`, at: source.at([from, end]) };
    else if (directive === "replace") {
      const [target = "", to = ""] = rest.slice(rest.indexOf("=>") + 1).map((word) => word.replace(/^["`]|["`]$/g, ""));
      if (!rest.includes("=>") || target === "") continue;
      const place = /^\.{0,2}\//.test(target) ? ({ source: "local", from: target } as const) : ({ source: "registry" } as const);
      draft.declare({ name: target, canonical: target, specifier: to, extras: [], scope: "override", ...place }, [from, end]);
    } else if (directive === "tool") tools.push({ name, from });
    else if (directive === "require" && name !== "") {
      versions.set(name, version);
      const group = /^\s*indirect\b/.test(comment) ? { group: "indirect" } : {};
      draft.declare({ name, canonical: name, specifier: version, extras: [], scope: "runtime", source: "registry", ...group }, [from, end]);
    }
  }
  if (draft.project === undefined) draft.problem("syntax", "There is no `module` in the file.", [0, 0]);
  for (const { name, from } of tools)
    draft.declare({ name, canonical: name, specifier: versions.get(name) ?? "", extras: [], scope: "dev", group: "tool", source: "registry" }, [
      from,
      from + name.length,
    ]);
  return draft.done();
}
