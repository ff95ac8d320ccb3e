// Which dialects may make the anchors of a document.
import type { Site } from "./site.js";
import type { SlugDialect } from "./slugs.js";

/** Whose anchors a document outside of any site gets: GitLab's where nothing but GitLab builds the repository. */
export function homeDialects(paths: ReadonlySet<string>): readonly SlugDialect[] {
  return paths.has(".gitlab-ci.yml") && !paths.has(".github") ? ["gitlab", "github"] : ["github"];
}

/** The dialects of a document, the surest first. */
export function dialectsOf(option: "auto" | SlugDialect, site: Site | undefined, home: readonly SlugDialect[]): readonly SlugDialect[] {
  if (option !== "auto") return [option];
  if (site === undefined) return home;
  // Pages of a site are read where they are kept, too.
  return site.slugs ?? home;
}
