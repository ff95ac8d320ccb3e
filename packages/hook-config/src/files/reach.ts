// Which files a hook matches, whichever manager runs it; what cannot be known is said to be unknown.
import { child, parseToml, textOf, type DataNode } from "@caio/repo-model/data";
import type { Hook } from "@caio/repo-model/hooks";
import type { ConfigFacts } from "../facts.js";
import { rustReads } from "../others/rust-pattern.js";
import { rangeOf } from "../validate/map-view.js";
import { below, filesOf, globsetPatterns, narrowed, tagged, type Applied, type PathPatterns } from "./applies.js";
import { dialects, globPattern } from "./globs.js";
import type { TaggedFile } from "./tags.js";

/** The files that a hook matches. */
export type Reach =
  | {
      readonly kind: "files";
      readonly files: readonly string[];
      /** There may be fewer: a manifest or a command decides too. */
      readonly isMost: boolean;
      readonly isSure: boolean;
    }
  | { readonly kind: "unknown"; readonly why: string };

const reached = ({ files, isSure }: Applied, folder: string, isMost: boolean): Reach => ({
  kind: "files",
  files: files.map(({ path }) => folder + path),
  isMost,
  isSure,
});

/** Of a hook in a `.pre-commit-config.yaml`. */
export function preCommitReach(hook: Hook, facts: ConfigFacts, files: readonly TaggedFile[]): Reach {
  const found = facts.hooks.find(({ view }) => {
    const id = view.pairs.get("id");
    return id !== undefined && rangeOf(id.value)[0] === hook.at.range[0];
  });
  if (found === undefined) return { kind: "unknown", why: "the configuration cannot be read" };
  return reached(filesOf(found, facts.root, below(files, facts.folder)), facts.folder, hook.repo !== "local");
}

/** `files` or `exclude` of a prek.toml. */
function filterOf(node: DataNode | undefined): { readonly any: PathPatterns } | undefined {
  if (node?.kind === "string") return node.value === "" ? undefined : { any: rustReads(node.value) ? [node.value] : undefined };
  if (node?.kind !== "map") return undefined;
  const glob = child(node, "glob");
  return { any: globsetPatterns((glob?.kind === "list" ? glob.items : [glob]).flatMap((one) => textOf(one) ?? [])) };
}

const textsOf = (node: DataNode | undefined): readonly string[] | undefined =>
  node?.kind === "list" ? node.items.flatMap((item) => textOf(item) ?? []) : undefined;

/** Of a hook in a `prek.toml`, whose text is given. */
export function prekReach(hook: Hook, text: string, files: readonly TaggedFile[]): Reach {
  const { root } = parseToml(text);
  const repos = child(root, "repos");
  const hooks = (repos?.kind === "list" ? repos.items : []).flatMap((repository) => {
    const own = child(repository, "hooks");
    return own?.kind === "list" ? own.items : [];
  });
  const node = hooks.find((one) => child(one, "id")?.range[0] === hook.at.range[0]);
  if (node === undefined) return { kind: "unknown", why: "the configuration cannot be read" };
  const folder = hook.at.path.slice(0, hook.at.path.lastIndexOf("/") + 1);
  const all = narrowed({ files: below(files, folder), isSure: true }, filterOf(child(root, "files")), filterOf(child(root, "exclude")));
  const typed = tagged(all, {
    all: textsOf(child(node, "types")) ?? (hook.repo === "local" ? ["file"] : []),
    some: textsOf(child(node, "types_or")) ?? [],
    none: textsOf(child(node, "exclude_types")) ?? [],
  });
  return reached(narrowed(typed, filterOf(child(node, "files")), filterOf(child(node, "exclude"))), folder, hook.repo !== "local");
}

/** lefthook's types of files as tags, in the order in which it asks. Its own look at bytes is another one than identify's: then the answer is unsure. */
const lefthookTypes: Readonly<Record<string, Readonly<Partial<Record<"all" | "none", readonly string[]>>>>> = {
  executable: { all: ["executable"] },
  "not executable": { none: ["executable"] },
  symlink: { all: ["symlink"] },
  "not symlink": { none: ["symlink"] },
  text: { all: ["text"] },
  binary: { all: ["binary"] },
};

/** Of a command of lefthook. */
export function lefthookReach({ filters, stages, passFilenames }: Hook, files: readonly TaggedFile[]): Reach {
  if (filters === undefined) return { kind: "unknown", why: "a script" };
  // Without names in the command, only these two stages ask for files at all.
  if (!passFilenames && !stages.some((stage) => stage === "pre-commit" || stage === "pre-push")) return { kind: "unknown", why: "the command decides" };
  const dialect = dialects[filters.matcher];
  const patterns = (globs: readonly string[], ignoresCase: boolean): { readonly any: PathPatterns } | undefined => {
    const read = globs.map((glob) => globPattern(glob, dialect, { ignoresCase }));
    return globs.length === 0 ? undefined : { any: read.some((one) => one === undefined) ? undefined : read.flatMap((one) => one ?? []) };
  };
  const types = filters.fileTypes.map((type) => (Object.hasOwn(lefthookTypes, type) ? lefthookTypes[type] : undefined));
  // Submodules and folders are no files; links are.
  const own = files.filter(({ kind }) => kind !== "submodule");
  const named = narrowed({ files: own, isSure: true }, patterns(filters.globs, true), patterns(filters.excludes, false));
  const root = filters.root?.replace(/\/+$/, "") ?? "";
  const rooted = { ...named, files: named.files.filter(({ path }) => path.startsWith(root)) };
  const { files: kept, isSure } = tagged(rooted, {
    all: types.flatMap((type) => type?.all ?? []),
    some: [],
    none: types.flatMap((type) => type?.none ?? []),
  });
  return reached({ files: kept, isSure: isSure && !types.includes(undefined) }, "", filters.filesCommand !== undefined);
}
