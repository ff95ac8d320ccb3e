// A corpus: repositories copied without what makes sites of their documents, so that all programs judge by GitHub's rules.
import { copyFileSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Files whose presence tells caio of a site, or of GitLab. The peers know neither. */
const configuration =
  /^(?:mkdocs[\w.-]*\.ya?ml|docusaurus\.config\.\w+|conf\.py|_config\.ya?ml|book\.toml|hugo\.\w+|config\.(?:toml|ya?ml)|astro\.config\.\w+|gatsby-config\.\w+|\.?eleventy(?:\.config)?\.\w+|_sidebar\.md|\.gitlab-ci\.yml|caio\.\w+|lychee\.toml|\.lycheeignore|\.remarkrc.*|\.remarkignore|package\.json)$/;
const skipped = new Set([".git", "node_modules", ".vitepress", ".vuepress"]);

/** One repository of the corpus. */
export interface Corpus {
  readonly name: string;
  readonly root: string;
  /** The repository that it was copied from. */
  readonly from: string;
  /** Paths of its Markdown files. */
  readonly documents: readonly string[];
  /** Bytes of its Markdown. */
  readonly bytes: number;
}

/** Copies the tree below `from`: Markdown as it is, other files empty. Links are left out. */
export function copyCorpus(from: string, root: string, name: string): Corpus {
  const documents: string[] = [];
  let bytes = 0;
  const enter = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      // No program takes a list of files with line ends in their names.
      if (/[\r\n]/.test(entry.name)) continue;
      const path = join(folder, entry.name);
      const to = join(root, relative(from, path));
      if (entry.isDirectory() && !skipped.has(entry.name)) {
        mkdirSync(to, { recursive: true });
        enter(path);
      } else if (entry.isFile() && !configuration.test(entry.name)) {
        mkdirSync(dirname(to), { recursive: true });
        if (!/\.md$/i.test(entry.name)) writeFileSync(to, "");
        else {
          copyFileSync(path, to);
          documents.push(relative(from, path));
          bytes += lstatSync(path).size;
        }
      }
    }
  };
  mkdirSync(root, { recursive: true });
  enter(from);
  writeFileSync(join(root, "caio.json"), '{ "doc-sync": { "slugs": "github", "files": ["*.md"], "exclude": [] } }\n');
  return { name, root, from, documents, bytes };
}
