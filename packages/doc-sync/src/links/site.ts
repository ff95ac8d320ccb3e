// Sites that are built of documents: where their documents lie, and whether pages are made that are no files.
import { repoPath, type RepoPath } from "@caio/repo-model/text";
import type { SlugDialect } from "./slugs.js";

/** A folder of documents that a generator makes a site of. */
export interface Site {
  /** With a slash at its end; empty for the repository's root. */
  readonly root: string;
  readonly generator: string;
  /** Whether pages come from elsewhere too: plugins that write pages, hooks, other repositories. */
  readonly makesPages: boolean;
  /** Whose anchors headings get, where it is known for sure. */
  readonly slugs?: readonly SlugDialect[];
  /** Folders whose files lie at the site's root, each with a slash at its end; absent where paths from the root are the renderer's own. */
  readonly public?: readonly string[];
  /** Whether `{#id}` names a heading. */
  readonly hasCustomIds: boolean;
  /** Whether references may be defined outside of their document. */
  readonly sharesDefinitions: boolean;
}

/** A generator by the name of its configuration file, and where its documents lie. */
interface Generator {
  readonly name: string;
  readonly config: RegExp;
  /** Whether the configuration's text decides. */
  readonly reads: boolean;
  /** The file beside it that holds the configuration. */
  readonly beside?: string;
  /** Document folders relative to the configuration's folder. */
  folders(config: string): readonly string[];
  readonly makesPages?: RegExp;
  /** What a configuration of this name must hold to be the generator's. */
  readonly needs?: RegExp;
  /** Absent where layouts, plugins or options make the anchors. */
  readonly slugs?: readonly SlugDialect[];
  /** The configuration takes another function for anchors. */
  readonly ownSlugs?: RegExp;
  /** Folders, relative to the configuration's, that lie at the site's root. */
  public?(config: string): readonly string[];
  /** What the configuration must say for `{#id}` to name a heading; absent where it always does. */
  readonly customIds?: RegExp;
  /** What the configuration says where references may be defined elsewhere. */
  readonly sharedDefinitions?: RegExp;
}

const values = (expression: RegExp, text: string): string[] => [...text.matchAll(expression)].map(([, value = ""]) => value);

