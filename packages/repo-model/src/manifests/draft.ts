// A manifest in the making.
import type { Range, SourceText } from "../text/index.js";
import type { Declaration, DependencyScope, Ecosystem, Manifest, ManifestFormat, ManifestInclude, ManifestProblem } from "./manifest.js";
import { RequirementError } from "./marker.js";
import { canonicalName } from "./canonical-name.js";
import { parseRequirement } from "./requirement.js";

/** Where a declaration belongs. */
export interface Place {
  readonly scope: DependencyScope;
  readonly group?: string;
}

/** Collects what a manifest says. */
export interface ManifestDraft {
  readonly source: SourceText;
  project?: string;
  requires?: Manifest["requires"];
  isPartial: boolean;
  /** A PEP 508 requirement; what is none becomes a problem. */
  requirement(text: string, range: Range, place: Place): void;
  declare(declaration: Omit<Declaration, "at" | "canonical"> & { readonly canonical?: string }, range: Range): void;
  include(path: string, range: Range, isConstraint: boolean): void;
  problem(code: ManifestProblem["code"], message: string, range: Range): void;
  done(): Manifest;
}

/** The source of a direct reference. */
export function sourceOfUrl(url: string): Declaration["source"] {
  if (/^(?:git|hg|svn|bzr)\+/i.test(url) || /\.git(?:[@#]|$)/.test(url)) return "git";
  return /^(?:file:|\.{0,2}\/)/i.test(url) ? "local" : "url";
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
  const problems: ManifestProblem[] = [];
  const draft: ManifestDraft = {
    source,
    isPartial: false,
    requirement(text, range, { scope, group }) {
      try {
        const { name, specifier, extras, url, marker } = parseRequirement(text.trim());
        draft.declare(
          {
            name,
            specifier,
            extras,
            scope,
            source: url === undefined ? "registry" : sourceOfUrl(url),
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
      declarations.push({ ...declaration, canonical: declaration.canonical ?? canonicalName(declaration.name), at: source.at(range) });
    },
    include(path, range, isConstraint) {
      includes.push({ path: besideManifest(source.path, path) ?? path, at: source.at(range), isConstraint });
    },
    problem(code, message, range) {
      if (code === "syntax") draft.isPartial = true;
      problems.push({ code, message, at: source.at(range) });
    },
    done: () => ({
      path: source.path,
      ecosystem,
      format,
      ...(draft.project === undefined ? {} : { project: draft.project }),
      ...(draft.requires === undefined ? {} : { requires: draft.requires }),
      declarations,
      includes,
      problems,
      isPartial: draft.isPartial,
    }),
  };
  return draft;
}
