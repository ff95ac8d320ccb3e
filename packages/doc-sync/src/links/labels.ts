// Labels: anchors that MyST and Sphinx know in the whole project, wherever they stand (mystmd.org, "Cross-references"; myst-parser, "Targets").
import { looseAnchor } from "./anchors.js";
import type { Document, LinkFacts } from "./link-facts.js";
import { oncePerDocument } from "./once-per-document.js";
import type { Site } from "./site.js";

/** Generators whose labels are of the whole project. */
const withLabels: ReadonlySet<string> = new Set(["sphinx", "myst"]);

/** `(label)=`, `:name: label` of a directive, `{#label}`, a labelled equation, a target of reStructuredText. */
const label =
  /^[ \t>]*(?:[-*+][ \t]+)?\(([^()\s]{1,120})\)=|^[ \t]*:?(?:name|label|id):[ \t]*["']?([^\s"']{1,120})|\{[^{}\n]{0,100}#([^\s{}]{1,120})|\$\$[ \t]*\(([^()\s]{1,120})\)|^[ \t]*\.\. _`?([^:`\n]{1,120})`?:/gm;
const labelsOf = oncePerDocument(({ source }) =>
  [...source.text.matchAll(label)].map(([, ...names]) => looseAnchor(names.find((name) => name !== undefined) ?? "")),
);

const directive = /^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{([\w:.+-]+)\}/gm;
/** Directives that show what stands in them: all others may make anchors. */
const plain: ReadonlySet<string> = new Set(
  "note warning tip important caution danger attention hint error seealso admonition figure image code-block code code-cell literalinclude toctree tableofcontents contents math table list-table csv-table dropdown versionadded versionchanged deprecated grid grid-item grid-item-card card tab-set tab-item mermaid epigraph margin sidebar topic aside div raw".split(
    " ",
  ),
);
const isPlain = oncePerDocument(({ source }) => [...source.text.matchAll(directive)].every(([, name = ""]) => plain.has(name)));

/** Pages whose labels are not read here. */
const unread = /\.(?:rst|ipynb|txt)$/;

/** What is known of a site's labels; undefined where some of its pages are not read. */
function labelsIn(site: Site, { byPath, paths }: LinkFacts): ReadonlySet<string> | undefined {
  for (const path of paths) if (path.startsWith(site.root) && unread.test(path) && !/requirements[^/]*\.txt$/.test(path)) return undefined;
  const known = new Set<string>();
  for (const document of byPath.values()) if (document.site === site) for (const name of labelsOf(document)) known.add(name);
  return known;
}

const sites = new WeakMap<Site, { readonly known: ReadonlySet<string> | undefined }>();

/** Whether an anchor that a page lacks may be a label, or what a directive makes: names with a dot or a colon are those of code. */
export function mayBeLabel(other: Document, anchor: string, facts: LinkFacts): boolean {
  const { site } = other;
  if (site === undefined || !withLabels.has(site.generator)) return false;
  if (/[.:]/.test(anchor) || !isPlain(other)) return true;
  let held = sites.get(site);
  if (held === undefined) sites.set(site, (held = { known: labelsIn(site, facts) }));
  return held.known === undefined || held.known.has(looseAnchor(anchor));
}