// Archetypes are what new pages begin with.
const hugo = (text: string): readonly string[] => [
  "content",
  "archetypes",
  ...values(/^\s*["']?contentDir["']?\s*[=:]\s*["']?([^"'\s#]+)/gim, text),
  ...values(/^[ \t]*(?:-[ \t]*)?source[ \t]*[=:][ \t]*["']?([^"'\s#]+)["']?[ \t]*\r?\n[ \t]*target[ \t]*[=:][ \t]*["']?content\b/gm, text),
];

/** A preprocessor of a book's own may make anchors and references of anything; these are known to make none. */
const preprocessor =
  /^\s*\[preprocessor\.(?!(?:links|index|mermaid|admonish|katex|toc|alerts|footnote|gettext|i18n(?:-\w+)?|open-on-gh|pagetoc|plantuml|svgbob|graphviz|emojicodes|last-changed|theme|linkcheck)\b)/m;

const generators: readonly Generator[] = [
  {
    name: "mkdocs",
    config: /(?:^|\/)(?:mkdocs|properdocs)[\w.-]*\.ya?ml$/,
    reads: true,
    folders: (text) =>
      values(/^docs_dir:\s*["']?([^"'#\s]+)/gm, text)
        .concat("docs")
        .slice(0, 1),
    makesPages:
      /gen-files|gen_files|^hooks:|monorepo|multirepo|mkdocs-simple|api-autonav|autoapi|mkdoxy|literate-nav|awesome|blog|redirects|\bmacros\b|include_dir|INHERIT/m,
    slugs: ["mkdocs"],
    ownSlugs: /slugify|INHERIT/,
    customIds: /attr_list|extra\b|INHERIT/,
    sharedDefinitions: /autorefs|mkdocstrings|snippets|INHERIT|\bmacros\b|hooks:/,
    // MkDocs leaves them as they are, unless it is told what they are relative to.
    public: (text) =>
      /absolute_links:\s*relative_to_docs/.test(text)
        ? values(/^docs_dir:\s*["']?([^"'#\s]+)/gm, text)
            .concat("docs")
            .slice(0, 1)
        : [],
  },
  {
    name: "docusaurus",
    config: /(?:^|\/)docusaurus\.config\.[cm]?[jt]s$/,
    reads: true,
    folders: (text) => ["docs", "blog", "src/pages", "versioned_docs", "i18n", ...values(/\bpath:\s*["'`]([^"'`]+)["'`]/g, text)],
    slugs: ["docusaurus"],
    public: (text) => [...values(/staticDirectories:\s*\[\s*["'`]([^"'`]+)/g, text), "static", ""],
  },
  { name: "vitepress", config: /(?:^|\/)\.(?:vitepress|vuepress)\/config(?:\.[cm]?[jt]s|\/index\.[cm]?[jt]s)$/, reads: false, folders: () => ["../"] },
  {
    name: "sphinx",
    config: /(?:^|\/)conf\.py$/,
    reads: true,
    folders: () => [""],
    needs: /^\s*(?:project|extensions|html_theme|master_doc|root_doc|source_suffix)\s*=/m,
  },
  // Labels of MyST (`(label)=`, `:label:`) are of the whole project, whatever they stand at.
  { name: "myst", config: /(?:^|\/)myst\.ya?ml$/, reads: true, folders: () => [""], needs: /^(?:version|project|site)\s*:/m },
  { name: "jekyll", config: /(?:^|\/)_config\.ya?ml$/, reads: false, folders: () => [""], slugs: ["github", "kramdown"] },
  {
    name: "mdbook",
    config: /(?:^|\/)book\.toml$/,
    reads: true,
    folders: (text) =>
      values(/^src\s*=\s*"([^"]+)"/gm, text)
        .concat("src")
        .slice(0, 1),
    makesPages: preprocessor,
    slugs: ["github"],
    sharedDefinitions: preprocessor,
  },
  { name: "hugo", config: /(?:^|\/)hugo\.(?:toml|ya?ml|json)$/, reads: true, folders: hugo },
  {
    name: "hugo",
    config: /(?:^|\/)config\/_default\/(?:hugo|config)\.(?:toml|ya?ml|json)$/,
    reads: true,
    folders: (text) => hugo(text).map((folder) => `../../${folder}`),
  },
  { name: "hugo", config: /(?:^|\/)config\.(?:toml|ya?ml)$/, reads: true, folders: hugo, needs: /^\s*["']?baseURL["']?\s*[=:]/im },
  { name: "astro", config: /(?:^|\/)astro\.config\.[cm]?[jt]s$/, reads: false, folders: () => ["src/content", "src/pages"] },
  { name: "gatsby", config: /(?:^|\/)gatsby-config\.[cm]?[jt]s$/, reads: false, folders: () => ["content", "src/pages", "../docs"] },
  { name: "eleventy", config: /(?:^|\/)(?:\.eleventy|eleventy\.config)\.[cm]?js$/, reads: false, folders: () => ["", "src"] },
  // Aliases are routes of pages that lie elsewhere.
  { name: "docsify", config: /(?:^|\/)_sidebar\.md$/, beside: "index.html", reads: true, folders: () => [""], makesPages: /\balias\s*:/ },
];

/** Joins a relative folder to another; undefined where it leaves the repository. */
function join(folder: string, relative: string): string | undefined {
  const segments = folder.split("/").filter((segment) => segment !== "");
  for (const segment of relative.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.length === 0 ? "" : `${segments.join("/")}/`;
}

/** A name that some generator's configuration may have: most paths are no configuration. */
const mayConfigure =
  /(?:^|\/)(?:(?:mkdocs|properdocs)[^/]*|myst\.[^/]*|docusaurus\.[^/]*|config(?:\.[^/]*|\/index\.[^/]*)|conf\.py|_config\.[^/]*|book\.toml|hugo\.[^/]*|astro\.[^/]*|gatsby-[^/]*|\.?eleventy\.[^/]*|_sidebar\.md)$/;

/** Finds the sites of a repository. `read` gives the text of a configuration, `linkTarget` where a symbolic link leads. */
export async function findSites(
  paths: readonly RepoPath[],
  read: (path: RepoPath) => Promise<string | undefined>,
  linkTarget: (path: RepoPath) => Promise<string | undefined>,
): Promise<Site[]> {
  const sites: Site[] = [];
  for (const path of paths) {
    if (!mayConfigure.test(path)) continue;
    if (/(?:^|\/)(?:node_modules|fixtures?|__fixtures__|tests?|examples?|templates?)\//.test(path)) continue;
    for (const { name, config, beside, reads, folders, makesPages, needs, slugs, ownSlugs, public: shown, customIds, sharedDefinitions } of generators) {
      if (!config.test(path)) continue;
      const own = path.slice(0, path.lastIndexOf("/") + 1);
      const text = reads ? ((await read(beside === undefined ? path : repoPath(own + beside))) ?? "") : "";
      if (needs !== undefined && !needs.test(text)) continue;
      const roots = new Set(folders(text).map((folder) => join(own, folder)));
      const isOwn = ownSlugs?.test(text) === true;
      const site = {
        generator: name,
        makesPages: makesPages?.test(text) === true,
        hasCustomIds: customIds?.test(text) ?? true,
        sharesDefinitions: name === "sphinx" || name === "myst" || sharedDefinitions?.test(text) === true,
        ...(slugs === undefined || isOwn ? {} : { slugs }),
        ...(shown === undefined ? {} : { public: shown(text).flatMap((folder) => join(own, folder) ?? []) }),
      };
      for (const root of roots) {
        if (root === undefined) continue;
        sites.push({ root, ...site });
        // A folder of documents may be a link to where they lie.
        const path = root === "" ? undefined : paths.find((one) => one === root.slice(0, -1));
        const target = path === undefined ? undefined : await linkTarget(path);
        const behind = path === undefined || target === undefined ? undefined : join(path.slice(0, path.lastIndexOf("/") + 1), target);
        if (behind !== undefined && behind !== "") sites.push({ root: behind, ...site });
      }
    }
  }
  return sites;
}

/** The site that a document belongs to: the innermost. */
export function siteOf(sites: readonly Site[], path: string): Site | undefined {
  let best: Site | undefined;
  for (const site of sites) if (path.startsWith(site.root) && (best === undefined || site.root.length > best.root.length)) best = site;
  return best;
}
