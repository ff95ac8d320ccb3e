// Links by what renders them: sites, mounted sites, translations, what lies beyond links; each case was a false alarm on a public repository.
import { applyEdits } from "@caio/repo-model/text";
import { memoryTree } from "@caio/repo-model/tree";
import { judge } from "@caio/testing";
import { expect, it } from "vitest";
import { docSync } from "../index.js";

const found = async (files: Readonly<Record<string, string>>): Promise<(string | undefined)[][]> =>
  (await judge(docSync, files)).findings.map(({ rule, severity, at, data }) => [rule.replace("doc-sync/", ""), severity, at.path, String(data?.["target"])]);

it("in a site's folder the renderer decides: a missing document is a warning, an address is not judged", async () => {
  const files = { "mkdocs.yml": "site_name: x\n", "docs/index.md": "[a](gone.md) [b](page/) [c](../api/)\n", "README.md": "[a](docs/gone.md)\n" };
  expect(await found(files)).toEqual([
    ["broken-link", "error", "README.md", "docs/gone.md"],
    ["broken-link", "warning", "docs/index.md", "gone.md"],
  ]);
});

it("a site whose documents lead out of its root to nothing is part of a larger one", async () => {
  expect(await found({ "mkdocs.yml": "docs_dir: docs\n", "docs/index.md": "[a](fields.md) [b](../api/settings.md#x)\n" })).toEqual([]);
});

it("plugins that write pages make a missing page a note", async () => {
  expect(await found({ "mkdocs.yml": "plugins:\n  - gen-files\n", "docs/index.md": "[a](reference.md)\n" })).toEqual([
    ["broken-link", "note", "docs/index.md", "reference.md"],
  ]);
});

it("what an ignore file names is made by a build: a link to it is not judged, in a fresh clone either", async () => {
  const files = { "docs/.gitignore": "api\n", ".gitignore": "dist/\n", "docs/guide/a.md": "[a](../api/x.md#y) [b](../../dist/b.js) [c](../apis/x.md)\n" };
  expect(await found(files)).toEqual([["broken-link", "error", "docs/guide/a.md", "../apis/x.md"]]);
});

it("what stands there as a template is made by something", async () => {
  const files = { "docs/install.md.tmpl": "", "config.yaml.j2": "", "docs/a.md": "[a](install.md#x) [b](../config.yaml) [c](setup.md)\n" };
  expect(await found(files)).toEqual([["broken-link", "error", "docs/a.md", "setup.md"]]);
  const site = { "mkdocs.yml": "validation:\n  links:\n    absolute_links: relative_to_docs\n", "docs/b.md": "[a](/install.md) [b](/gone.md)\n" };
  expect(await found({ ...site, "docs/install.md.tmpl": "" })).toEqual([["absolute-link", "warning", "docs/b.md", "/gone.md"]]);
});

it("a picture beside the repository may lie on a branch of that name; a document, and what is here one folder lower, may not", async () => {
  const text = "![a](../assets/demo.gif) ![b](../img/i.png) [c](../other/README.md) ![d](../../assets/e.png)\n";
  expect(await found({ "README.md": text, "img/i.png": "" })).toEqual([
    ["link-escapes-root", "note", "README.md", "../assets/demo.gif"],
    ["link-escapes-root", "warning", "README.md", "../img/i.png"],
    ["link-escapes-root", "warning", "README.md", "../other/README.md"],
  ]);
});

it("GitHub's own page of the newest commit is no file, from however deep it is addressed", async () => {
  expect(await found({ ".github/actions/spelling/advice.md": "See the [README](../tree/HEAD/README.md), not [this](../tree/README.md).\n" })).toEqual([
    ["broken-link", "error", ".github/actions/spelling/advice.md", "../tree/README.md"],
  ]);
});

