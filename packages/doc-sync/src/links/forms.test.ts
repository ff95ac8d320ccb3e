// The forms that a link can have, each through the whole check: what is there is not told of, what is not is.
import { judge } from "@caio/testing";
import { expect, test } from "vitest";
import { docSync } from "../index.js";

const there = { "docs/my file.md": "# One\n", "docs/a.md": "# A\n", "src/x.ts": "1\n2\n3\n", "img/i.png": "", "site/README.md": "" };
const told = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  (await judge(docSync, { ...there, ...files })).findings.map(({ rule, data }) => `${rule.slice("doc-sync/".length)} ${String(data?.["target"])}`);

test.each<[string, string, readonly string[]]>([
  ["folders", "[a](docs) [b](docs/) [c](./) [d](none/) [e](../)", ["broken-link none/", "link-escapes-root ../"]],
  ["percent-encoding", "[a](docs/my%20file.md#one) [b](docs/my%20files.md) [c](docs/%61.md) [d](docs/%zz.md)", ["broken-link docs/my%20files.md"]],
  ["lines", "[a](src/x.ts#L3) [b](src/x.ts#L2-L3) [c](src/x.ts#L4) [d](src/x.ts#L3-L1)", ["line-anchor src/x.ts#L4", "line-anchor src/x.ts#L3-L1"]],
  [
    "images and what HTML shows",
    '![a](img/i.png) ![b](img/j.png) <img src="img/k.png"> <source srcset="img/i.png 1x, img/l.png 2x"> <video poster="img/m.png">',
    ["broken-link img/j.png", "broken-link img/k.png", "broken-link img/l.png", "broken-link img/m.png"],
  ],
  ["definitions", "[a][x] ![b][y]\n\n[x]: docs/a.md\n[y]: img/j.png", ["broken-link img/j.png"]],
  ["autolinks have a scheme, or are none", "<file:///home/me/a.md> <docs/gone.md> <https://example.org/x.md>", ["absolute-link file:///home/me/a.md"]],
  ["from the root", "[a](/docs/a.md) [b](/img/i.png) [c](/docs/gone.md)", ["absolute-link /docs/gone.md"]],
  ["out of the repository", "[a](../other.md) [b](../../issues) [c](docs/../../x.md)", ["link-escapes-root ../other.md", "link-escapes-root docs/../../x.md"]],
  ["letter case", "[a](Docs/A.md) [b](docs/A.MD#a)", ["link-case Docs/A.md", "link-case docs/A.MD#a"]],
])("%s", async (_name, text, expected) => expect(await told({ "README.md": `${text}\n` })).toEqual(expected));

test("MDX: imports, expressions and components are no text; the links between them are", async () => {
  const text = "import X from './gone.js'\n\n<X href=\"gone.md\" to={`gone.md`}>\n\n[a](gone.md) {/* [b](no.md) */}\n\n</X>\n\nexport const y = '[c](no.md)'\n";
  expect(await told({ "a.mdx": text })).toEqual(["broken-link gone.md"]);
});

test("a path from the root is of the root that the renderer takes", async () => {
  const text = "[a](/docs/a.md) [b](/logo.png) [c](/gone.png)\n";
  expect(await told({ "docusaurus.config.js": "", "static/logo.png": "", "docs/x.md": text })).toEqual(["absolute-link /gone.png"]);
  expect(await told({ "mkdocs.yml": "site_name: x\n", "docs/x.md": "[a](/docs/a.md) [b](/logo.png)\n" })).toEqual(["absolute-link /docs/a.md"]);
});

test("a name of the code in backticks is a link of ExDoc and rustdoc; a path in them is none", async () => {
  const names = ["Ecto.Repo.insert!/2", "c:Ecto.Repo.get_by/3", "Supervisor", "mix ecto.gen.repo", "t:Plug.Conn.t/0", ":lists.all/2", "crate::Request::uri"];
  expect(await told({ "README.md": names.map((name) => `[a](\`${name}\`)`).join(" ") + "\n" })).toEqual([]);
  expect(await told({ "README.md": "[a](`./src/gone.ts`)\n" })).toEqual(["broken-link `./src/gone.ts`"]);
  const paths = ["struct@form::MultipartForm", "crate::Request", "http::Request::uri", "macro@web", "web::scope()"];
  expect(await told({ "README.md": paths.map((path) => `[a](${path})`).join(" ") + "\n" })).toEqual([]);
});

