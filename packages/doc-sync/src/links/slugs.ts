// Slug dialects: how renderers make a heading's anchor of its text, and how they number repeated ones.
import { githubSlug } from "@caio/repo-model/markdown";

export type SlugDialect = "github" | "gitlab" | "kramdown" | "docusaurus" | "mkdocs";

/** One renderer's rules. */
export interface Slugger {
  /** The anchor of a heading, before repeated ones are numbered. */
  slug(text: string): string;
  /** Whether the text is the heading as it is written, marks included. */
  readonly readsMarks: boolean;
  /** The anchor for `base` where `used` are taken; `counts` is the slugger's memory. */
  number(base: string, used: ReadonlySet<string>, counts: Map<string, number>): string;
  /** Whether `{#id}` behind a heading names it. */
  readonly hasCustomIds: boolean;
  /** Whether a heading written in HTML gets an anchor. */
  readonly readsHtml: boolean;
}

/** `foo`, `foo-1`, `foo-2`; a number that is taken is passed over (github-slugger 2; Docusaurus uses it). */
function passingOver(base: string, used: ReadonlySet<string>, counts: Map<string, number>): string {
  let slug = base;
  while (used.has(slug)) {
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    slug = `${base}-${count}`;
  }
  return slug;
}

/** `foo`, `foo-1`, `foo-2` by how often `foo` came before, whatever else bears that number (kramdown's HTML converter; GitLab's table-of-contents filter). */
function byCount(base: string, _used: ReadonlySet<string>, counts: Map<string, number>): string {
  const count = counts.get(base);
  counts.set(base, (count ?? -1) + 1);
  return count === undefined ? base : `${base}-${count + 1}`;
}

/** `foo`, `foo_1`, `foo_2`; a number at the end goes on counting, and an empty anchor is `_1` (Python-Markdown, `toc.unique`). */
function underscored(base: string, used: ReadonlySet<string>): string {
  if (base !== "" && !used.has(base)) return base;
  const [, stem = base, number = "0"] = /^([^]*)_([0-9]+)$/.exec(base) ?? [];
  let count = Number(number) + 1;
  while (used.has(`${stem}_${count}`)) count++;
  return `${stem}_${count}`;
}

// docs.gitlab.com/user/markdown, "Header IDs and links"; digits alone would be an issue's reference.
const gitlabSlug = (text: string): string =>
  githubSlug(text.trim())
    .replace(/-{2,}/g, "-")
    .replace(/^(\d+)$/, "anchor-$1");

// kramdown.gettalong.org/converter/html.html, "Automatic Generation of Header IDs".
const kramdownSlug = (text: string): string =>
  text
    .replace(/^[^a-zA-Z]+/, "")
    .replace(/[^a-zA-Z0-9 -]/g, "")
    .replaceAll(" ", "-")
    .toLowerCase() || "section";

// Python-Markdown 3, `toc.slugify`: what is not ASCII is dropped once it is decomposed. A list of attributes behind a heading (`{: .class }`) is none of its text.
const mkdocsSlug = (text: string): string =>
  text
    .replace(/ \{:? {0,9}[^}\n ][^}\n]{0,200}\} {0,9}$/, "")
    .normalize("NFKD")
    // oxlint-disable-next-line no-control-regex -- ASCII is what stays
    .replace(/[^\u0000-\u007f]/g, "")
    .replace(/[^\w\s-]/g, "")
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "-");

export const sluggers: Readonly<Record<SlugDialect, Slugger>> = {
  github: { slug: githubSlug, number: passingOver, readsMarks: false, hasCustomIds: false, readsHtml: true },
  gitlab: { slug: gitlabSlug, number: byCount, readsMarks: false, hasCustomIds: false, readsHtml: true },
  kramdown: { slug: kramdownSlug, number: byCount, readsMarks: true, hasCustomIds: true, readsHtml: false },
  docusaurus: { slug: githubSlug, number: passingOver, readsMarks: false, hasCustomIds: true, readsHtml: false },
  mkdocs: { slug: mkdocsSlug, number: underscored, readsMarks: false, hasCustomIds: true, readsHtml: false },
};