it("a translated page of another folder's name falls back to the original, too", async () => {
  const files = { "docs/migration.md": "", "docs/whats-new.md": "", "i18n/de/pages/whats-new.md": "[a](migration.md) [b](gone.md)\n" };
  expect(await found(files)).toEqual([["broken-link", "error", "i18n/de/pages/whats-new.md", "gone.md"]]);
});

it("aliases of docsify are routes of pages that lie elsewhere", async () => {
  const files = { "docs/_sidebar.md": "- [log](log.md)\n" };
  expect(await found(files)).toEqual([["broken-link", "warning", "docs/_sidebar.md", "log.md"]]);
  expect(await found({ ...files, "docs/index.html": "<script>window.$docsify = { alias: { '/log': 'https://example.org/log.md' } }</script>\n" })).toEqual([
    ["broken-link", "note", "docs/_sidebar.md", "log.md"],
  ]);
});

it("brackets beside others that are no links are tags, and no references", async () => {
  const rule = "undefined-reference";
  const count = async (text: string): Promise<number> => (await judge(docSync, { "a.md": `${text}\n` }, { rule })).findings.length;
  expect(await count("1. [sig-storage][Slow] e2e suite [Conformance] []")).toBe(0);
  expect(await count("- Mounts [Volume][Disruptive][Flaky] after a restart")).toBe(0);
  expect(await count("- [ ] See [the plan][plan], [a link](a.md), [^1] and `x[i]`.")).toBe(1);
  expect(await count("[k8s.io] kubelet\nSee [the plan][plan].")).toBe(1);
});

it("a page that a build may make is a note where no site is known", async () => {
  expect(await found({ "client/README.md": "[up](../index.html)\n" })).toEqual([["broken-link", "note", "client/README.md", "../index.html"]]);
});

it("a page that a component makes has the component's anchors: Docusaurus takes a fence of MDX for MDX", async () => {
  const api = "# API\n\n```mdx-code-block\nimport API from '@theme/API'\n\n<API />\n```\n";
  const files = {
    "docusaurus.config.js": "",
    "docs/a.md": "[a](api.md#get) [b](b.md#get)\n",
    "docs/api.md": api,
    "docs/b.md": api.replace("mdx-code-block", "js"),
  };
  expect(await found(files)).toEqual([["broken-anchor", "error", "docs/a.md", "b.md#get"]]);
});

it("what lies in a hidden folder may be put elsewhere by a tool; what the host shows of it may not", async () => {
  expect(await found({ ".features/x.md": "[a](gone.md)\n", ".github/x.md": "[a](gone.md)\n" })).toEqual([
    ["broken-link", "warning", ".features/x.md", "gone.md"],
    ["broken-link", "error", ".github/x.md", "gone.md"],
  ]);
});

it("what new pages of a site begin with is of the site", async () => {
  expect(await found({ "hugo.toml": "", "archetypes/page.md": "# {{ .Name }}\n\n## Entry {#entry}\n\n[a](gone)\n" })).toEqual([]);
});

it("a translation takes what is not translated from the original", async () => {
  expect(await found({ "docs/en/docs/news.md": "", "docs/de/docs/help.md": "[a](news.md) [b](gone.md)\n" })).toEqual([
    ["broken-link", "error", "docs/de/docs/help.md", "gone.md"],
  ]);
});

it("placeholders, code in prose and GitHub's own pages are no links into the repository", async () => {
  const text =
    '[a](ENGLISH_VERSION_URL) [b](url) `x` items[0](47) f()[](x)\n\n<img src="[[logo.url]]">\n\n[c](../blob/main/x.md) [d](../../issues) [e](../wiki)\n';
  expect(await found({ ".github/CONTRIBUTING.md": text })).toEqual([]);
});

