// one-sided-declaration: of two manifests that hold the same names one lacks a name.
import { defineRule, type Draft } from "@caio/repo-model/check";
import { addRequirement, type Declaration, type Manifest } from "@caio/repo-model/manifests";
import type { EnvCheckOptions } from "../defaults.js";
import type { EnvFacts } from "../facts.js";

type Named = { readonly manifest: Manifest; readonly names: ReadonlyMap<string, Declaration> };

function named(manifest: Manifest): Named {
  const own = manifest.declarations.filter(({ scope, source }) => scope === "runtime" && source === "registry");
  return { manifest, names: new Map(own.map((one) => [one.canonical, one])) };
}

/** The manifests that are in step: those that are named, else requirements.txt and the project's own manifest at the root where they share most names. */
function inStep(manifests: readonly Manifest[], sync: readonly string[]): readonly Named[] {
  if (sync.length > 0) return manifests.filter(({ path }) => sync.includes(path)).map(named);
  const at = (path: string): Named | undefined => manifests.filter((manifest) => manifest.path === path && !manifest.isPartial).map(named)[0];
  const a = ["pyproject.toml", "setup.cfg", "setup.py"].map(at).find((one) => one !== undefined && one.names.size > 0);
  const b = at("requirements.txt");
  if (a === undefined || b === undefined) return [];
  const shared = [...a.names.keys()].filter((name) => b.names.has(name)).length;
  const most = Math.max(a.names.size, b.names.size);
  return most >= 5 && shared >= 0.8 * most ? [a, b] : [];
}

export const oneSidedDeclaration = defineRule<EnvFacts, EnvCheckOptions>({
  id: "one-sided-declaration",
  summary: "Of manifests that hold the same names one lacks a name.",
  severity: "warning",
  *find({ manifests, sources }, { sync }) {
    const all = inStep(manifests, sync);
    for (const { names } of all) {
      for (const [name, declaration] of names) {
        for (const other of all) {
          // What a tool made of another manifest holds what that brings, too.
          if (sync.length === 0 && isCompiled(sources.get(declaration.at.path)?.text ?? "")) continue;
          if (other.names.has(name) || other.manifest.declarations.some(({ canonical }) => canonical === name)) continue;
          yield draftOf(declaration, other.manifest, sources);
        }
      }
    }
  },
});

/** Whether `pip-compile`, `uv export` or another tool says at the head of a file that it made it. */
const isCompiled = (text: string): boolean => /^#.{0,200}\bauto-?generated\b/im.test(text.slice(0, 2000));

function draftOf({ name, specifier, at, canonical }: Declaration, other: Manifest, sources: EnvFacts["sources"]): Draft {
  const source = sources.get(other.path);
  const edits = source === undefined ? [] : addRequirement(source, `${name}${specifier}`);
  return {
    message: `\`${name}\` is declared here and not in \`${other.path}\`, which holds the same names else.`,
    at,
    help: `Declare it in \`${other.path}\` too.`,
    data: { distribution: canonical, missingIn: other.path },
    ...(edits.length === 0 ? {} : { fix: { title: `add \`${name}${specifier}\` to \`${other.path}\``, kind: "suggested" as const, edits } }),
  };
}
