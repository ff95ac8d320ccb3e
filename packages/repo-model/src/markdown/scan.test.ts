// What the scanner finds, construct by construct, and that it stays calm on hostile text.
import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { githubSlug, scanMarkdown, type MarkdownDocument } from "./index.js";

const slugs = (text: string): string[] => scanMarkdown(text).headings.map(({ slug }) => slug);
const targets = (text: string): (string | undefined)[] => scanMarkdown(text).links.map(({ target }) => target);
const at = (document: MarkdownDocument, [start, end]: readonly [number, number]): string => document.text.slice(start, end);

describe("headings", () => {
  test("ATX and setext, with level, content and section", () => {
    const document = scanMarkdown("# One ##\n\ntext\n\nTwo\n---\n\n### Three\n\n# Four");
    expect(document.headings.map(({ level, style, text, parent }) => [level, style, text, parent])).toEqual([
      [1, "atx", "One", undefined],
      [2, "setext", "Two", 0],
      [3, "atx", "Three", 1],
      [1, "atx", "Four", undefined],
    ]);
    expect(document.headings.map(({ section }) => at(document, section).length)).toEqual([36, 20, 11, 6]);
  });
  test.each([
    ["# Hello, *World*!", ["hello-world"]],
    ["# `__init__` and __bold__", ["__init__-and-bold"]],
    ["# foo\n# foo\n# foo-1", ["foo", "foo-1", "foo-1-1"]],
    ["# foo-1\n# foo\n# foo", ["foo-1", "foo", "foo-2"]],
    ["# 🚀 Start", ["-start"]],
    ["# ⚠️ Care", ["\ufe0f-care"]],
    ["# ![logo](x.png) Name", ["-name"]],
    ["# A [link](x) & <b>more</b> &amp; c", ["a-link--more--c"]],
    ["# Größe: 5 ½ 日本", ["größe-5--日本"]],
    ["# a\\_b", ["a_b"]],
  ])("the anchors of %j", (text, expected) => expect(slugs(text)).toEqual(expected));
  test("a slug of a text alone", () => expect(githubSlug("Phase 3: Invariants & Lemmas ✅")).toBe("phase-3-invariants--lemmas-"));
});

describe("links", () => {
  test.each([
    ["[a](b.md \"t\") ![i](i.png) <https://x.y> [r][d] [d] [d][]\n\n[d]: <e f.md> 'title'", ["b.md", "i.png", "https://x.y", "e f.md", "e f.md", "e f.md"]],
    ["`[a](b)` <!-- [a](b) --> \\[a](b)", []],
    ["    [a](b)\n\n~~~\n[a](b)\n~~~", []],
    ["- x\n  ```\n  [a](b)\n- [c](d)", ["d"]],
    ["> ```\n[c](d)", ["d"]],
    ["```\n[a](b)\n```\t\n[c](d)", ["d"]],
    ["<!-- a\n\n[a](b)\n\n--> [x](y)\n\n[c](d)", ["d"]],
    ["> [a\n> b](c\n> 'd')", ["c"]],
    ["[a](b(c)d) [a](<b c>) [a](\\)x) [a](b&amp;c)", ["b(c)d", "b c", ")x", "b&c"]],
    ["[![i](i.png)](a.md)", ["a.md", "i.png"]],
    ["[a [b](c) d](e)", ["c"]],
    ["x[0] and [text] and [1]", []],
    ["[^1] and [^1](x)\n\n[^1]: note [a](b)", ["b"]],
    ["| a | b |\n|---|---|\n| [x](y\\|z) | `|` |", ["y|z"]],
  ])("of %j", (text, expected) => expect(targets(text)).toEqual(expected));
  test("a reference that nothing defines has no target", () => {
    expect(scanMarkdown("[a][nowhere]").links).toMatchObject([{ kind: "reference", reference: "NOWHERE" }]);
    expect(targets("[a][nowhere]")).toEqual([undefined]);
  });
  test("the destination's range is the place to write a new one", () => {
    const document = scanMarkdown("> a\n> [b](c.md)");
    expect(document.links.map(({ destination }) => destination && at(document, destination))).toEqual(["c.md"]);
  });
});

