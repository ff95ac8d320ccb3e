// Agreement with mdast and GFM on what counts, on generated bodies: pieces of Markdown put together at random, from a fixed seed.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, it } from "vitest";
import { countedText } from "./counted-text.js";

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree | Tree["children"][number];

const pieces =
  "ADR-$|> |- |- [ ] |- [x] |\n|\n\n|    |```\n|`|~~|<!-- | -->|text |**|_|[|](u)|\\|a|\\| a \\| b \\|\n\\|--\\|--\\|\n\\| |# |\\|<b>|</b>|1. |  |---\n|<div>\n|~~~\n|***\n|===\n|<https://x.y/ADR-$>"
    .split(/(?<!\\)\|/)
    .map((piece) => piece.replaceAll("\\|", "|"));
const hiding = new Set(["blockquote", "delete", "code", "html", "link", "linkReference", "image", "imageReference", "definition"]);

const phrasing = new Set(["paragraph", "heading", "emphasis", "strong", "tableCell"]);

/** The numbers in text, inline code and the text of HTML blocks outside what does not count. */
function expected(node: Node, isOpenTask = false, numbers: string[] = [], isInline = false): string[] {
  if (node.type === "html" && !isInline && !isOpenTask) {
    const visible = node.value.replace(/<!---?>|<!--[^]*?(?:-->|$)/g, "\u0001").replace(/<[a-z/!?][^>]*(?:>|$)/gi, "\u0001");
    for (const [, number = ""] of visible.matchAll(/ADR-(\d+)/g)) numbers.push(number);
  }
  if (hiding.has(node.type)) return numbers;
  const isOpen = node.type === "listItem" && typeof node.checked === "boolean" ? !node.checked : isOpenTask;
  if ((node.type === "text" || node.type === "inlineCode") && !isOpen) for (const [, number = ""] of node.value.matchAll(/ADR-(\d+)/g)) numbers.push(number);
  if (node.type === "table") {
    // mdast keeps cells beyond the header's, which GFM drops (§4.10).
    const width = node.children[0]?.children.length ?? 0;
    for (const row of node.children) for (const cell of row.children.slice(0, width)) expected(cell, isOpen, numbers, true);
    return numbers;
  }
  if ("children" in node) for (const child of node.children) expected(child, isOpen, numbers, phrasing.has(node.type));
  return numbers;
}

it("counts what mdast and GFM show", () => {
  let seed = 20_260_110;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((seed / 0x7fffffff) * below) % below;
  };
  let compared = 0;
  for (let round = 0; round < 12_000; round++) {
    let [body, next] = ["", 1];
    for (let length = 2 + random(12); length > 0; length--) body += (pieces[random(pieces.length)] ?? "").replace("$", () => String(next++));
    // An empty box is a task to cmark-gfm, and so to us; to micromark it is none.
    if (next === 1 || /\[[ x]\][ \t]*(?:\n|$)/.test(body)) continue;
    const actual = [...countedText(body).lines].flatMap(({ text }) => [...text.matchAll(/ADR-(\d+)/g)].map(([, number = ""]) => number));
    const wanted = expected(fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
    expect(actual.toSorted(), JSON.stringify(body)).toEqual(wanted.toSorted());
    compared += wanted.length;
  }
  expect(compared).toBeGreaterThan(1500);
}, 120_000);
