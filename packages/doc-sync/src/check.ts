// The check: all documents are read, then rules judge their links.
import { defineCheck, readText, type Context } from "@caio/repo-model/check";
import { scanMarkdown } from "@caio/repo-model/markdown";
import { pathMatcher } from "@caio/repo-model/patterns";
import type { RepoPath, SourceText } from "@caio/repo-model/text";
import { defaults, type DocSyncOptions } from "./defaults.js";
import type { DocFacts } from "./facts.js";
import { looseAnchor, type Document } from "./link-facts.js";
import * as rules from "./rules/index.js";
import { readStatusFacts } from "./status/status-facts.js";
import { version } from "./version.js";

function documentOf(source: SourceText, isSphinx: boolean): Document {
  const markdown = scanMarkdown(source.text);
  const anchors = new Set(markdown.headings.map(({ slug }) => slug));
  // `{#id}` names a heading in Docusaurus, MkDocs and kramdown.
  for (const { text } of markdown.headings) for (const [, id] of text.matchAll(/\{\s*#([\w-]+)[^}]*\}/g)) if (id !== undefined) anchors.add(id.toLowerCase());
  for (const { attributes } of markdown.tags) for (const { name, value } of attributes) if (name === "id" || name === "name") anchors.add(value.toLowerCase());
  const looseAnchors = new Set([...anchors, ...markdown.headings.map(({ text }) => text)].map(looseAnchor));
  return { source, markdown, anchors, looseAnchors, isSphinx };
}

async function* read(context: Context, options: DocSyncOptions): AsyncIterable<DocFacts> {
  const entries = await context.files.list();
  const isDocument = pathMatcher(options.files);
  const isExcluded = pathMatcher(options.exclude);
  const paths = new Set<string>();
  const folded = new Map<string, string>();
  for (const { path } of entries) {
    for (let at = path.length; at > 0; at = path.lastIndexOf("/", at - 1)) {
      const part = path.slice(0, at);
      if (paths.has(part)) break;
      paths.add(part);
      folded.set(part.toLowerCase(), part);
    }
  }
  // Sphinx is configured by a conf.py at the root of its documents.
  const sphinxRoots = entries.filter(({ path }) => /(?:^|\/)conf\.py$/.test(path)).map(({ path }) => path.slice(0, -"conf.py".length));
  const documents: Document[] = [];
  const byPath = new Map<RepoPath, Document>();
  for (const { path, kind } of entries) {
    if (!isDocument(path) || kind === "link" || kind === "submodule") continue;
    const source = await readText(context, path);
    if (source === undefined) continue;
    const document = documentOf(
      source,
      sphinxRoots.some((root) => path.startsWith(root)),
    );
    byPath.set(path, document);
    if (!isExcluded(path) && context.ignores?.(path) !== true) documents.push(document);
  }
  // What git ignores may still be there, or be generated: a link to it is no fault that can be known.
  const broken = documents.length > 0 && context.repository.git !== undefined ? await context.files.list({ ignored: true }).catch(() => []) : [];
  for (const { path } of broken) for (let at = path.length; at > 0; at = path.lastIndexOf("/", at - 1)) paths.add(path.slice(0, at));
  const status = await readStatusFacts(context, options, documents, byPath);
  yield { documents, byPath, paths, folded, status };
}

/** Documents that agree with what they speak of. */
export const docSync = defineCheck<DocFacts, DocSyncOptions>({
  name: "doc-sync",
  summary: "documents agree with what they refer to",
  version,
  scope: "repository",
  documents: new URL("../docs/rules/", import.meta.url),
  options: { defaults, schema: async () => (await import("./options.js")).schema },
  rules: Object.values(rules),
  read,
});