describe("tables, lists, code, HTML", () => {
  test("a table's cells with escaped pipes", () => {
    const document = scanMarkdown("text\n| A | B |\n| --- | :-: |\n| a \\| b | `c` | extra\n| d\n\nend");
    expect(document.tables.map(({ header, rows }) => [header.map(({ text }) => text), ...rows.map(({ cells }) => cells.map(({ text }) => text))])).toEqual([
      [["A", "B"], ["a | b", "`c`"], ["d"]],
    ]);
    expect(document.paragraphs.map((range) => at(document, range))).toEqual(["text", "end"]);
  });
  test("list items with tasks and depth", () => {
    const document = scanMarkdown("- [x] done\n  1. [ ] open\n- [y] none\n  more");
    expect(document.listItems.map(({ depth, task, content }) => [depth, task?.isTicked, at(document, content)])).toEqual([
      [0, true, "done"],
      [1, false, "open"],
      [0, undefined, "[y] none"],
    ]);
    expect(at(document, document.listItems[2]?.range ?? [0, 0])).toBe("- [y] none\n  more");
  });
  test("fences with info, indented code behind a list", () => {
    const document = scanMarkdown("```md path=a.md\nx\n```\n\n- a\n\n      code\n\n    text");
    expect(document.code.map(({ kind, info, content }) => [kind, info, at(document, content).trimEnd()])).toEqual([
      ["fenced", "md path=a.md", "x"],
      ["indented", "", "code"],
    ]);
  });
  test("comments, tags and their attributes", () => {
    const document = scanMarkdown("<div>\n<!-- a\nb --><a name=\"x\" HREF='y&amp;z'>\n</div>\n\ntext <img src=i.png> <!-- c -->");
    expect(document.comments.map(({ content }) => at(document, content))).toEqual([" a\nb ", " c "]);
    expect(document.tags.map(({ name, attributes }) => [name, ...attributes.map(({ name: key, value }) => `${key}=${value}`)])).toEqual([
      ["div"],
      ["a", "name=x", "href=y&z"],
      ["/div"],
      ["img", "src=i.png"],
    ]);
  });
  test("front matter of both kinds, and a rule that is none", () => {
    expect(scanMarkdown("---\ntitle: x\n---\n# a").frontMatter).toEqual({ format: "yaml", range: [0, 16], content: [4, 13] });
    expect(scanMarkdown("\ufeff+++\na = 1\n+++\n").frontMatter?.format).toBe("toml");
    expect(scanMarkdown("---\nSome text.\n---\n").frontMatter).toBeUndefined();
    expect(slugs("---\n# title\nx: y\n---\n")).toEqual([]);
  });
  test("quotes and struck text", () => {
    const document = scanMarkdown("> a\nlazy\n\n~~not done~~ ~x~");
    expect(document.quotes.map((range) => at(document, range))).toEqual(["> a\nlazy"]);
    expect(document.strikes.map((range) => at(document, range))).toEqual(["~~not done~~", "~x~"]);
  });
  test("lines end at LF, CRLF and CR", () => {
    for (const end of ["\n", "\r\n", "\r"]) expect(slugs(["# a", "", "b", "-", "", "> # c"].join(end))).toEqual(["a", "b", "c"]);
  });
});

function everyRange(value: unknown, visit: (range: readonly [number, number]) => void): void {
  if (value instanceof Set || typeof value !== "object" || value === null) return;
  if (Array.isArray(value) && value.length === 2) {
    const [start, end]: readonly unknown[] = value;
    if (typeof start === "number" && typeof end === "number") return visit([start, end]);
  }
  for (const inner of Object.values(value)) everyRange(inner, visit);
}

const pieces = constantFrom(
  ...'# |- |> |* |1. |`|```\n|~~~\n|~~|[|](|]|)|![|<|>|<!--|-->|<a href="|"|\'|\\|&amp;|\t|\n|\n\n|\r\n|    |a|b c|_|*|**|===\n|---\n|:|[x]: y\n|[^1]: |[x]|- [ ] |🚀|\ud800|\0|é'.split(
    "|",
  ),
  "| a | b |\n",
  "|---|---|\n",
  "|",
);

