// broken-link: a relative link to a file that is not there.
import { defineRule } from "@caio/repo-model/check";
import { linksOf, resolveTarget, type LinkFacts } from "../link-facts.js";

/** Endings that site generators leave out or make of a source file. */
const rendered = ["", ".md", ".mdx", ".markdown", ".rst", ".txt", "/index.md", "/index.mdx", "/README.md"];

/** Endings by which Sphinx's Markdown (MyST) knows a path from a label; texts and `.html.md` are what a build adds. */
const fileEnding = /(?<!\.html)\.(?:md|rst|png|jpe?g|gif|svg|webp|pdf|py|toml|ya?ml|json)$/i;

/** Whether a target is there, or is a page that a site generator makes of a file that is. */
function isThere(facts: LinkFacts, path: string): boolean {
  if (path === "" || rendered.some((ending) => facts.paths.has(path + ending))) return true;
  return /\.html?$/.test(path) && rendered.slice(1).some((ending) => facts.paths.has(path.replace(/\.html?$/, "") + ending));
}

export const brokenLink = defineRule<LinkFacts, unknown>({
  id: "broken-link",
  summary: "A relative link leads to a file that is not there.",
  severity: "error",
  *find(facts) {
    for (const document of facts.documents) {
      for (const { target, range } of linksOf(document)) {
        const destination = resolveTarget(document.source.path, target);
        if (destination.kind !== "path" || isThere(facts, destination.path)) continue;
        if (document.isSphinx && !fileEnding.test(destination.path)) continue;
        const other = facts.folded.get(destination.path.toLowerCase());
        yield {
          message: `The link \`${target}\` leads to \`${destination.path}\`, which is not there.`,
          at: document.source.at(range),
          help: other === undefined ? "Correct the link, or add the file." : `The file is called \`${other}\`; letter case matters on GitHub.`,
          data: { target, path: destination.path },
        };
      }
    }
  },
});