test("a part of one of Docusaurus's pages may lead to what stands in the page", async () => {
  const files = { "docusaurus.config.js": "", "docs/_part.md": "[a](#of-the-page) [b](gone.md)\n", "docs/page.md": "[a](#of-no-page)\n" };
  expect((await told(files)).toSorted()).toEqual(["broken-anchor #of-no-page", "broken-link gone.md"]);
});

test("targets that Pelican fills in are templates", async () => {
  expect(await told({ "README.md": "[a](|filename|/x.rst) ![b](|static|../y.png) [c](gone|x.md)\n" })).toEqual(["broken-link gone|x.md"]);
});

test("anchors of a renderer that makes a hyphen of all that is neither letter nor digit, where most are written so", async () => {
  const headings = "## install / i\n\n## COMPOSER_HOME\n\n## self-update / selfupdate\n\n### minimum-stability <span>([root-only](#x))</span>\n\n## x\n";
  const links = ["install-i", "composer-home", "self-update-selfupdate", "minimum-stability", "update-u"];
  const text = (written: readonly string[]): string => `${headings}${written.map((one) => `[a](#${one})`).join(" ")}\n`;
  expect(await told({ "doc/cli.md": text(links) })).toEqual(["broken-anchor #update-u"]);
  // As GitHub makes them elsewhere: that is what is meant.
  const github = ["install--i", "composer_home", "self-update--selfupdate"];
  expect((await told({ "doc/cli.md": text([...links.slice(0, 3), ...github]) })).toSorted()).toEqual([
    "broken-anchor #composer-home",
    "broken-anchor #install-i",
    "broken-anchor #self-update-selfupdate",
  ]);
});

test("an entry for a changelog has its definitions in what is made of it", async () => {
  const entry = "* Fix a crash. ([@somebody][])\n";
  const rules = async (path: string, text: string): Promise<string[]> => (await judge(docSync, { [path]: text })).findings.map(({ rule }) => rule);
  for (const path of ["changelog/fix_a.md", "newsfragments/12.bugfix.md", "changelog.d/x/12.md"]) expect(await rules(path, entry)).toEqual([]);
  expect(await rules("changelog/README.md", `# Entries\n\n${entry}`)).toEqual(["doc-sync/undefined-reference"]);
  expect(await rules("docs/fix_a.md", entry)).toEqual(["doc-sync/undefined-reference"]);
});

test("a list of definitions that stands in several documents is kept as a whole, where somebody uses its row", async () => {
  const list = "[one]: https://example.org/1\n[two]: https://example.org/2\n";
  const { findings } = await judge(docSync, { "a.md": `[x][one]\n\n${list}`, "b.md": `x\n\n${list}`, "c.md": `y\n\n${list}[own]: https://example.org/3\n` });
  expect(findings.map(({ at, data }) => `${at.path} ${String(data?.["label"])}`)).toEqual(["a.md two", "b.md two", "c.md two", "c.md own"]);
});

test("a word is the address of a page whose file bears its place in an order", async () => {
  const files = { "documentation/docs/02-runes/04-$effect.md": "# $effect\n", "messages/errors.md": "[a]($effect#one) [b](gone) [c](effect.md)\n" };
  expect((await told(files)).toSorted()).toEqual(["broken-link effect.md", "broken-link gone"]);
});

test("a list of attributes is no text of a heading in MkDocs", async () => {
  const files = {
    "mkdocs.yml": "site_name: x\nmarkdown_extensions: [attr_list]\n",
    "docs/x.md": "## Android {: android}\n\n## iOS {: .big #ios }\n\n[a](#android) [b](#ios) [c](#windows)\n",
  };
  expect(await told(files)).toEqual(["broken-anchor #windows"]);
  const { "mkdocs.yml": settings, ...pages } = files;
  expect(await told({ ...pages, "properdocs.yml": settings })).toEqual(["broken-anchor #windows"]);
});

test("ExDoc finds pages by their names, and DocC what is in its catalog", async () => {
  const pages = { "guides/server/uploads.md": "# U\n", "guides/client/x.md": "[a](uploads.md#u) [b](gone.md) [c](client/uploads.md)\n" };
  expect(await told({ "mix.exs": "", ...pages })).toEqual(["broken-link gone.md", "broken-link client/uploads.md"]);
  expect((await told(pages)).length).toBe(3);
  const catalog = { "Sources/A.docc/Resources/repeat@2x.png": "", "Sources/A.docc/A.md": "![a](repeat.png) ![b](Resources/gone.png)\n" };
  expect(await told(catalog)).toEqual(["broken-link Resources/gone.png"]);
});
