// Lines of blocks, whichever line ends a document has and whichever way the scanner took them; and what is looked at only when it is asked for.
import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { scanMarkdown, scanOffsets } from "./index.js";
import { rangesOf } from "./number-rows.js";

const lines = [
  "one",
  "  two",
  "three [a](b.md)",
  "> quoted",
  "- item",
  "  more",
  "| a | b |",
  "| --- | --- |",
  "| `x` | [l](m.md) |",
  "<div>",
  "[r]: x.md",
  "===",
  "```",
  "",
];
const kinds = ["headings", "links", "tables", "code", "codeSpans", "tags", "paragraphs", "definitions", "listItems", "quotes"] as const;

/** What is found, as texts without their line ends. */
function said(text: string): readonly (readonly string[])[] {
  const document = scanMarkdown(text);
  const written = ([start, end]: readonly [number, number]): string => text.slice(start, end).replaceAll(/\r\n|\r/g, "\n");
  return [
    ...kinds.map((kind) => document[kind].map((one) => written("range" in one ? one.range : one))),
    rangesOf(scanOffsets(text).blocks.html.offsets).map(written),
  ];
}

test("LF, CRLF and CR give the same blocks", () => {
  assert(
    property(array(constantFrom(...lines), { minLength: 1, maxLength: 12 }), (chosen) => {
      const expected = said(chosen.join("\n"));
      expect(said(chosen.join("\r\n"))).toEqual(expected);
      expect(said(chosen.join("\r"))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test("each line of a paragraph and of a block of HTML is one range, also where nothing but a line feed lies between", () => {
  const text = "a\nb\n  c\n\n<p>\nx\n</p>\n\n> d\n> e\nf\n";
  const { paragraphs } = scanMarkdown(text);
  expect(paragraphs.map((range) => text.slice(...range))).toEqual(["a", "b", "c", "d", "e", "f"]);
  expect(rangesOf(scanOffsets(text).blocks.html.offsets).map((range) => text.slice(...range))).toEqual(["<p>", "x", "</p>"]);
});

test("what stands behind definitions in one paragraph is its text, and the line above a delimiter row is its header", () => {
  const text = "[a]: x.md\n[b]: y.md\nrest of it [a]\n\nabove\n| h |\n| --- |\n| c |\n";
  const { definitions, paragraphs, links, tables } = scanMarkdown(text);
  expect(definitions.map(({ label }) => label)).toEqual(["A", "B"]);
  expect(paragraphs.map((range) => text.slice(...range))).toEqual(["rest of it [a]", "above"]);
  expect(links.map(({ range }) => text.slice(...range))).toEqual(["[a]"]);
  expect(tables.map(({ header, rows }) => [header[0]?.text, rows[0]?.cells[0]?.text])).toEqual([["h", "c"]]);
});
