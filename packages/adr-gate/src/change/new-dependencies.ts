// New dependencies: names that no manifest of the project declared before.
import { addTo } from "@caio/repo-model/text";
import type { AdrGateOptions } from "../defaults.js";
import type { GateChange, Trigger } from "../verdict.js";
import { isCompiled } from "./compiled.js";
import { isManifest, isRequirementsFile, readDeclared, type Declared, type DeclaredManifest } from "./declared.js";

export interface NewDependencies {
  readonly triggers: readonly Trigger[];
  readonly added: readonly string[];
  readonly notices: readonly string[];
}

type Known = ReadonlyMap<string, readonly Declared[]>;

/** Declarations by name; equal ones once, so that a file of repetitions costs no more. */
function knownIn(manifests: Iterable<DeclaredManifest | undefined>): Known {
  const known = new Map<string, Declared[]>();
  const seen = new Set<string>();
  for (const manifest of manifests) {
    for (const one of manifest?.declared ?? []) {
      const { key } = one;
      const identity = JSON.stringify([key, one.scope, one.extras, one.source, one.from]);
      if (seen.has(identity)) continue;
      seen.add(identity);
      addTo(known, key, one);
    }
  }
  return known;
}

/** Compares the manifests of a change with those of the base. Bumps, moves and comments are silent. */
export function newDependencies(
  changes: readonly GateChange[],
  baseManifests: Readonly<Record<string, string>> | undefined,
  { dependencies }: Pick<AdrGateOptions, "dependencies">,
): NewDependencies {
  // What a tool compiles is a lockfile: what it is compiled of is judged. A file that only one of the two states says so of is a manifest.
  const isLockfile = ({ path, before, after }: GateChange): boolean =>
    before !== undefined && after !== undefined && isRequirementsFile(path) && isCompiled(before) && isCompiled(after);
  const changed = changes.filter((change) => change.status !== "D" && isManifest(change.path) && !isLockfile(change));
  if (dependencies.mode === "off" || changed.length === 0) return { triggers: [], added: [], notices: [] };
  // The base's tip may have gone on since the change began: what either of them declares is known.
  const texts = [...Object.entries(baseManifests ?? {}), ...changes.flatMap(({ path, before }) => (before === undefined ? [] : [[path, before] as const]))];
  const read = new Map<string, DeclaredManifest | undefined>();
  const readOnce = (path: string, text: string): DeclaredManifest | undefined => {
    const identity = `${path}\0${text}`;
    if (!read.has(identity)) read.set(identity, readDeclared(path, text));
    return read.get(identity);
  };
  const project = knownIn(texts.map(([path, text]) => readOnce(path, text)));
  const preApproved = new Set(dependencies.preApproved.flatMap((name) => [name, name.toLowerCase().replace(/[-_.]+/g, "-")]));
  const scopes: ReadonlySet<string> = new Set(dependencies.scopes);
  const triggers: Trigger[] = [];
  const added = new Set<string>();
  const told = new Set<string>();
  const notices = new Set<string>();
  for (const { path, before, after } of changed) {
    const now = after === undefined ? undefined : readOnce(path, after);
    const old = before === undefined ? undefined : readOnce(path, before);
    // An entry that could not be read before either is no change.
    if (now === undefined || now.problems.some((problem) => problem.startsWith("syntax") || old?.problems.includes(problem) !== true)) {
      if (before !== undefined && before === after) continue;
      notices.add("manifest-unparseable");
      if (dependencies.mode === "require") triggers.push({ path, guardrail: "dependencies", pattern: "unreadable" });
      continue;
    }
    const own = knownIn([old]);
    const known = dependencies.newTo === "project" ? project : own;
    for (const one of [...knownIn([now]).values()].flat()) {
      if (one.isIndirect) continue;
      const before_ = known.get(one.key) ?? [];
      const here = own.get(one.key) ?? [];
      const notice = noticeOf(one, here, before_, scopes);
      if (notice !== undefined) notices.add(notice);
      const isNew = scopes.has(one.scope) && one.source !== "local" && !before_.some(({ scope }) => scopes.has(scope)) && !preApproved.has(one.name);
      if (!isNew || told.has(`${path}\0${one.name}`)) continue;
      told.add(`${path}\0${one.name}`);
      added.add(one.name);
      if (dependencies.mode === "require") triggers.push({ path, guardrail: "dependencies", pattern: one.name });
    }
    if (now.includes.some((include) => old?.includes.includes(include) !== true)) notices.add("dependency-include-added");
  }
  return { triggers, added: [...added].toSorted(), notices: [...notices] };
}

const extrasOf = ({ extras }: Declared): readonly string[] => (extras === "" ? [] : extras.split(","));

/** What a reader should know of a declaration that needs no decision. */
function noticeOf(one: Declared, here: readonly Declared[], known: readonly Declared[], scopes: ReadonlySet<string>): string | undefined {
  if (here.some((old) => old.scope === one.scope && old.extras === one.extras && old.source === one.source && old.from === one.from)) return undefined;
  if (one.source === "local") return "dependency-local";
  if (one.scope === "override") return "dependency-override-added";
  if (here.length > 0 && here.every((old) => old.source !== one.source || old.from !== one.from)) return "dependency-source-changed";
  if (here.length > 0 && extrasOf(one).some((extra) => here.every((old) => !extrasOf(old).includes(extra)))) return "dependency-extra-added";
  if (known.length > 0 || scopes.has(one.scope)) return undefined;
  return one.scope === "build" ? "dependency-build-added" : one.scope === "dev" ? "dependency-dev-added" : undefined;
}
