// GitLab's CI configuration as jobs: defaults, `extends` and `!reference` within the file put in.
import { child, textOf, type DataNode } from "@caio/repo-model/data";
import type { SourceText } from "@caio/repo-model/text";
import type { CiJob, CiStep } from "./job.js";
import { yamlOf } from "../runners/yaml-of.js";

const words = new Set("default include stages variables workflow image services cache before_script after_script spec".split(" "));
type Entries = Extract<DataNode, { kind: "map" }>["entries"];
const entriesOf = (node: DataNode | undefined): Entries => (node?.kind === "map" ? node.entries : []);

/** The jobs of `.gitlab-ci.yml`. Never throws. What comes from another file is not known: such a job is opaque. */
export async function readGitlab(source: SourceText): Promise<readonly CiJob[]> {
  const { root } = await yamlOf(source);
  const defaults = child(root, "default");
  const hasIncludes = child(root, "include") !== undefined;

  /** A job's value of a key: its own, that of what it extends, the file's default. `isKnown` is false where another file may give it. */
  const lookUp = (job: DataNode, key: string, depth = 0): { readonly node: DataNode | undefined; readonly isKnown: boolean } => {
    const own = child(job, key);
    if (own !== undefined) return { node: own, isKnown: own.kind !== "other" };
    const extended = child(job, "extends");
    const names = (extended?.kind === "list" ? extended.items : extended === undefined ? [] : [extended]).map((node) => textOf(node) ?? "");
    for (const name of names.toReversed()) {
      const parent = child(root, name);
      if (parent === undefined || depth > 10) return { node: undefined, isKnown: false };
      const found = lookUp(parent, key, depth + 1);
      if (found.node !== undefined || !found.isKnown) return found;
    }
    return { node: undefined, isKnown: true };
  };
  const withDefault = (job: DataNode, key: string): ReturnType<typeof lookUp> => {
    const found = lookUp(job, key);
    if (found.node !== undefined || !found.isKnown) return found;
    const node = child(defaults, key) ?? child(root, key);
    return { node, isKnown: node !== undefined || !hasIncludes };
  };

  return entriesOf(root).flatMap(({ key, keyRange, value }): CiJob[] => {
    if (key.startsWith(".") || (words.has(key) && key !== "pages") || value.kind !== "map" || child(value, "trigger") !== undefined) return [];
    const scripts = [withDefault(value, "before_script"), lookUp(value, "script")];
    const image = withDefault(value, "image");
    const name = textOf(image.node) ?? textOf(child(image.node, "name"));
    const nodes = scripts.flatMap(({ node }) => (node?.kind === "list" ? node.items : node === undefined ? [] : [node]));
    const isOpaque = scripts.some(({ isKnown }) => !isKnown) || nodes.some(({ kind }) => kind !== "string") || !image.isKnown || name === undefined;
    const steps = nodes.flatMap((node): CiStep[] =>
      node.kind === "string" ? [{ kind: "run", text: node.value, at: source.at(node.range), inputs: {}, folder: "" }] : [],
    );
    const allowed = child(value, "allow_failure");
    return [
      {
        name: key,
        at: source.at(keyRange),
        steps,
        isMatrix: false,
        mayFail: allowed !== undefined && !(allowed.kind === "boolean" && !allowed.value),
        ...(name === undefined || image.node === undefined ? {} : { image: { name, at: source.at(image.node.range) } }),
        ...(isOpaque ? { opaque: "another file gives part of it, or its image" } : {}),
      },
    ];
  });
}