it("what each machine has for itself, what is filled in, and what a build adds to each page is not known", async () => {
  expect(await found({ "a.md": "`docs/settings.local.json` [a](docs/[SYSTEM-NAME]-NOTES.md#x)\n", "docs/b.md": "" })).toEqual([]);
  const pages = {
    ".vitepress/config.ts": "export default defineConfig({})\n",
    "a/index.md": "# A\n\n[types](#type-declarations) [b](#own)\n",
    "b/index.md": "# B\n\n[types](#type-declarations)\n",
  };
  const told = (await judge(docSync, pages, { rule: "broken-anchor" })).findings;
  expect(told.map(({ data }) => data?.["anchor"])).toEqual(["own"]);
  const { [".vitepress/config.ts"]: _, ...plain } = pages;
  expect((await judge(docSync, plain, { rule: "broken-anchor" })).findings).toHaveLength(3);
});

it("what the repository's own build makes is there once it has run", async () => {
  const page = "[a](bundle.zip) [b](News.xml) [c](other.zip)\n";
  const files = {
    "site/a.md": page,
    ".github/workflows/site.yml": "run: |\n  zip -r ../bundle.zip .\n  # other.zip\n",
    "scripts/feed.sh": "python feed.py > site/News.xml\n",
  };
  expect((await judge(docSync, files)).findings.map(({ data }) => data?.["target"])).toEqual(["other.zip"]);
});

it("tabs of Material for MkDocs have anchors", async () => {
  const page = '# A\n\n=== "Linux"\n\n    === "Docker rootless"\n\n        x\n\n[a](#linux-docker-rootless) [b](#linux-vm)\n';
  const told = async (files: Readonly<Record<string, string>>): Promise<unknown> => (await judge(docSync, files)).findings.map(({ data }) => data?.["anchor"]);
  expect(await told({ "mkdocs.yml": "site_name: a\n", "docs/a.md": page })).toEqual(["linux-vm"]);
  expect(await told({ "properdocs.yml": "site_name: a\n", "docs/a.md": page })).toEqual(["linux-vm"]);
  expect(await told({ "docs/a.md": page })).toEqual(["linux-docker-rootless", "linux-vm"]);
});

it("documents of a folder that is shown as one page have each other's anchors", async () => {
  const pages = {
    "docs/01_a.md": "# A\n\n[x](#creating-nodes) [y](#parse-amp-write)\n",
    "docs/02_b.md": "# B\n\n## Creating Nodes\n\n[x](#options)\n",
    "docs/03_c.md": "# C\n\n## Options\n\n[x](#creating-nodes)\n",
  };
  expect(await found(pages)).toEqual([]);
  expect((await found({ ...pages, "docs/03_c.md": "# C\n\n## Options\n" })).length).toBe(3);
  // Without their numbers they may be one page that was divided.
  expect(await found(Object.fromEntries(Object.entries(pages).map(([path, text]) => [path.replace(/\d\d_/, ""), text])))).toHaveLength(4);
});

it("anchors that most links write as another renderer does are not judged", async () => {
  const page = "# A\n\n[x](#it-works,-mostly) [y](#why-(not)-now) [z](#what-is-it?)\n\n## It works, mostly\n\n## Why (not) now\n\n## What is it?\n";
  expect(await found({ "docs/a.md": page })).toEqual([]);
  expect((await found({ "docs/a.md": page.replace("#what-is-it?", "#what-is-it") })).length).toBe(2);
});

it("the README of a folder of parts is a page; a folder of headers has none", async () => {
  expect(await found({ "docs/snippets/README.md": "[a](gone.md)\n", "lib/include/b.md": "[a](gone.md)\n", "docs/include/c.md": "[a](gone.md)\n" })).toEqual([
    ["broken-link", "error", "docs/snippets/README.md", "gone.md"],
    ["broken-link", "error", "lib/include/b.md", "gone.md"],
  ]);
});

it("parts of other documents, pages of a registry and old entries of a list of changes are not judged as pages of now", async () => {
  expect(await found({ "docs/includes/a.md": "[x](../gone.md) [y](#gone) [z](../../../../gone.md)\n" })).toEqual([]);
  const registry = "---\n\n# made\npage_title: a\nsubcategory: b\n---\n\n[x](../../docs#limits)\n";
  expect(await found({ "docs/data/a.md": registry })).toEqual([]);
  const changes = "# Changes\n\n## 2.0\n\n[x](gone.md)\n\n## 1.0\n\n[x](gone.md)\n";
  expect((await judge(docSync, { "CHANGES.md": changes })).findings.map(({ severity, at }) => [severity, at.start.line])).toEqual([
    ["error", 5],
    ["note", 9],
  ]);
});

