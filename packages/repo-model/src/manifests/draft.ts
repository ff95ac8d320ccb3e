// A manifest in the making.
import type { Range, SourceText } from "../text/index.js";
import type { Declaration, DependencyScope, Ecosystem, Manifest, ManifestFormat, ManifestGroup, ManifestInclude, ManifestProblem } from "./manifest.js";
import { RequirementError } from "./marker.js";
import { canonicalName } from "./canonical-name.js";
import { parseRequirement, type Requirement } from "./requirement.js";

/** Where a declaration belongs. */
export interface Place {
  readonly scope: DependencyScope;
  readonly group?: string;
  /** What the group is; by default an extra where the scope is `optional`, else a group. */
  readonly kind?: ManifestGroup["kind"];
}

/** Collects what a manifest says. */
export interface ManifestDraft {
  readonly source: SourceText;
  project?: string;
  requires?: Manifest["requires"];
  isPartial: boolean;
  readsRequirements?: true;
  members?: readonly string[];
  /** A program of the project's: `x = pkg.module:function`. */
  program(name: string, reference: string): void;
  /** A PEP 508 requirement; what is none becomes a problem. */
  requirement(text: string, range: Range, place: Place): void;
  declare(declaration: Omit<Declaration, "at" | "canonical"> & { readonly canonical?: string }, range: Range): void;
  include(path: string, range: Range, isConstraint: boolean, group?: string): void;
  /** Names a group, and what it takes in; calls for one name add up. */
  group(name: string, kind: ManifestGroup["kind"], includes?: readonly string[], isOptional?: boolean): void;
  problem(code: ManifestProblem["code"], message: string, range: Range): void;
  done(): Manifest;
}

/** The source of a direct reference. */
export function sourceOfUrl(url: string): Declaration["source"] {
  if (/^\.{0,2}\//.test(url)) return "local";
  if (/^(?:git|hg|svn|bzr)\+/i.test(url) || /\.git(?:[@#]|$)/.test(url) || /^[\w.-]+@[\w.-]+:/.test(url)) return "git";
  // What has no scheme is a path.
  return /^[a-z][a-z\d+.-]+:/i.test(url) && !/^file:/i.test(url) ? "url" : "local";
}

/** A path relative to the manifest's folder, from the root; undefined where it leaves it. */
export function besideManifest(manifest: string, path: string): string | undefined {
  if (path.startsWith("/") || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  const parts = manifest.split("/").slice(0, -1);
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

/** An empty manifest. */
export function draftManifest(source: SourceText, ecosystem: Ecosystem, format: ManifestFormat): ManifestDraft {
  const declarations: Declaration[] = [];
  const includes: ManifestInclude[] = [];
  const groups = new Map<string, { name: string; kind: ManifestGroup["kind"]; includes: string[]; isOptional?: true }>();
  const groupNames = new Set<string>();
  const problems: ManifestProblem[] = [];
  const programs: { name: string; module: string }[] = [];
  // A matrix of environments names the same ones thousands of times.
  const read = new Map<string, Requirement>();
  const draft: ManifestDraft = {
    source,
    isPartial: false,
    requirement(text, range, { scope, group, kind }) {
      if (group !== undefined && kind !== undefined) draft.group(group, kind);
      try {
        const line = text.trim();
        const requirement = read.get(line) ?? parseRequirement(line);
        read.set(line, requirement);
        const { name, canonical, specifier, extras, url, marker } = requirement;
        draft.declare(
          {
            name,
            canonical,
            specifier,
            extras,
            scope,
            source: url === undefined ? "registry" : sourceOfUrl(url),
            ...(url === undefined ? {} : { from: url }),
            ...(marker === undefined ? {} : { marker }),
            ...(group === undefined ? {} : { group }),
          },
          range,
        );
      } catch (error) {
        if (!(error instanceof RequirementError)) throw error;
        draft.problem("requirement", `\`${text.trim().slice(0, 120)}\` is no requirement: ${error.message}`, range);
      }
    },
    declare(declaration, range) {
      const { group, scope } = declaration;
      if (group !== undefined && !groupNames.has(group)) draft.group(group, scope === "optional" ? "extra" : "group");
      declarations.push({ ...declaration, canonical: declaration.canonical ?? canonicalName(declaration.name), at: source.at(range) });
    },
    program(name, reference) {
      const module = /^\s*([A-Za-z_][\w.]*)\s*(?::|$)/.exec(reference)?.[1];
      if (module !== undefined) programs.push({ name: name.trim(), module });
    },
    include(path, range, isConstraint, group) {
      includes.push({ path: besideManifest(source.path, path) ?? path, at: source.at(range), isConstraint, ...(group === undefined ? {} : { group }) });
    },
    group(name, kind, taken = [], isOptional = false) {
      const key = `${kind} ${canonicalName(name)}`;
      const known = groups.get(key);
      if (known === undefined) {
        groups.set(key, { name, kind, includes: [...taken], ...(isOptional ? { isOptional } : {}) });
        groupNames.add(name);
      } else for (const one of taken) known.includes.push(one);
    },
    problem(code, message, range) {
      if (code === "syntax") draft.isPartial = true;
      problems.push({ code, message, at: source.at(range) });
    },
    done: () => ({
      ...draftedProject(),
      path: source.path,
      ecosystem,
      format,
      ...(draft.requires === undefined ? {} : { requires: draft.requires }),
      ...(programs.length === 0 ? {} : { programs }),
      declarations,
      groups: [...groups.values()],
      ...(draft.members === undefined ? {} : { members: draft.members }),
      includes,
      problems,
      isPartial: draft.isPartial,
      ...(draft.readsRequirements === undefined ? {} : { readsRequirements: draft.readsRequirements }),
    }),
  };
  return draft;

  /** The project's name; a group that asks for an extra of its own project takes that in. */
  function draftedProject(): Pick<Manifest, "project"> {
    if (draft.project === undefined) return {};
    const own = canonicalName(draft.project);
    const byName = new Map([...groups.values()].toReversed().map((one) => [one.name, one]));
    for (const { canonical, group, extras } of declarations) {
      const known = canonical === own && group !== undefined ? byName.get(group) : undefined;
      if (known !== undefined) known.includes = [...new Set([...known.includes, ...extras])];
    }
    return { project: draft.project };
  }
}
