// Pages that are folders of their own, books with preprocessors, and what is offered under its own name; each case was a false alarm on a public repository.
import { judge } from "@caio/testing";
import { expect, it } from "vitest";
import { docSync } from "../index.js";

const found = async (files: Readonly<Record<string, string>>): Promise<(string | undefined)[][]> =>
  (await judge(docSync, files)).findings.map(({ rule, severity, at, data }) => [rule.replace("doc-sync/", ""), severity, at.path, String(data?.["target"])]);

const page = "![a](../img/a.png) ![b](../../img/b.png) ![c](../img/gone.png)\n";

it("Hugo shows each page in a folder: links from there lead on, in its documents and in those that are put into them", async () => {
  const files = { "config.toml": 'baseURL = "https://example.org"\n', "content/blog/img/a.png": "", "content/img/b.png": "" };
  expect(await found({ ...files, "content/blog/one.md": page })).toEqual([["broken-link", "warning", "content/blog/one.md", "../img/gone.png"]]);
  expect(await found({ ...files, "docs/blog/img/a.png": "", "docs/img/b.png": "", "docs/blog/one.md": page })).toEqual([
    ["broken-link", "error", "docs/blog/one.md", "../img/gone.png"],
  ]);
  // No site: GitHub's pages are files.
  expect(await found({ "docs/blog/img/a.png": "", "docs/img/b.png": "", "docs/blog/one.md": page })).toHaveLength(3);
});

it("Hugo's static folder lies at the root of its site", async () => {
  const files = { "site/config.toml": 'baseURL = "https://example.org"\n', "site/static/images/a.png": "", "site/content/_index.md": "![a](images/a.png)\n" };
  expect(await found(files)).toEqual([]);
  expect(await found({ ...files, "site/content/docs/_index.md": "![a](images/a.png)\n" })).toHaveLength(1);
});

it("Hugo's configuration may be a folder, and name other folders of documents", async () => {
  const address = { "w/content/a.md": "[b](../b/)\n", "w/content/b.md": "" };
  expect(await found({ "w/config/_default/params.toml": "", ...address })).toHaveLength(1);
  expect(await found({ "w/config/_default/hugo.toml": "", ...address })).toEqual([]);
  const mounted = { "docs/a.md": "[b](b.md)\n" };
  const severities = async (files: Readonly<Record<string, string>>): Promise<unknown> =>
    (await found({ ...files, ...mounted })).map(([, severity]) => severity);
  expect(await severities({ "hugo.toml": 'title = "x"\n' })).toEqual(["error"]);
  expect(await severities({ "hugo.toml": '[[module.mounts]]\nsource = "docs"\ntarget = "content/docs"\n' })).toEqual(["warning"]);
  expect(await severities({ "hugo.yaml": "contentDir: docs\n" })).toEqual(["warning"]);
});

it("where links to pages are the habit, a site that is not known is made of them", async () => {
  const pages = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`docs/p${index}.md`, `[next](p${(index + 1) % 10}#x)\n\n# x\n`]));
  expect(await found(pages)).toEqual([]);
  expect(await found({ ...pages, "docs/p9.md": "text\n" })).toHaveLength(9);
});

it("no slash is written behind a file's name", async () => {
  const { findings } = await judge(docSync, { "docs/a.md": "[b](b/#x)\n", "docs/b.md": "# x\n" });
  expect(findings.map(({ fix }) => fix?.title)).toEqual(["write `b.md#x`"]);
});

it("a book's own preprocessor may make anchors and define references", async () => {
  const files = { "src/a.md": "[a](#r-items.fn) [the item][items.fn]\n" };
  expect(await found({ "book.toml": '[book]\ntitle = "x"\n\n[preprocessor.mermaid]\n', ...files })).toEqual([
    ["broken-anchor", "error", "src/a.md", "#r-items.fn"],
    ["undefined-reference", "warning", "src/a.md", "undefined"],
  ]);
  expect(await found({ "book.toml": '[book]\ntitle = "x"\n\n[preprocessor.spec]\ncommand = "x"\n', ...files })).toEqual([]);
});

it("a heading that is offered under its own name need not be taken", async () => {
  expect(await found({ "a.md": "# Prior art\n\n[prior-art]: #prior-art\n[drawbacks]: #prior-art\n" })).toEqual([
    ["unused-definition", "note", "a.md", "#prior-art"],
  ]);
  // Directly below the heading that it names it may have another name.
  const below = "# Prior art\n[art]: #prior-art\n\n## Next\n\n[next]: #prior-art\n[other]: #next\n";
  expect(await found({ "a.md": below })).toEqual([
    ["unused-definition", "note", "a.md", "#prior-art"],
    ["unused-definition", "note", "a.md", "#next"],
  ]);
});

it("an address of mail without its scheme is told so", async () => {
  const { findings } = await judge(docSync, { "README.md": "[a](ann@example.org)\n" });
  expect(findings.map(({ help }) => help)).toEqual(["Write `mailto:` before it."]);
});

it("a document full of custom ids is read by a renderer that knows them", async () => {
  const text = (count: number): string => `# T\n\n${Array.from({ length: count }, (_, index) => `## H {#id-${index}}\n`).join("\n")}`;
  expect(await found({ "spec.md": text(9) })).toHaveLength(9);
  expect(await found({ "spec.md": text(10) })).toEqual([]);
});
