// Each rule's document is its first test: what stands under Wrong is found, what stands under Right is not.
import { readdirSync, readFileSync } from "node:fs";
import { parseData, toValue } from "@caio/repo-model/data";
import { documentBlocks, judge, ruleTester } from "@caio/testing";
import { describe, expect, it } from "vitest";
import { docSync } from "../index.js";
import { statusRules } from "../status/status-rules.js";

/** The section of a `caio.yaml` among a document's blocks. */
async function optionsOf(files: Readonly<Record<string, string>>): Promise<{ readonly options?: unknown }> {
  const text = files["caio.yaml"];
  const config = text === undefined ? undefined : toValue((await parseData("caio.yaml", text))?.root);
  return typeof config === "object" && config !== null && "doc-sync" in config ? { options: config["doc-sync"] } : {};
}

describe.each(docSync.rules)("$id", ({ id, summary }) => {
  const document = readFileSync(new URL(`${id}.md`, docSync.documents), "utf8");
  it("has a document whose examples are true", async () => {
    expect(document.startsWith(`# ${id}\n\n${summary}\n`)).toBe(true);
    const wrong = documentBlocks(document, "Wrong");
    const { findings } = await judge(docSync, wrong, { rule: id, ...(await optionsOf(wrong)) });
    expect(findings.map(({ rule }) => rule)).toContain(`doc-sync/${id}`);
    const right = documentBlocks(document, "Right");
    expect(await judge(docSync, right, await optionsOf(right))).toMatchObject({ findings: [], troubles: [] });
  });
});

it("every document belongs to a rule", () => {
  expect(readdirSync(docSync.documents).toSorted()).toEqual(docSync.rules.map(({ id }) => `${id}.md`).toSorted());
});

it("broken-link is drawn where it stands; HTML, references, case, code and templates are told apart", async () => {
  await ruleTester(docSync, "broken-link").finds(
    {
      "README.md":
        '[a](docs/A.md) [b](docs/b.md?x#y) ![i](no.png) [r][r] [t]({{ url }}) [abs](/x) [out](../x) `[c](no.md)`\n\n[r]: gone.md\n\n<a href="none.html">x</a> [web](https://example.org/no)\n',
      "docs/a.md": "",
      "docs/b.md": "",
    },
    `
    README.md:1
    [a](docs/A.md) [b](docs/b.md?x#y) ![i](no.png) [r][r] [t]({{ url }}) [abs](/x) [out](../x) \`[c](no.md)\`
                                           ^^^^^^ doc-sync/broken-link: The link \`no.png\` leads to \`no.png\`, which is not there.
    README.md:3
    [r]: gone.md
         ^^^^^^^ doc-sync/broken-link: The link \`gone.md\` leads to \`gone.md\`, which is not there.
    README.md:5
    <a href="none.html">x</a> [web](https://example.org/no)
             ^^^^^^^^^ doc-sync/broken-link: The link \`none.html\` leads to \`none.html\`, which is not there.
    `,
  );
});

it("where only rules of links are on, statuses are not read; each other rule is known to need them", async () => {
  const linkRules = docSync.rules.map(({ id }) => id).filter((id) => /link|anchor|path|url|reference|definition|section(?!-number)/.test(id));
  const others = docSync.rules.map(({ id }) => id).filter((id) => !linkRules.includes(id));
  expect(others.filter((id) => !statusRules.includes(id))).toEqual([]);
});

it("options in force without configuration are the schema's", async () => {
  const schema = await docSync.options.schema();
  expect(schema.parse({})).toEqual(docSync.options.defaults);
});

it("labels of Sphinx and what its build adds are no paths; a missing document is", async () => {
  const files = { "docs/conf.py": "extensions = []\n", "docs/a.md": "[x](some_label) [y](labels/one) [z](llms.txt) [h](b.html.md) [m](gone.md)\n" };
  const { findings } = await judge(docSync, files);
  expect(findings.map(({ data }) => data?.["target"])).toEqual(["gone.md"]);
});

it("an anchor that another renderer would make of the heading is a warning with a fix; one that none makes is an error", async () => {
  const files = { "a.md": "# ssr.noExternal\n\n[github](#ssrnoexternal) [vitepress](#ssr-noexternal) [none](#ssr-external)\n" };
  const { findings } = await judge(docSync, files);
  expect(findings.map(({ data, severity, fix }) => [data?.["anchor"], severity, fix?.title])).toEqual([
    ["ssr-noexternal", "warning", "write `#ssrnoexternal`"],
    ["ssr-external", "error", undefined],
  ]);
  expect((await judge(docSync, { ".vitepress/config.ts": "", ...files })).findings.map(({ data }) => data?.["anchor"])).toEqual(["ssr-external"]);
});