it("what lies behind a symbolic link or in a submodule is not known", async () => {
  const files = memoryTree({
    "README.md": "[a](linked/a.md) [b](module/b.md) [c](none/c.md)\n",
    linked: { content: "elsewhere", kind: "link" },
    module: { content: "", kind: "submodule" },
  });
  const { findings } = await judge(docSync, {}, { context: { files, repository: { root: "/memory", files } } });
  expect(findings.map(({ data }) => data?.["target"])).toEqual(["none/c.md"]);
});

it("a link that is written from the root is told how to be written from its document", async () => {
  const text = "See [the code](src/app/x.ts#L3) and [this](docs/plans/b.md).\n";
  const { findings } = await judge(docSync, { "docs/plans/a.md": text, "docs/plans/b.md": "", "src/app/x.ts": "" });
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []).flatMap((edit) => ("range" in edit ? [edit] : []));
  expect(findings.map(({ fix }) => fix?.kind)).toEqual(["suggested", "suggested"]);
  expect(applyEdits(text, edits)).toBe("See [the code](../../src/app/x.ts#L3) and [this](b.md).\n");
});

it("anchors that includes, API references and layouts make are not judged", async () => {
  const anchors = async (config: string, page: string): Promise<number> => (await found({ [config]: "x\n", "docs/a.md": page })).length;
  expect(await anchors("mkdocs.yml", "[a](#pkg.config.Thing)\n")).toBe(0);
  expect(await anchors("docs/_config.yml", "[a](#further-reading)\n")).toBe(0);
  expect(await anchors("docs/myst.yml", "[a](#fig:hills)\n")).toBe(1);
  expect(await anchors("x.yml", '--8<-- "other.md"\n\n[a](#other)\n')).toBe(0);
  expect(await anchors("x.yml", "{{#include other.md}}\n\n[a](#other)\n")).toBe(0);
  expect(await anchors("x.yml", "---\ntitle: A\nref: docs/b.md\n---\n\n[a](#other)\n")).toBe(0);
  expect(await anchors("x.yml", "---\ntitle: A\nref: 12\n---\n\n[a](#other)\n")).toBe(1);
  expect(await anchors("x.yml", "[a](#other)\n")).toBe(1);
});

it("labels of a MyST project may stand anywhere in it; a heading's directive is shown without its name", async () => {
  const page = "[a](#fig:hills)\n";
  expect(await found({ "docs/myst.yml": "version: 1\nproject:\n  title: A\n", "docs/a.md": page })).toEqual([]);
  expect(await found({ "docs/a.md": page })).toHaveLength(1);
  expect(await found({ "docs/a.md": "# :dfn[`format`] (query)\n\n[a](#format-query)\n[b](#format-fragment)\n" })).toEqual([
    ["broken-anchor", "warning", "docs/a.md", "#format-query"],
    ["broken-anchor", "error", "docs/a.md", "#format-fragment"],
  ]);
});

it("anchors that carry the headings above, that name nothing, and those of all-contributors are not judged", async () => {
  const page = "# Guide\n\n## query\n\n### Query arguments\n\n[a](#query-Query-arguments) [b](##) [c](#form-Query-arguments) [d](#q-`x=1`-y)\n";
  expect(await found({ "docs/a.md": page })).toEqual([
    ["broken-anchor", "error", "docs/a.md", "#form-Query-arguments"],
    ["broken-anchor", "error", "docs/a.md", "#q-`x=1`-y"],
  ]);
  const [start, end] = ["<!-- ALL-CONTRIBUTORS-LIST:START -->", "<!-- ALL-CONTRIBUTORS-LIST:END -->"];
  const list = `${start}\n<table><tr><td><a href="#ideas-ann">Ann</a></td></tr></table>\n\n${end}\n\n[x](#ideas-ann)\n`;
  expect(await found({ "README.md": list })).toHaveLength(1);
});

