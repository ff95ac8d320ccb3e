// package.json's dependencies.
import { atPointer, child, parseJson, textItems, textOf } from "../data/index.js";
import type { SourceText } from "../text/index.js";
import { draftManifest } from "./draft.js";
import type { Declaration, DependencyScope, Manifest } from "./manifest.js";

const tables: readonly (readonly [pointer: string, scope: DependencyScope])[] = [
  ["/dependencies", "runtime"],
  ["/devDependencies", "dev"],
  ["/peerDependencies", "peer"],
  ["/optionalDependencies", "optional"],
  ["/overrides", "override"],
  ["/resolutions", "override"],
  ["/pnpm/overrides", "override"],
];

function sourceOf(specifier: string): Declaration["source"] {
  if (/^(?:workspace|file|link|portal):|^\.{0,2}\//.test(specifier)) return "local";
  if (/^(?:git[+:@]|ssh:|github:|gitlab:|bitbucket:|gist:|[\w.-]+\/[\w.-]+(?:#|$))|\.git(?:#|$)/.test(specifier)) return "git";
  return /^https?:/.test(specifier) ? "url" : "registry";
}

/** Reads package.json. Never throws. */
export function readPackageJson(source: SourceText): Manifest {
  const draft = draftManifest(source, "node", "package.json");
  const { root, problems } = parseJson(source.text);
  for (const { code, message, range } of problems) if (code === "syntax" || code === "too-deep") draft.problem("syntax", message, range);
  if (root?.kind !== "map" && problems.length === 0) draft.problem("syntax", "The file holds no object.", root?.range ?? [0, 0]);
  const project = textOf(child(root, "name"));
  if (project !== undefined) draft.project = project;
  const engine = child(child(root, "engines"), "node");
  if (engine?.kind === "string") draft.requires = { specifier: engine.value, at: source.at(engine.range) };
  const bin = child(root, "bin");
  // A path alone is the program of the package's own name.
  const named =
    bin?.kind === "string"
      ? [[project?.replace(/^@[^/]*\//, "") ?? "", bin.value]]
      : bin?.kind === "map"
        ? bin.entries.map(({ key, value }) => [key, textOf(value) ?? ""])
        : [];
  const programs = named.flatMap(([name = "", module = ""]) => (name === "" ? [] : [{ name, module }]));
  const workspaces = child(root, "workspaces");
  const members = textItems(workspaces?.kind === "map" ? child(workspaces, "packages") : workspaces);
  if (members.length > 0) draft.members = members.map(({ value }) => value);
  for (const [pointer, scope] of tables) {
    const table = atPointer(root, pointer);
    if (table?.kind !== "map") continue;
    for (const { key: name, keyRange, value } of table.entries) {
      if (scope === "override") {
        // `parent>child` and `**/name` say where; the package is the last one, and its version may stand behind it.
        const target = /((?:@[^@/>]+\/)?[^@/>]+)(?:@[^/>]*)?$/.exec(name)?.[1] ?? name;
        draft.declare({ name, canonical: target, specifier: textOf(value) ?? "", extras: [], scope, source: "registry" }, [keyRange[0], value.range[1]]);
        continue;
      }
      if (value.kind !== "string") continue;
      const source = sourceOf(value.value);
      const alias = /^npm:((?:@[^@/]+\/)?[^@]+)(?:@(.*))?$/.exec(value.value);
      draft.declare(
        {
          name,
          canonical: alias?.[1] ?? name,
          specifier: alias === null ? value.value : (alias[2] ?? ""),
          extras: [],
          scope,
          source,
          ...(source === "registry" ? {} : { from: value.value }),
        },
        [keyRange[0], value.range[1]],
      );
    }
  }
  return { ...draft.done(), ...(programs.length === 0 ? {} : { programs }) };
}
