// Gathers the pages of the site from the Markdown that lies in the packages; links lead from page to page.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { scanMarkdown } from "@caio/repo-model/markdown";

export const workspace = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const list = (folder) => readdirSync(join(workspace, folder)).toSorted();
const hasRules = (name) => list(`packages/${name}`).includes("docs") && list(`packages/${name}/docs`).includes("rules");

/** Each page by the path of its source. */
export function pagesOf() {
  const packages = list("packages");
  const guides = list("packages/cli/docs/guides");
  return new Map([
    ["README.md", "index.md"],
    ...["ARCHITECTURE", "CONTRIBUTING", "SECURITY"].map((name) => [`${name}.md`, `about/${name.toLowerCase()}.md`]),
    ["examples/phase-12/README.md", "about/example.md"],
    ["tools/bench/README.md", "about/measured.md"],
    ["tools/trust/README.md", "about/trust.md"],
    ...guides.map((name) => [`packages/cli/docs/guides/${name}`, `guides/${name}`]),
    ...packages.map((name) => [`packages/${name}/README.md`, `packages/${name}.md`]),
    ...packages
      .filter(hasRules)
      .flatMap((name) => list(`packages/${name}/docs/rules`).map((rule) => [`packages/${name}/docs/rules/${rule}`, `rules/${name}/${rule}`])),
  ]);
}

/** A page's text: its links lead to pages; what has no page is named and not linked. */
export function pageText(source, page, text, pages) {
  const edits = scanMarkdown(text).links.flatMap(({ destination, target, label, range, kind }) => {
    if (destination === undefined || target === undefined || kind === "autolink" || /^(?:[a-z][a-z0-9+.-]*:|#|\/\/)/i.test(target)) return [];
    const [path = "", fragment] = target.split("#");
    const at = posix.normalize(posix.join(posix.dirname(source), path)).replace(/\/$/, "");
    const to = pages.get(at) ?? pages.get(`${at}/README.md`);
    if (to === undefined) return [{ range, text: text.slice(...label) }];
    const link = posix.relative(posix.dirname(page), to);
    return [{ range: destination, text: `${link.startsWith(".") ? link : `./${link}`}${fragment === undefined ? "" : `#${fragment}`}` }];
  });
  let made = text;
  for (const { range, text: replacement } of edits.toSorted((a, b) => b.range[0] - a.range[0]))
    made = made.slice(0, range[0]) + replacement + made.slice(range[1]);
  return made.replace(/^<!-- caio:(?:begin|end) [^\n]*-->\n\n?/gm, "");
}

const titleOf = (folder, page) => scanMarkdown(readFileSync(join(folder, page), "utf8")).headings[0]?.text ?? page;

/** The sidebar: guides, packages with their rules, and what is told of caio itself. */
function sidebarOf(folder, pages) {
  const below = (start) =>
    [...pages.values()].filter((page) => page.startsWith(`${start}/`)).map((page) => ({ text: titleOf(folder, page), link: `/${page.replace(/\.md$/, "")}` }));
  const checks = [...new Set([...pages.values()].flatMap((page) => /^rules\/([^/]+)\//.exec(page)?.[1] ?? []))];
  return [
    { text: "Guides", items: below("guides") },
    { text: "Packages", items: below("packages") },
    ...checks.map((name) => ({ text: `Rules of ${name}`, collapsed: true, items: below(`rules/${name}`) })),
    { text: "About", items: below("about") },
  ];
}

/** Writes all pages, and what VitePress is told, into a folder made anew. Gives the number of pages. */
export function gather(folder) {
  rmSync(folder, { recursive: true, force: true });
  const pages = pagesOf();
  for (const [source, page] of pages) {
    mkdirSync(dirname(join(folder, page)), { recursive: true });
    writeFileSync(join(folder, page), pageText(source, page, readFileSync(join(workspace, source), "utf8"), pages));
  }
  const options = {
    title: "caio",
    description: "caio keeps a repository honest.",
    cleanUrls: true,
    themeConfig: { sidebar: sidebarOf(folder, pages), search: { provider: "local" } },
    // Braces in a document are braces: nothing of it is a template.
    vue: { template: { compilerOptions: { delimiters: ["\u0001", "\u0002"] } } },
  };
  mkdirSync(join(folder, ".vitepress"), { recursive: true });
  writeFileSync(join(folder, ".vitepress/config.mjs"), `export default ${JSON.stringify(options, undefined, 2)};\n`);
  return pages.size;
}