it("addresses of pages that are numbered in their folder, and forms to fill in, are not judged where they have no file's ending", async () => {
  const page = "[a](load#x) [b](gone.md)\n";
  expect(await found({ "docs/20-core/10-routing.md": page })).toEqual([["broken-link", "error", "docs/20-core/10-routing.md", "gone.md"]]);
  expect(await found({ "docs/core/routing.md": page })).toHaveLength(2);
  expect(await found({ ".github/PULL_REQUEST_TEMPLATE.md": "| ![before](image-link) |\n" })).toEqual([]);
});

it("a site's folder may be a link to where its documents lie", async () => {
  const files = memoryTree({ "mkdocs.yml": "site_name: x\n", docs: { content: "shop/docs", kind: "link" }, "shop/docs/index.md": "[a](gone.md)\n" });
  const { findings } = await judge(docSync, {}, { context: { files, repository: { root: "/memory", files } } });
  expect(findings.map(({ severity }) => severity)).toEqual(["warning"]);
});

it("Docusaurus looks in the folder of a version, too", async () => {
  const files = {
    "docusaurus.config.js": "x",
    "versioned_docs/version-1.0/tutorials/a.md": "[x](guides/b.md) [y](guides/c.md)\n",
    "versioned_docs/version-1.0/guides/b.md": "",
  };
  expect(await found(files)).toEqual([["broken-link", "warning", "versioned_docs/version-1.0/tutorials/a.md", "guides/c.md"]]);
});

it("a document whose ending is in capitals is one", async () => {
  expect(await found({ "README.MD": "# A\n\n[b](#c)\n" })).toHaveLength(1);
});

it("an anchor that is no label of a MyST project is broken, where all of it is read", async () => {
  const told = async (more: Readonly<Record<string, string>>, page = "# A\n\n[a](#the-hills) [b](b.md#b)\n"): Promise<number> =>
    (await found({ "docs/myst.yml": "version: 1\nproject:\n  title: A\n", "docs/a.md": page, "docs/b.md": "# B\n", ...more })).length;
  expect(await told({})).toBe(1);
  expect(await told({ "docs/c.md": "(the-hills)=\n# Hills\n" })).toBe(0);
  expect(await told({ "docs/c.md": "```{figure} a.png\n:name: the-hills\n```\n", "docs/a.png": "" })).toBe(0);
  expect(await told({ "docs/c.md": "$$ x $$ (the-hills)\n" })).toBe(0);
  expect(await told({ "docs/c.rst": "" })).toBe(0);
  expect(await told({}, "# A\n\n```{automodule} hills\n```\n\n[a](#the-hills)\n")).toBe(0);
  expect(await told({}, "# A\n\n```{note}\nText.\n```\n\n[a](#the-hills) [c](#hills.Hill)\n")).toBe(1);
});

it("citations side by side are no reference", async () => {
  expect(await found({ "a.md": "[2019-10-22 16:13:10,769][SHOP] up\n\nSee [RFC4346][RFC6347] and [the RFC][RFC6347].\n" })).toHaveLength(1);
});

it("paths that stand for others are not judged", async () => {
  const files = {
    "news/1235.bugfix": "",
    "src/KIND_NAMES.js": "",
    "docs/READ_ME_DE.md": "",
    "README.md": "`news/1234.bugfix` `src/KIND_NAME.js` `docs/READ_ME_D.md`\n",
  };
  expect((await judge(docSync, files, { rule: "path-missing" })).findings.map(({ data }) => data?.["path"])).toEqual(["docs/READ_ME_D.md"]);
});