describe("any text", () => {
  test("is scanned without a throw, and every range lies in it", () => {
    assert(
      property(array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join("");
        everyRange({ ...scanMarkdown(text), text: undefined }, ([start, end]) => {
          if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`${start}..${end} of ${text.length}`);
        });
      }),
      { numRuns: 3000 },
    );
  });
  test.each(
    [
      "[",
      "![",
      "]",
      "> ",
      "`",
      "`a``b",
      "<!--",
      "<!-- -->",
      "*",
      "*a_ ",
      "**a *b_",
      "- ",
      "- a\n",
      "1. ",
      "|",
      "|a|\n|-|\n",
      "<a ",
      '<a b="',
      "<a b='c ",
      "[a](",
      "[a](b",
      '[a](b "',
      "[a](<",
      "[a][",
      "[a]: b\n",
      "[a]: b '",
      "\\",
      "~~",
      "~",
      "&",
      "<",
      "</a",
      "<?",
      "<![CDATA[",
      "<!A",
      "# ",
      "\t",
      "    a\n",
      "> > > \n",
      "- - - -\n",
      "```\n",
      "a\n",
      "[[a]",
      "![a](b)",
      "[![",
      "[^a",
      "[^a]: ",
      "a@b.",
      "<a@b.",
      "---\n",
      "é\u0301",
      "`\\",
      "* *\n",
      ">\n",
      "- \n\n",
      " \n",
    ].map((piece) => [piece]),
  )("is scanned in linear time: %j", (piece) => {
    const cost = (size: number): number => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      const begin = process.cpuUsage();
      const document = scanMarkdown(text);
      expect([
        document.headings,
        document.links,
        document.tables,
        document.listItems,
        document.code,
        document.comments,
        document.tags,
        document.paragraphs,
      ]).toHaveLength(8);
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1000;
    };
    // Generous for a slow machine; a quadratic scan of 300 kB takes many seconds.
    expect(cost(300_000)).toBeLessThan(1500);
  });
});

describe("other Markdowns", () => {
  const targets = (text: string, syntax: "mdx" | "python"): (string | undefined)[] => scanMarkdown(text, syntax).links.map(({ target }) => target);
  test("MDX: tags hold Markdown, however deep; expressions, imports and properties hold none", () => {
    const text =
      'import x from "[a](import.md)";\n\n<Tabs>\n<Tab value={f("[b](property.md)")} {...rest}>\n# Title\n\n        [c](deep.md)\n\n</Tab>\n</Tabs>\n\n{/* [d](comment.md) */} [e](text.md) {`[f](template.md)`}\n\n<!-- [g](comment.md)\n\n[h](comment.md) -->\n\n<Foo.Bar />[i](<last.md>)\n';
    expect(targets(text, "mdx")).toEqual(["deep.md", "text.md", "last.md"]);
    expect(scanMarkdown(text, "mdx").headings.map(({ text: title }) => title)).toEqual(["Title"]);
    expect(scanMarkdown("<Tab>\n---\n\n    # Deep\n", "mdx").headings.map(({ text: title }) => title)).toEqual(["Deep"]);
    expect(scanMarkdown("    ```js\n    [a](b)\n    ```\n[c](d)\n", "mdx").links.map(({ target }) => target)).toEqual(["d"]);
  });
  test("MDX: an open brace or quote ends nothing and costs no more than the text is long", () => {
    expect(targets("a { b [c](d.md)\n", "mdx")).toEqual(["d.md"]);
    expect(targets("it's {'} [c](d.md) {`\n", "mdx")).toEqual(["d.md"]);
    // Where each were read to the end of the text, the test would not end.
    expect(scanMarkdown(`${"{ ` ' ".repeat(100_000)}\n`, "mdx").links).toEqual([]);
    expect(scanMarkdown(`${"<a b={".repeat(100_000)}\n`, "mdx").links).toEqual([]);
  }, 120_000);
  test("Python-Markdown: what is indented below a title is Markdown", () => {
    const text =
      '!!! note "See [a](a.md)"\n    [b](b.md)\n\n    [c](c.md)\n\n        [code](no.md)\n\n=== "Tab"\n\n    ??? tip\n        [d](d.md)\n\n[e](e.md)\n';
    expect(targets(text, "python")).toEqual(["a.md", "b.md", "c.md", "d.md", "e.md"]);
    expect(scanMarkdown(text).links.map(({ target }) => target)).toEqual(["a.md", "b.md", "e.md"]);
  });
});
