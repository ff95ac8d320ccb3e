// The manifests of Node, Go and Rust.
import { child, parseJson, parseToml, textOf, type DataNode } from "@caio/repo-model/data";
import { unreadable, type Declared, type DeclaredManifest } from "./declared.js";

const entries = (node: DataNode | undefined): readonly { key: string; value: DataNode }[] => (node?.kind === "map" ? node.entries : []);

/** What npm installs for a key and its specifier. */
function nodeDependency(key: string, specifier: string, scope: Declared["scope"]): Declared {
  const alias = /^npm:(@?[^@]+)(?:@.*)?$/.exec(specifier)?.[1];
  if (alias !== undefined) return { name: alias, scope, extras: "", source: "registry" };
  if (/^(?:file|link|workspace|portal):|^\.{0,2}\//.test(specifier)) return { name: key, scope, extras: "", source: "local", from: specifier };
  if (/^(?:git[+:@]|git\+|ssh:|github:|gitlab:|bitbucket:|gist:)|^[\w.-]+\/[\w.-]+(?:#.*)?$|\.git(?:#.*)?$/.test(specifier))
    return { name: key, scope, extras: "", source: "git", from: specifier.replace(/#.*$/, "") };
  if (/^https?:/.test(specifier)) return { name: key, scope, extras: "", source: "url", from: specifier };
  return { name: key, scope, extras: "", source: "registry" };
}

export function readPackageJson(text: string): DeclaredManifest {
  const { root, problems } = parseJson(text);
  if (problems.length > 0 || root?.kind !== "map") return unreadable("node");
  const declared: Declared[] = [];
  const add = (key: string, scope: Declared["scope"]): void => {
    for (const { key: name, value } of entries(child(root, key))) declared.push(nodeDependency(name, textOf(value) ?? "", scope));
  };
  add("dependencies", "runtime");
  add("optionalDependencies", "optional");
  add("peerDependencies", "peer");
  add("devDependencies", "dev");
  const bundled = child(root, "overrides") ?? child(root, "resolutions");
  for (const { key } of entries(bundled)) declared.push({ name: key.replace(/(.)@.*$/, "$1"), scope: "override", extras: "", source: "registry" });
  return { ecosystem: "node", declared, includes: [], isReadable: true };
}

/** go.mod: `require` lines; an indirect one is what others need. `replace` decides what is installed. */
export function readGoMod(text: string): DeclaredManifest {
  const declared: Declared[] = [];
  let block = "";
  if (!/^\s*module\s/m.test(text)) return unreadable("go");
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const line = raw.trim();
    const opening = /^(\w+)\s*\($/.exec(line)?.[1];
    if (opening !== undefined) block = opening;
    else if (line === ")") block = "";
    else {
      const [, word = block, rest = line] = block === "" ? (/^(\w+)\s+(.*)$/.exec(line) ?? []) : [];
      if (word === "require" && rest !== "" && !rest.startsWith("//") && !/\/\/\s*indirect/.test(rest)) {
        const name = rest.split(/\s/, 1)[0]?.replace(/^"(.*)"$/, "$1") ?? "";
        if (name !== "") declared.push({ name, scope: "runtime", extras: "", source: "registry" });
      } else if (word === "replace" && rest.includes("=>")) {
        const target = rest.split("=>")[1]?.trim().split(/\s/, 1)[0] ?? "";
        if (target !== "") declared.push({ name: target, scope: "override", extras: "", source: /^\.{0,2}\//.test(target) ? "local" : "registry" });
      }
    }
  }
  return { ecosystem: "go", declared, includes: [], isReadable: true };
}

function cargo(node: DataNode | undefined, scope: Declared["scope"]): Declared[] {
  return entries(node).map(({ key, value }): Declared => {
    const name = textOf(child(value, "package")) ?? key;
    const [path, git] = [textOf(child(value, "path")), textOf(child(value, "git"))];
    const optional = child(value, "optional");
    const own = scope === "runtime" && optional?.kind === "boolean" && optional.value ? "optional" : scope;
    if (path !== undefined) return { name, scope: own, extras: "", source: "local", from: path };
    return { name, scope: own, extras: "", ...(git === undefined ? { source: "registry" } : { source: "git", from: git }) };
  });
}

export function readCargo(text: string): DeclaredManifest {
  const { root, problems } = parseToml(text);
  if (problems.length > 0) return unreadable("rust");
  const tables = [root, ...entries(child(root, "target")).map(({ value }) => value), child(root, "workspace")];
  const declared = tables.flatMap((table) => [
    ...cargo(child(table, "dependencies"), "runtime"),
    ...cargo(child(table, "dev-dependencies"), "dev"),
    ...cargo(child(table, "build-dependencies"), "build"),
  ]);
  for (const { value } of entries(child(root, "patch"))) declared.push(...cargo(value, "override"));
  return { ecosystem: "rust", declared, includes: [], isReadable: true };
}