it("what a build makes, or somebody makes of an example, is no missing path", async () => {
  const files = {
    ".cargo/config.cross.example.toml": "",
    "docs/guides.json": "",
    "README.md": "Copy it to `.cargo/config.cross.toml`. See the generated `docs/guide.json`.\n",
    "other.md": "See `docs/guide.json` (e.g. `docs/guide.json`).\n",
  };
  const { findings } = await judge(docSync, files, { rule: "path-missing" });
  expect(findings.map(({ at }) => [at.path, at.start.column])).toEqual([["other.md", 6]]);
});

it("pages in the sources of a site speak of their readers' sources", async () => {
  const text = "See `src/rule.ts`.\n";
  const files = { "src/rules.ts": "", "test/rules.ts": "", "src/content/docs/a.mdx": `${text}\nSee \`test/rule.ts\`.\n`, "docs/a.md": text };
  const { findings } = await judge(docSync, files, { rule: "path-missing" });
  expect(findings.map(({ at }) => [at.path, at.start.line])).toEqual([
    ["docs/a.md", 1],
    ["src/content/docs/a.mdx", 3],
  ]);
});

it("a picture may lie in the assets beside the texts; Pelican fills in `|filename|`", async () => {
  const files = {
    "guides/assets/images/a.png": "",
    "guides/source/x.md": "![a](images/a.png) ![b](images/b.png) [c](images/a.txt) [d](|filename|/y.rst)\n",
  };
  const { findings } = await judge(docSync, files, { rule: "broken-link" });
  expect(findings.map(({ data }) => data?.["path"])).toEqual(["guides/source/images/b.png", "guides/source/images/a.txt"]);
});

it("what a document tells the reader to create is no missing path in it", async () => {
  const files = {
    "docs/pages.md": "",
    "src/rules.ts": "",
    "docs/how-to.md":
      "1. Create a new page at `docs/page.md`.\n2. Add an empty file named `src/rule.ts`.\n3. Link `docs/page.md` in the menu, and `src/rule.ts` in `src/rulez.ts`.\n",
    "README.md": "See `docs/page.md`.\n",
  };
  const { findings } = await judge(docSync, files, { rule: "path-missing" });
  expect(findings.map(({ at, data }) => [at.path, data?.["path"]])).toEqual([
    ["README.md", "docs/page.md"],
    ["docs/how-to.md", "src/rulez.ts"],
  ]);
});

it("what is laid aside is a note; the one file of the same name is offered", async () => {
  const { findings } = await judge(docSync, { "docs/archive/a.md": "[x](gone.md)\n", "docs/a.md": "[x](guide.md)\n", "other/guide.md": "" });
  expect(findings.map(({ severity, help }) => [severity, help])).toEqual([
    ["error", "Is `other/guide.md` meant? Else correct the link, or add the file."],
    ["note", "Correct the link, or add the file."],
  ]);
});

it("a web address without its scheme is told so", async () => {
  const { findings } = await judge(docSync, { "README.md": "[a](github.com/x/y)\n" });
  expect(findings.map(({ help }) => help)).toEqual(["Write `https://` before it."]);
});

it("Hugo's shortcodes that end lay themselves around what is there: a missing anchor is a warning; one that brings a page leaves it unknown", async () => {
  const tabs = '# Tasks\n\n[a](#steps) [b](#tasks)\n\n{{< tabs >}}\n{{% tab header="v1" %}}\nText.\n{{% /tab %}}\n{{< /tabs >}}\n';
  expect(await found({ "docs/a.md": tabs })).toEqual([["broken-anchor", "warning", "docs/a.md", "#steps"]]);
  expect(await found({ "docs/a.md": `${tabs}\n{{% readfile "/other.md" %}}\n` })).toEqual([]);
  expect(await found({ "docs/a.md": tabs.replace("{{< /tabs >}}", "") })).toEqual([]);
  // What stands in code is shown, not carried out.
  expect(await found({ "docs/a.md": `${tabs}\n\`{{< readfile >}}\`\n` })).toHaveLength(1);
});
