// Slug dialects, each case as the real renderer makes it: github-slugger 2.0, Python-Markdown 3.10's toc, Docusaurus 3.10, kramdown 2.4.0; GitLab's by its documents.
import { scanMarkdown } from "@caio/repo-model/markdown";
import { expect, it, test } from "vitest";
import { headingAnchors } from "./anchors.js";
import { customId } from "./custom-id.js";
import type { SlugDialect } from "./slugs.js";

const anchors = (dialect: SlugDialect, ...headings: readonly string[]): string[] =>
  headingAnchors(scanMarkdown(headings.map((heading) => `## ${heading}\n`).join("\n")), dialect);

test.each<[SlugDialect, string, string]>([
  ["github", "Hello, World!", "hello-world"],
  ["github", "🚀 Start", "-start"],
  ["github", "⚠️ Warning", "\ufe0f-warning"],
  ["github", "`__x__` and a_b", "__x__-and-a_b"],
  ["github", "CI / CD", "ci--cd"],
  ["github", "Ünï côdé 中文", "ünï-côdé-中文"],
  ["gitlab", "CI / CD -- now", "ci-cd-now"],
  ["gitlab", "2024", "anchor-2024"],
  ["gitlab", " `a_b` & c", "a_b-c"],
  ["kramdown", "1. Set **up** `it`", "set-up-it"],
  ["kramdown", "中文", "section"],
  ["kramdown", "Côté", "ct"],
  ["docusaurus", "Hello {#my-id}", "my-id"],
  ["docusaurus", "Hello {/* #mdx-id */}", "mdx-id"],
  ["docusaurus", "CI / CD", "ci--cd"],
  ["mkdocs", "CI / CD -- now", "ci-cd-now"],
  ["mkdocs", "Ünï côdé", "uni-code"],
  ["mkdocs", "中文", "_1"],
  ["mkdocs", "A `b_c` {: #own .x }", "own"],
  ["mkdocs", "Android {: android}", "android"],
  ["github", "Android {: android}", "android--android"],
])("%s: %s", (dialect, heading, anchor) => expect(anchors(dialect, heading)).toEqual([anchor]));

test.each<[SlugDialect, readonly string[], readonly string[]]>([
  // A literal number is passed over; kramdown and GitLab count alone.
  ["github", ["foo", "foo", "foo-1", "foo"], ["foo", "foo-1", "foo-1-1", "foo-2"]],
  ["github", ["foo-1", "foo", "foo"], ["foo-1", "foo", "foo-2"]],
  ["docusaurus", ["foo", "foo-1", "foo"], ["foo", "foo-1", "foo-2"]],
  ["kramdown", ["foo", "foo", "foo-1"], ["foo", "foo-1", "foo-1"]],
  ["gitlab", ["foo", "foo", "foo-1"], ["foo", "foo-1", "foo-1"]],
  ["mkdocs", ["foo", "foo", "foo_1", "foo"], ["foo", "foo_1", "foo_2", "foo_3"]],
])("%s numbers %j", (dialect, headings, expected) => expect(anchors(dialect, ...headings)).toEqual(expected));

it("headings in HTML get anchors on GitHub, with their place in the counting", () => {
  const text = '# Tool\n\n<h1 align="center">\n  <img src="x.png"> Tool &amp; more<!-- x -->\n</h1>\n\n# Tool\n';
  expect(headingAnchors(scanMarkdown(text), "github")).toContain("tool--more");
  expect(headingAnchors(scanMarkdown(text), "github").at(-1)).toBe("tool-1");
  expect(headingAnchors(scanMarkdown(text), "docusaurus")).toEqual(["tool", "tool-1"]);
});

it("what ends a heading in braces is an id or text", () => {
  expect(customId("A {#b}")).toEqual({ id: "b", text: "A", written: "{#b}" });
  expect(customId("A \\{#b}")?.id).toBe("b");
  expect([customId("A {b}"), customId("A {{#if}}"), customId("{#b} A")]).toEqual([undefined, undefined, undefined]);
  expect(customId(`${"{ ".repeat(50_000)}}`)).toBeUndefined();
});
