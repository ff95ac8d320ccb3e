// Traps that link checkers fall into, each through the whole check: a link that stands in no text, an anchor that is there.
import { judge } from "@caio/testing";
import { expect, test } from "vitest";
import { docSync } from "../index.js";

/** The targets that are told of. */
const told = async (text: string): Promise<unknown[]> =>
  (await judge(docSync, { "a.md": text })).findings.map(({ data }) => data?.["target"] ?? data?.["reference"]);

test.each<[string, string, readonly string[]]>([
  ["a fence that is closed by ``` and a tab", "```\n[a](no.md)\n```\t\n[b](gone.md)\n", ["gone.md"]],
  ["a fence that ends with its list item", "- x\n\n  ```\n  [a](no.md)\n\n[b](gone.md)\n", ["gone.md"]],
  ["a comment of several lines and paragraphs", "<!-- [a](no.md)\n\n[b](no.md) -->\n\n[c](gone.md)\n", ["gone.md"]],
  ["a comment within a line", "x <!-- [a](no.md) --> [b](gone.md)\n", ["gone.md"]],
  ["indented code after a list", "- x\n\ny\n\n    [a](no.md)\n\n[b](gone.md)\n", ["gone.md"]],
  ["what is indented below an item is its text", "- x\n\n    [a](gone.md)\n", ["gone.md"]],
  ["setext headings", "Title one\n===\n\nTitle two\n---\n\n[a](#title-one) [b](#title-two) [c](#gone)\n", ["#gone"]],
  ["`__x__` in a code span of a heading", "## `__init__` of __bold__\n\n[a](#__init__-of-bold) [b](#init-of-bold)\n", ["#init-of-bold"]],
  ["numbers that collide with a literal one", "# foo\n\n# foo\n\n# foo-1\n\n[a](#foo) [b](#foo-1) [c](#foo-1-1) [d](#foo-2)\n", ["#foo-2"]],
  ["an emoji with U+FE0F", "# ⚠️ Care\n\n[a](#\ufe0f-care) [b](#%EF%B8%8F-care) [c](#care-taken)\n", ["#care-taken"]],
  ["`<a name>` and `id`", '<a name="Here"></a><h2 id="there">x</h2>\n\n[a](#Here) [b](#there) [c](#nowhere)\n', ["#nowhere"]],
  ["a heading in HTML", '<h1 align="center">My <b>tool</b></h1>\n\n[a](#my-tool)\n', []],
  ["a shortcut is no reference", "The matrix [x] and [1, 2], see [Knuth] and f[i][j], [1][2], [^abc].\n", []],
  ["a reference is", "See [the plan][plan] and [that][].\n", ["plan", "that"]],
  ["an escaped pipe in a cell", "| a |\n| --- |\n| [x](gone\\|x.md) `a\\|[b](no.md)` |\n", ["gone|x.md"]],
  ["an anchor in another letter case", "# Title\n\n[a](#TITLE)\n", []],
  ["footnotes", "A[^1] and B[^two].\n\n[^1]: note\n\n[a](#fn1)\n", ["^two"]],
  ["front matter", "---\nsee: '[a](no.md)'\n---\n\n[b](gone.md)\n", ["gone.md"]],
  ["angle brackets, titles, spaces and parentheses", "[a](<my file.md> 'x') [b](a_(b).md)\n", ["my file.md", "a_(b).md"]],
  ["an image in a link", "[![i](no.png)](gone.md)\n", ["gone.md", "no.png"]],
])("%s", async (_name, text, expected) => expect((await told(text)).toSorted()).toEqual([...expected].toSorted()));
